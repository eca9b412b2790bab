"""Bringing letters to the mail server, one connection for many, and what became of each.

What the server says of one address concerns that letter alone. What it says of the sender, of signing in or of the
connection concerns all of them: then it counts as away, the letters wait, and pages say since when. Where one answer
could mean either (no relaying, or "later" for all), letters are tried on, and it counts as away until it takes one.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected
from types import TracebackType

from django.core.mail import EmailMessage, get_connection
from django.db import DatabaseError

from kulturspejl.actions.patience import Patience
from kulturspejl.records.models import MailServer

log = logging.getLogger(__name__)
CALLING = Patience(longest=timedelta(minutes=5))
"""How long a mail server that does not answer is left alone."""
SERVER = "the mail server"
NOT_SIGNED_IN = frozenset({530, 534, 535, 538})
"""RFC 4954: what a server says of every letter of somebody it does not know."""
TOO_MANY_HERE = 421
ENOUGH_TO_TELL = 3
"""Letters of one walk that are all to come later; one alone may be a server that wants to be asked twice."""
LATELY = timedelta(days=1)
TAKEN: dict[str, datetime] = {}
"""When the server has last taken a letter, in memory alone."""


class Outcome(Enum):
    """What became of a letter."""

    SENT = "taken by the mail server"
    LATER = "to be tried again"
    REFUSED = "refused for good"
    UNWRITABLE = "no letter can be made of it"


class ServerAway(Exception):
    """No letter can be sent just now."""


class Postman:
    """A walk to the mail server: `with Postman(now) as postman: postman.deliver(...)`.

    Raises ServerAway, on the way in as well, while the server does not answer or has just not answered; `in_a_hurry`,
    with somebody waiting at a page, it is asked all the same.
    """

    def __init__(self, now: datetime, *, in_a_hurry: bool = False) -> None:
        self._now = now
        self._in_a_hurry = in_a_hurry
        self._connection = get_connection()
        self._has_answered = False
        self._later = 0

    def __enter__(self) -> "Postman":
        if not self._in_a_hurry and not CALLING.may_try(SERVER, self._now):
            raise ServerAway
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        if self._later >= ENOUGH_TO_TELL and not self._has_answered:
            note_away("try again later", self._now)

    def deliver(self, make: Callable[[], EmailMessage]) -> Outcome:
        """Build the letter and hand it over. No fault of this one letter leaves this function."""
        try:
            message = make()
        except DatabaseError:
            raise
        except Exception as fault:
            log.warning("No letter can be made of one row (%s): it is set aside.", type(fault).__name__)
            return Outcome.UNWRITABLE
        try:
            self._connection.send_messages([message])
        except (SMTPRecipientsRefused, SMTPDataError) as refusal:
            return self._refused(refusal)
        except OSError as fault:
            return self._broken(fault)
        except DatabaseError:
            raise
        except Exception as fault:
            log.warning("One letter could not be handed over (%s): it is set aside.", type(fault).__name__)
            return Outcome.UNWRITABLE
        TAKEN[SERVER] = self._now
        self._answered()
        return Outcome.SENT

    @property
    def is_at_work(self) -> bool:
        """Whether the server takes letters of ours: then what it puts off is a matter of that one address."""
        return self._has_answered or self._has_taken_lately()

    def _refused(self, refusal: SMTPRecipientsRefused | SMTPDataError) -> Outcome:
        """What the server says of this address: 5xx for good, 4xx for now, as servers do with new senders."""
        answers = _answers(refusal)
        if any(code in NOT_SIGNED_IN for code, _words in answers):
            raise self._away(refusal)
        if any(b"relay" in words.lower() for _code, words in answers) and not self._has_taken_lately():
            # It may not know us, or only this place. Who it is it shows by the other letters.
            note_away(type(refusal).__name__, self._now)
            return Outcome.LATER
        if any(code == TOO_MANY_HERE for code, _words in answers):
            self._close()
            self._open()
        if not all(code >= 500 for code, _words in answers):
            self._later += 1
            return Outcome.LATER
        self._answered()
        return Outcome.REFUSED

    def _broken(self, fault: OSError) -> Outcome:
        """The connection broke over this letter, or the server wants nothing of us; the next one tells which."""
        self._close()
        if isinstance(fault, SMTPException) and not isinstance(fault, SMTPServerDisconnected):
            raise self._away(fault)
        self._open()
        return Outcome.LATER

    def _open(self) -> None:
        try:
            self._connection.open()
        except (OSError, ValueError) as fault:
            # ValueError: settings that contradict each other (STARTTLS and TLS at once).
            raise self._away(fault) from None

    def _close(self) -> None:
        try:
            self._connection.close()
        except OSError:
            log.debug("The mail server was gone before we said goodbye.")

    def _has_taken_lately(self) -> bool:
        """Whether it has taken a letter of ours within a day, so that it does know us."""
        return SERVER in TAKEN and self._now - TAKEN[SERVER] < LATELY

    def _answered(self) -> None:
        """The server is at work, be it that it said no."""
        if not self._has_answered:
            self._has_answered = True
            note_at_work()

    def _away(self, fault: Exception) -> ServerAway:
        if not self._in_a_hurry:
            CALLING.failed(SERVER, self._now)
        note_away(type(fault).__name__, self._now)
        return ServerAway()


def note_away(fault: str, now: datetime) -> None:
    """The mail server does not answer: a row says since when, and one line of the log."""
    row, is_new = MailServer.objects.get_or_create(id=1, defaults={"away_since": now, "fault": fault})
    if is_new or row.away_since is None:
        MailServer.objects.filter(id=1).update(away_since=now, fault=fault)
        log.warning("The mail server does not take letters (%s): they wait. The log says when it is back.", fault)
    elif row.fault != fault:
        MailServer.objects.filter(id=1).update(fault=fault)


def note_at_work() -> None:
    """It has answered: what the row and the log said is over."""
    CALLING.done(SERVER)
    if MailServer.objects.filter(id=1, away_since__isnull=False).update(away_since=None, fault=""):
        log.warning("The mail server takes letters again.")


def _answers(refusal: SMTPRecipientsRefused | SMTPDataError) -> list[tuple[int, bytes]]:
    if isinstance(refusal, SMTPDataError):
        words = refusal.smtp_error
        return [(refusal.smtp_code, words if isinstance(words, bytes) else str(words).encode())]
    return list(refusal.recipients.values())
