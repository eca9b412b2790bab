"""Vouchers: what is given for a code, or for a phone's key, and taken with an answer. They vouch for themselves.

No table of vouchers exists: a row would be written together with the spent code, and again together with
the answer, and so tie the two. A voucher is a random-looking serial with the mark of the round, or of the room's part:

    serial = tag(key, who's entry, the device's secret number)     mark = tag(key, place, category, serial)

The entry is a code's in a round and a participant's in a room; the place is a unit of a round, or a box of a room.
The device's secret number is never stored, so the serial in a box cannot be computed from a copy.
"""

import base64
import binascii
import hmac
import os
import uuid
from dataclasses import dataclass

from kulturspejl.vault.sealing import tag

SIZE = 16 + 4 + 16 + 16
LEAST_SECRET = 16
_process_secret = os.urandom(32)


@dataclass(frozen=True)
class Voucher:
    """The right to put one answer of one category into one place's boxes."""

    place: uuid.UUID
    category: str
    serial: bytes
    mark: bytes

    def __str__(self) -> str:
        raw = self.place.bytes + self.category.encode().ljust(4) + self.serial + self.mark
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def secret_of(given: bytes | None, entry: bytes) -> bytes:
    """The device's secret number; where it sent none, one that this process makes up and never writes down."""
    if given is not None and len(given) >= LEAST_SECRET:
        return given
    return hmac.digest(_process_secret, entry, "sha256")


def make(key: bytes, place: uuid.UUID, category: str, entry: bytes, secret: bytes) -> Voucher:
    """The voucher for this entry and this device's secret number: the same two always give the same."""
    serial = tag(key, "serial", entry, secret)
    return Voucher(place, category, serial, _mark(key, place, category, serial))


def read(text: str) -> Voucher | None:
    """The voucher in the text, not yet believed; None when the text is none."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(raw) != SIZE:
        return None
    try:
        category = raw[16:20].decode("ascii").strip()
    except UnicodeDecodeError:
        return None
    return Voucher(uuid.UUID(bytes=raw[:16]), category, raw[20:36], raw[36:])


def is_genuine(key: bytes, voucher: Voucher) -> bool:
    """Whether this instance gave the voucher for the round that `key` belongs to."""
    expected = _mark(key, voucher.place, voucher.category, voucher.serial)
    return hmac.compare_digest(expected, voucher.mark)


def _mark(key: bytes, place: uuid.UUID, category: str, serial: bytes) -> bytes:
    return tag(key, "mark", place.bytes, category.encode(), serial)
