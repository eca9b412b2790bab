"""Sign-in is django-allauth's; accounts are made by a steward, never by whoever comes by."""

import logging
import threading
import time
import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.db import connection
from django.utils.translation import get_language

from kulturspejl.actions.letters.message import build
from kulturspejl.actions.letters.postman import Outcome, Postman, ServerAway
from kulturspejl.faces.shared import clock

log = logging.getLogger(__name__)
TRIES_AFTER = (0, 3, 10, 30, 90)
"""Seconds. A code lives ten minutes, and a server that does not know us yet wants to be asked twice."""


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up page: a steward gives the first grant, the mail address does the rest."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Never open."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the letter now and send it beside the answer.

        Addresses without an account get no letter. If the page waited for the mail server, its slowness would
        tell who has one.
        """
        words = self.render_mail(template_prefix, email, {"email": email, **context})
        letter = build(
            to=email, subject=str(words.subject), body=str(words.body), mark=f"account {uuid.uuid4()}",
            language=(get_language() or "da")[:2],
        )  # fmt: skip
        threading.Thread(target=_send, args=(letter,), name="kulturspejl-code-by-mail", daemon=True).start()


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
