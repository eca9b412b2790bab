"""A password alone opens nothing: it goes with the codes of an app."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class PasswordAndAppForm(LoginForm):
    """The form of mail address and password; the code is asked for on the next page."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
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
