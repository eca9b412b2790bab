"""Vouchers: what admit gives for a code and submit takes for an answer. They vouch for themselves.

No table of vouchers exists: a row would be written together with the spent code, and again together with
the answer, and so tie the two. A voucher is a random-looking serial with the round's own mark:

    serial = tag(key, code's entry, the device's secret number)     mark = tag(key, unit, category, serial)

The device's secret number is never stored, so the serial in a box cannot be computed from a copy.
"""

import base64
import binascii
import hmac
import uuid
from dataclasses import dataclass

from kulturspejl.records.sealing import tag

SIZE = 16 + 4 + 16 + 16


@dataclass(frozen=True)
class Voucher:
    """The right to put one answer of one category into one unit's boxes."""

    round_unit: uuid.UUID
    category: str
    serial: bytes
    mark: bytes

    def __str__(self) -> str:
        raw = self.round_unit.bytes + self.category.encode().ljust(4) + self.serial + self.mark
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def make(key: bytes, round_unit: uuid.UUID, category: str, entry: bytes, secret: bytes) -> Voucher:
    """The voucher for this entry and this device's secret number: the same two always give the same."""
    serial = tag(key, "serial", entry, secret)
    return Voucher(round_unit, category, serial, _mark(key, round_unit, category, serial))


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
    expected = _mark(key, voucher.round_unit, voucher.category, voucher.serial)
    return hmac.compare_digest(expected, voucher.mark)


def _mark(key: bytes, round_unit: uuid.UUID, category: str, serial: bytes) -> bytes:
    return tag(key, "mark", round_unit.bytes, category.encode(), serial)
