"""A password alone opens nothing: it goes with the codes of an app."""

from typing import Any

from allauth.account.forms import LoginForm, RequestLoginCodeForm
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kulturspejl.faces.shared.mailbox_field import put_mailbox


class PasswordAndAppForm(LoginForm):
    """The form of mail address and password; the code is asked for on the next page."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        put_mailbox(self, "login")
        # It leads to a page that is closed here: a code by mail is the way back.
        self.fields["password"].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Refuse a right password when there is no app behind it."""
        cleaned: dict[str, Any] = super().clean()
        if self.user is not None and not _has_app(self.user):
            raise ValidationError(_("A password works only together with an app for codes. Use a code by mail."))
        return cleaned


def _has_app(user: Any) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


class CodeByMailForm(RequestLoginCodeForm):
    """The form of the mail address alone."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        put_mailbox(self, "email")

    def clean_email(self) -> str:
        """Say what has happened where too many codes have been asked for: nobody has guessed wrong."""
        try:
            address: str = super().clean_email()
        except ValidationError as refused:
            if refused.code != "too_many_login_attempts":
                raise
            raise ValidationError(
                _("Several codes have just been asked for. Use the newest, or wait a minute and ask again.")
            ) from refused
        return address
