"""The one way in which a letter is built: what mail programs look for in a letter from a machine, and whom to ask."""

import hmac
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from email.charset import Charset
from email.header import Header
from email.utils import formataddr, parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

from kulturspejl.core.tables.mailbox import is_mailbox
from kulturspejl.core.writing.line import one_line
from kulturspejl.values import links
from kulturspejl.values.letters import Somebody

PROGRAM = "Kulturspejl"
ENCODED = "=?"
"""How an encoded word begins (RFC 2047), which can hold anything, also a line end. Such words of people are encoded
themselves, so that no program takes them for one: Django's own reader would refuse the sender of every letter."""
FROM_A_MACHINE = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply"}
"""RFC 3834, and what Exchange looks for: nobody's "out of office" answers a letter of ours."""


@dataclass(frozen=True)
class Attachment:
    """A file that comes along; all of them are text."""

    name: str
    content: str
    kind: str = "text/calendar"


class LetterMessage(EmailMessage):
    """A message whose long subject is folded behind the word "Subject:", not before its first sign."""

    about: uuid.UUID | None = None

    def message(self, **given: Any) -> Any:
        """Django folds it as if it began the line: then mail programs show a space before it."""
        made = super().message(**given)
        if not str(self.subject).isascii() or ENCODED in str(self.subject):
            made.replace_header("Subject", Header(str(self.subject), "utf-8", header_name="Subject").encode())
        return made


def build(
    *, to: str, subject: str, body: str, mark: str, language: str, organisation: str = "",
    ask: Somebody | None = None, to_many: str = "", about: uuid.UUID | None = None, stop: str = "",
    attached: Sequence[Attachment] = (),
) -> LetterMessage:  # fmt: skip
    """A letter as it is sent; raises ValueError or UnicodeError where none can be made of it.

    `mark` is the same for the same letter, so that one that had to be sent twice can be known as one. `to_many` names
    what everybody of a round gets alike; `about` is the round with which a demo forgets it. `stop` is the address at
    which its reader gets no more of them by one tap; "" for a letter that nobody may do without.
    """
    message = LetterMessage(
        one_line(subject), body, sender(organisation), [to],
        headers=machine_headers(mark, language) | (to_many_headers(to_many) if to_many else {}) | stop_headers(stop),
        # An account may be older than the rules for addresses; what cannot be answered to must not stop the letter.
        reply_to=[_named(ask.name, ask.address)] if ask and is_mailbox(ask.address) else None,
    )  # fmt: skip
    for file in attached:
        message.attach(file.name, file.content, file.kind)
    message.about = about
    message.message().as_bytes()
    return message


def sender(organisation: str) -> str:
    """From whom it comes: the address of the settings, with a name that says which program of whose."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    own = PROGRAM + (f", {one_line(organisation)}" if organisation.strip() else "")
    return _named(name or own, address or settings.DEFAULT_FROM_EMAIL)


def _named(name: str, address: str) -> str:
    """`name <address>`, the place in the spelling that travels (æ in it is no fault of the letter)."""
    local, at, place = address.rpartition("@")
    sent = f"{local}{at}{place.encode('idna').decode('ascii')}"
    words = one_line(name)
    return f"{Charset('utf-8').header_encode(words)} <{sent}>" if ENCODED in words else formataddr((words, sent))


def machine_headers(mark: str, language: str) -> dict[str, str]:
    """What every letter of the program carries."""
    return {**FROM_A_MACHINE, "Content-Language": language, "Message-ID": message_id(mark)}


def to_many_headers(name: str) -> dict[str, str]:
    """What everybody gets alike: a rule of the receiver's can sort it, and no autoresponder answers it (RFC 2919)."""
    return {"Precedence": "bulk", "List-Id": f"{PROGRAM} <{name}.{domain()}>"}


def stop_headers(address: str) -> dict[str, str]:
    """By which a mail program has a button of its own for no more of these (RFC 2369), without a page in between where
    the way there is safe (RFC 8058)."""
    if not address:
        return {}
    one_click = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if address.startswith("https:") else {}
    return {"List-Unsubscribe": f"<{address}>", **one_click}


def message_id(mark: str) -> str:
    """The same letter has the same id however often it is sent, and nobody can reckon back from it to a row."""
    digest = hmac.digest(settings.SECRET_KEY.encode(), f"kulturspejl.letters {mark}".encode(), "sha256")
    return f"<{digest.hex()[:32]}@{domain()}>"


def domain() -> str:
    """The sender's own, and where that is this machine's the instance's: never the name of a container."""
    place = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    if place in {"", "localhost"}:
        place = urlsplit(links.base_url()).hostname or "localhost"
    return place.encode("idna").decode("ascii")
