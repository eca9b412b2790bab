"""The code for a voucher. Knows the code, never sees an answer (science.md 2.9)."""

import uuid
from datetime import datetime
from functools import partial

from kulturspejl.access.door_of import entry_of
from kulturspejl.actions import gates, open_rounds, vouchers, writer
from kulturspejl.core.errors import Conflict, Gone, NotThere
from kulturspejl.core.text import Text
from kulturspejl.vault import codes, keys

UNKNOWN = Text(
    da="Koden er ukendt eller allerede brugt. Har du svaret, kan du se resultatet med samme kode, "
    "når målingen er lukket.",
    en="The code is unknown or has been used already. If you have answered, the same code shows the result "
    "once the round is closed.",
)
CLOSED = Text(
    da="Målingen blev lukket, før dit svar nåede frem, så det kan ikke tælle med. Dine tal ligger stadig på din "
    "telefon eller computer. Resultatet åbner med den samme kode.",
    en="The round was closed before your answer came, so it cannot count. Your numbers are still on your own device. "
    "The same code opens the result.",
)
"""A round that was never sent has no doors, so whoever has one of these codes was asked."""


def admit(*, code: str, blinded: bytes | None, now: datetime) -> str:
    """Spend the code and return a voucher; the same request returns the same voucher.

    `blinded` is a secret number of the device, at least 16 bytes. Without one the process makes it up from
    the code and a number that is never written down. Raises NotThere for an unknown code, Gone for a round that is
    closed (its codes open the result), Conflict when the code was spent by another request.
    """
    return writer.fulfil(admission(code=code, blinded=blinded, now=now))


def admission(*, code: str, blinded: bytes | None, now: datetime) -> writer.Order[str]:
    """What `admit` asks of the writer, after every rule of its own. Raises as `admit`."""
    door = entry_of(codes.fingerprint(code))
    if door is None:
        raise NotThere(UNKNOWN)
    round_unit, entry = door
    unit = open_rounds.find(round_unit)
    if entry is None or unit is None or now >= unit.closes_at:
        raise Gone(CLOSED)
    secret = vouchers.secret_of(blinded, entry)
    asked = gates.Admission(unit.round_id, unit.round_unit, entry, secret, unit.shards)
    return writer.Order(gates.admit_all, asked, partial(_voucher, unit.round_id, unit.round_unit, entry, secret))


def _voucher(
    round_id: uuid.UUID, round_unit: uuid.UUID, entry: bytes, secret: bytes, category: str | gates.Shut
) -> str:
    if category is gates.Shut.SPENT:
        raise Conflict(UNKNOWN)
    if category is gates.Shut.CLOSED:
        raise Gone(CLOSED)
    try:
        key = keys.get(round_id)
    except keys.KeyGone as error:
        raise Gone(CLOSED) from error
    return str(vouchers.make(key, round_unit, category, entry, secret))
