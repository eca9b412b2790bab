"""Sign-in is django-allauth's; accounts are made by a steward, never by whoever comes by."""

import logging
import threading
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.db import connection

log = logging.getLogger(__name__)


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
        letter = self.render_mail(template_prefix, email, {"email": email, **context})
        threading.Thread(target=_send, args=(letter,), name="kulturspejl-code-by-mail", daemon=True).start()


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except OSError:
        log.exception("A sign-in code could not be sent. Is KULTURSPEJL_SMTP_HOST right?")
    finally:
        connection.close()
