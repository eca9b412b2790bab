"""The code for a voucher. Knows the code, never sees an answer (science.md 2.9)."""

from datetime import datetime

from kulturspejl.access.door_of import entry_of
from kulturspejl.actions import gates, open_rounds, vouchers, writer
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.vault import codes, keys

UNKNOWN = Text(
    da="Koden er ukendt eller allerede brugt. Har du svaret, kan du se resultatet med samme kode, "
    "når målingen er lukket.",
    en="The code is unknown or has been used already. If you have answered, the same code shows the result "
    "once the round is closed.",
)


def admit(*, code: str, blinded: bytes | None, now: datetime) -> str:
    """Spend the code and return a voucher; the same request returns the same voucher.

    `blinded` is a secret number of the device, at least 16 bytes. Without one the process makes it up from
    the code and a number that is never written down. Raises NotThere for an unknown code or a closed round,
    Conflict when the code was spent by another request.
    """
    door = entry_of(codes.fingerprint(code))
    unit = open_rounds.find(door[0]) if door else None
    if door is None or unit is None or now >= unit.closes_at:
        raise NotThere(UNKNOWN)
    entry = door[1]
    secret = vouchers.secret_of(blinded, entry)
    admission = gates.Admission(unit.round_id, unit.round_unit, entry, secret, unit.shards)
    try:
        category = writer.write(gates.admit_all, admission)
        key = keys.get(unit.round_id)
    except keys.KeyGone as error:
        # Closed between our look at the door and the gate: the key goes first of all.
        raise NotThere(UNKNOWN) from error
    if category is None:
        raise Conflict(UNKNOWN)
    return str(vouchers.make(key, unit.round_unit, category, entry, secret))
