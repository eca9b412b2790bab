"""Handing one letter to the mail server, and what became of it. Whatever is wrong with it stops no other letter."""

import logging
import uuid
from dataclasses import dataclass
from enum import Enum
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from kulturspejl.values.letters import Letter

log = logging.getLogger(__name__)


class Outcome(Enum):
    """What the mail server said."""

    TAKEN = "taken"
    REFUSED = "refused for good"
    LATER = "try again later"


@dataclass(frozen=True)
class Sent:
    """How many letters went out, and whether the mail server left others waiting."""

    letters: int
    has_waiting: bool


def deliver(connection: BaseEmailBackend, letter: Letter, *, to: str, about: uuid.UUID) -> Outcome:
    """Try it once. Raises OSError where the server is not there, for then no other letter goes either."""
    try:
        message = EmailMessage(letter.subject, letter.body, settings.DEFAULT_FROM_EMAIL, [to])
        message.about = about  # type: ignore[attr-defined]
        connection.send_messages([message])
    except (SMTPRecipientsRefused, SMTPDataError) as refusal:
        if not _is_final(refusal):
            log.info("A letter has to wait: the mail server says that it should be tried again later.")
            return Outcome.LATER
        log.warning("A letter was refused by the mail server.")
        return Outcome.REFUSED
    except ValueError:
        # An address or a heading of which no letter can be made (BadHeaderError, UnicodeError). Not told to the log: it
        # would name the address.
        log.warning("A letter could not be written, because of its address or of a name in it.")
        return Outcome.REFUSED
    return Outcome.TAKEN


def _is_final(refusal: SMTPRecipientsRefused | SMTPDataError) -> bool:
    """Whether the server will never take it (5xx); 4xx asks for patience, as servers do with new senders."""
    if isinstance(refusal, SMTPDataError):
        return refusal.smtp_code >= 500
    return all(code >= 500 for code, _reason in refusal.recipients.values())
