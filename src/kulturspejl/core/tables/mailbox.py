"""The one normal form of a mail address: whatever leads to the same mailbox is the same text."""

import re

from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.signs import plain

LONGEST = 254
"""Signs of an address on its way (RFC 5321, 4.5.3.1.3, without the angle brackets)."""
LONGEST_LOCAL = 64
LONGEST_NAME = 253

_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_ENCODED = re.compile(r"=\?.*\?=?")
"""A mail program would read it as an encoded word (RFC 2047), which can hold anything, also a line end."""
SHOWN = 60


def mailbox(text: str) -> str:
    """The address in its one form; raises Refused, with a sentence, for what cannot be sent to.

    Unseen signs are taken out, letters are small, and a name of a place in letters (`ærø.dk`) is the same as in
    its other spelling (`xn--r-3fa9c.dk`, RFC 3490). `mailbox(mailbox(text)) == mailbox(text)`. Upper case before the
    @ could lead elsewhere (RFC 5321, 2.4); no mail server in use makes that difference, nor do sign-in pages.
    """
    address = plain(text).lower().removeprefix("mailto:").strip()
    if len(address) > 2 * LONGEST:
        # Before it is looked at: the codec of names in letters takes a time that grows with the square.
        raise Refused(_too_long(address))
    local, at, place = address.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or _ENCODED.search(local):
        raise Refused(_not_an_address(address))
    if len(local) > LONGEST_LOCAL:
        raise Refused(_too_long(address))
    return f"{local}@{_place(place, address, LONGEST - len(local) - 1)}"


def is_mailbox(text: str) -> bool:
    """Whether a letter can be sent to it."""
    try:
        mailbox(text)
    except Refused:
        return False
    return True


def inbox(address: str) -> str:
    """Where the mail ends up, to compare who gets a code: as `mailbox`, without what stands after a plus.

    `anna+svar@` and `anna@` are one person (RFC 5233); each person gets one code. Takes what `mailbox` gave.
    """
    local, _at, place = address.rpartition("@")
    return f"{local.split('+')[0] or local}@{place}"


def _place(place: str, address: str, longest: int) -> str:
    """The part after the @, as people read it, if it is a name on the net that fits in `longest` signs."""
    try:
        sent = place.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        raise Refused(_not_an_address(address)) from None
    if len(sent) > min(longest, LONGEST_NAME):
        raise Refused(_too_long(address))
    labels = sent.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdecimal():
        raise Refused(_not_an_address(address))
    if len(labels) == 1 and sent != "localhost":
        raise Refused(_not_an_address(address))
    return _as_read(sent)


def _as_read(sent: str) -> str:
    """`xn--` in letters, where the letters lead back to the same name."""
    try:
        read = sent.encode("ascii").decode("idna").lower()
        return read if read.encode("idna").decode("ascii") == sent else sent
    except UnicodeError:
        return sent


def _not_an_address(address: str) -> Text:
    shown = " ".join(address.split())[:SHOWN]
    return Text(
        da=f"»{shown}« er ikke en mailadresse. Ret den, eller slet den.",
        en=f"“{shown}” is not a mail address. Correct it or delete it.",
    )


def _too_long(address: str) -> Text:
    shown = address[:SHOWN]
    return Text(
        da=f"Mailadressen »{shown} …« er for lang. Ret den, eller slet den.",
        en=f"The mail address “{shown} …” is too long. Correct it or delete it.",
    )
