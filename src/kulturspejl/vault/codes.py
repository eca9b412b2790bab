"""Codes: long ones for links and QR, short ones to type, from letters that cannot be mistaken for each other."""

import hmac
import secrets
from functools import lru_cache

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SHORT = 8
ROOM = 6
LONG = 27
"""30 signs carry 4.9 bits each: 27 of them are 132 bits, 8 are 39."""


def make_short() -> str:
    """Eight signs, shown as 4 + 4."""
    return _make(SHORT)


def make_room() -> str:
    """Six signs for a room: 29 bits, for a day."""
    return _make(ROOM)


def make_long() -> str:
    """A code for links and QR: 128 bits and a little more."""
    return _make(LONG)


def long_from(secret: bytes) -> str:
    """The long code that belongs to 32 bytes that nobody can foresee: the same again for the same."""
    number, signs = int.from_bytes(secret, "big"), ""
    for _ in range(LONG):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs


def long_again(purpose: bytes, whose: bytes) -> str:
    """The long code that this instance alone can make, and makes again for the same: nothing of it need be kept."""
    key = hmac.digest(settings.SECRET_KEY.encode(), b"kulturspejl." + purpose, "sha256")
    return long_from(hmac.digest(key, whose, "sha256"))


def normalise(typed: str) -> str:
    """What somebody typed, without spaces and dashes, in capitals."""
    capitals = typed.upper()
    return capitals if capitals.isalnum() else "".join(sign for sign in capitals if sign.isalnum())


def fingerprint(code: str) -> str:
    """The hash under which a code's door stands: keyed, so that a copied table alone cannot be guessed against."""
    return hmac.digest(_key(settings.SECRET_KEY), normalise(code).encode(), "sha256").hex()


@lru_cache(maxsize=2)
def _key(secret: str) -> bytes:
    return hmac.digest(secret.encode(), b"kulturspejl.codes", "sha256")


def _make(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
