"""Forms for signing in: by a code in a mail, as people copy it, or by a password that goes with the codes of an app."""

import re
from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kulturspejl.core.tables.signs import plain
from kulturspejl.faces.shared.mailbox_field import put_mailbox
from kulturspejl.faces.shared.visitor import place
from kulturspejl.live.limits import Limit
from kulturspejl.live.shared_memory import memory

FROM_HERE = Limit("codes asked for one mailbox from here", 3.0, 3 / 60)
"""Counted by mailbox and by who asks: a stranger who knows the address keeps nobody from logging in."""
FROM_ALL = Limit("codes asked for one mailbox", 30.0, 3 / 60)
"""And no mailbox is flooded, wherever it is asked from."""

_DASH = re.compile("\\s*[\u2010-\u2015\u2212_-]\\s*")
_IN_FOURS = re.compile(r"\b[A-Za-z]{4}-[A-Za-z]{4}\b")


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
        address: str = self.cleaned_data["email"]
        if address and not _may_be_written_to(address, place(context.request)):
            raise ValidationError(
                _("Several codes have just been asked for. Use the newest, or wait a minute and ask again.")
            )
        users = filter_users_by_email(address, is_active=True, prefer_verified=True, for_login=True)
        self._user = users[0] if users else None
        return address


class CodeFromMailForm(ConfirmLoginCodeForm):
    """The form of the code: words around it, another dash or a sign that nobody sees are no fault."""

    def clean_code(self) -> str:
        """The code among the words that were copied with it."""
        words = _DASH.sub("-", plain(self.cleaned_data["code"]))
        found = _IN_FOURS.search(words)
        self.cleaned_data["code"] = found.group() if found else words
        code: str = super().clean_code()
        return code


def _may_be_written_to(address: str, here: str) -> bool:
    """Whether one more code goes to the mailbox; counted, whether or not there is an account."""
    limits = ((FROM_HERE, f"{here} {address}"), (FROM_ALL, address))
    with memory.held():
        if any(limit.seconds_to_wait(words) > 0 for limit, words in limits):
            return False
        for limit, words in limits:
            limit.take(words)
    return True
