"""Sign-in is django-allauth's; accounts are made by a steward, never by whoever comes by."""

import logging
import threading
import time
import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kulturspejl.actions import security_events
from kulturspejl.actions.letters.message import build
from kulturspejl.actions.letters.postman import Outcome, Postman, ServerAway
from kulturspejl.core.tables.mailbox import inbox
from kulturspejl.faces.shared import clock, later
from kulturspejl.readers import second_factor
from kulturspejl.records.models import User

log = logging.getLogger(__name__)
TRIES_AFTER = (0, 3, 10, 30, 90)
"""Seconds. A code lives ten minutes, and a server that does not know us yet wants to be asked twice."""
UNKNOWN = "account/email/unknown_account"
CODE = "account/email/login_code"


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up page: a steward gives the first grant, the mail address does the rest."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Never open."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Have the letter written and sent beside the answer.

        Addresses without an account get no letter, but one is written for them as well and thrown away: neither the
        mail server's slowness nor the writing tells who has an account.
        """
        language, is_known = translation.get_language(), template_prefix != UNKNOWN
        said = {"email": email, "code": context.get("code") or self.generate_login_code()}
        prefix = CODE if not is_known else template_prefix
        later.do(lambda: self._write(prefix, email, said, language, is_known))

    def _write(self, prefix: str, email: str, said: dict[str, str], language: str | None, is_known: bool) -> None:
        with translation.override(language):
            words = self.render_mail(prefix, email, said)
        letter = build(
            to=email, subject=str(words.subject), body=str(words.body), mark=f"account {uuid.uuid4()}",
            language=(language or "da")[:2],
        )  # fmt: skip
        if is_known:
            # The mail server may take its time, and what else is done beside pages does not wait for it.
            threading.Thread(target=_send, args=(letter,), name="kulturspejl-code-by-mail", daemon=True).start()
        else:
            security_events.refused(user=None, about="mail", now=clock.now())

    def pre_login(self, request: HttpRequest, user: User, *, email: str | None, **said: Any) -> HttpResponse | None:
        """Whoever logs in does it by the account's address: a code that was sent to another one is good for nothing.

        The address may have been put right between the letter and the code, because the old one was a stranger's.
        """
        if email is not None and inbox(email) != inbox(user.email):
            clear_login(request)
            messages.warning(request, _("That code is no longer good. Ask for a new one."))
            return redirect("account_login")
        found: HttpResponse | None = super().pre_login(request, user, email=email, **said)
        return found

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """A code by mail is the second look of those who have nothing stronger."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if isinstance(user, User) and not second_factor.has_one(user):
            ways.append({"id": "mail", "description": "mail", "url": reverse("second_look")})
        return ways


def _send(letter: EmailMessage) -> None:
    """At any hour, for somebody is waiting. What the mail server says of it stands on pages, as for other letters."""
    try:
        for seconds in TRIES_AFTER:
            time.sleep(seconds)
            if _sent(letter):
                return
        log.warning("A sign-in code could not be sent. Is KULTURSPEJL_SMTP_HOST right?")
    finally:
        connection.close()


def _sent(letter: EmailMessage) -> bool:
    """Whether that was it: taken, or never to be taken."""
    try:
        with Postman(clock.now(), in_a_hurry=True) as postman:
            return postman.deliver(lambda: letter) is not Outcome.LATER
    except ServerAway:
        return False
