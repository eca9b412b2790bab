"""The one normal form of a mail address: whatever leads to the same mailbox is the same text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.signs import plain
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

LONGEST = 254
"""Signs of an address on its way (RFC 5321, 4.5.3.1.3, without the angle brackets)."""
LONGEST_LOCAL = 64

_LOCAL = re.compile(r"[a-z0-9!#$%&'*+=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+=?^_`{|}~-]+)*")
"""Without the slash that RFC 5322 allows: no mail server in use gives one out, and a list has them in links."""
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_IN_A_NAME = {"L", "M", "N"}
"""Kinds of sign that a name on the net is written with, beside - and . (RFC 5892): no symbol, no blank of a script."""
_ENCODED = re.compile(r"=\?.*\?=?")
"""A mail program would read it as an encoded word (RFC 2047), which can hold anything, also a line end."""
SHOWN = 60
_WITHOUT_DOTS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}
"""Where dots before the @ lead to the same mailbox, and the name it is compared by."""
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"


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
    if at and (sign := _foreign(local) or _mixed(place)):
        raise Refused(_with_sign(address, sign))
    if not at or not _LOCAL.fullmatch(local) or _ENCODED.search(local):
        raise Refused(_not_an_address(address))
    if len(local) > LONGEST_LOCAL:
        raise Refused(_too_long(address))
    found = _place(place)
    if found is None:
        raise Refused(_not_an_address(address))
    if len(local) + 1 + found.sent > LONGEST:
        raise Refused(_too_long(address))
    return f"{local}@{found.read}"


def is_mailbox(text: str) -> bool:
    """Whether a letter can be sent to it."""
    try:
        mailbox(text)
    except Refused:
        return False
    return True


def inbox(text: str) -> str:
    """Where the mail ends up, to compare who gets a code: as `mailbox`, without what stands after a plus.

    `anna+svar@` and `anna@` are one person (RFC 5233); each person gets one code. So are `an.na@gmail.com` and
    `anna@googlemail.com`. What is no address is only brought to small letters: an old row that holds one must not stop
    the comparison.
    """
    try:
        address = mailbox(text)
    except Refused:
        address = plain(text).lower()
    local, _at, place = address.rpartition("@")
    local = local.split("+")[0] or local
    if place in _WITHOUT_DOTS:
        return f"{local.replace('.', '')}@{_WITHOUT_DOTS[place]}"
    return f"{local}@{place}"


def _foreign(local: str) -> str:
    """The first letter or dash before the @ that no address has there; it may look like one that does."""
    return next((sign for sign in local if not sign.isascii() and (sign.isalpha() or sign in _DASHES)), "")


def _mixed(place: str) -> str:
    """A letter of another script among those of ours in one word of the place, which looks like one of ours."""
    for label in place.split("."):
        others = [sign for sign in label if sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN")]
        if others and any(sign.isascii() and sign.isalpha() for sign in label):
            return others[0]
    return ""


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands after the @ as people read it, and how many signs it is on its way."""

    read: str
    sent: int


@lru_cache(maxsize=1_000)
def _place(place: str) -> _Place | None:
    """None for what is no name on the net. A list of thousands has few of them."""
    if not all(sign in "-.\u3002" or unicodedata.category(sign)[0] in _IN_A_NAME for sign in place):
        return None
    try:
        sent = place.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        return None
    labels = sent.split(".")
    is_name = all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdecimal()
    if not is_name or (len(labels) == 1 and sent != "localhost"):
        return None
    return _Place(_as_read(sent), len(sent))


def _as_read(sent: str) -> str:
    """`xn--` in letters, where the letters lead back to the same name."""
    try:
        read = sent.encode("ascii").decode("idna").lower()
        return read if read.encode("idna").decode("ascii") == sent else sent
    except UnicodeError:
        return sent


def _not_an_address(address: str) -> Text:
    shown = " ".join(address.split())[:SHOWN]
    return filled(
        Text(
            da="»{shown}« er ikke en mailadresse. Ret den, eller slet den.",
            en="“{shown}” is not a mail address. Correct it or delete it.",
        ),
        shown=shown,
    )


def _with_sign(address: str, sign: str) -> Text:
    """Names the sign: `аnna@x.dk` with a Cyrillic а looks right."""
    is_ours = unicodedata.name(sign, "").startswith("LATIN")
    return filled(
        Text(
            da="I »{shown}« kan »{sign}« ikke stå før @: Dér er kun bogstaver fra a til z. Ret adressen, eller slet "
            "den.",
            en="In “{shown}” the letter “{sign}” cannot stand before the @: only letters from a to z do. Correct the "
            "address, or delete it.",
        ) if is_ours else Text(
            da="I »{shown}« er »{sign}« et tegn, som ikke kan stå der, også selv om det ligner et andet. Skriv "
            "adressen igen, eller slet den.",
            en="In “{shown}” the sign “{sign}” cannot stand there, even where it looks like another. Write the "
            "address again, or delete it.",
        ),
        shown=" ".join(address.split())[:SHOWN], sign=sign,
    )  # fmt: skip


def _too_long(address: str) -> Text:
    shown = address[:SHOWN]
    return filled(
        Text(
            da="Mailadressen »{shown} …« er for lang. Ret den, eller slet den.",
            en="The mail address “{shown} …” is too long. Correct it or delete it.",
        ),
        shown=shown,
    )
