"""Codes for the invited: a long one for links and a short one to type, which lead to the same entry of the gate."""

from kulturspejl.records.models import Door, Invitation, RoundUnit
from kulturspejl.vault import codes
from kulturspejl.vault.sealing import seal


def give_code(key: bytes, one: Invitation, unit: RoundUnit, entry: bytes, short: str) -> list[Door]:
    """Both codes of one person lead to the same entry; a mail carries both, so does a card. Nothing is saved here."""
    long = codes.make_long()
    one.code_sealed = seal(key, f"{long} {short}".encode(), one.id.bytes)
    return [Door(code_hash=codes.fingerprint(code), round_unit=unit, entry=entry) for code in (long, short)]


def unused_shorts(count: int) -> list[str]:
    """So many different short codes that open no door yet."""
    found: dict[str, str] = {}
    while len(found) < count:
        fresh = {codes.fingerprint(short): short for short in (codes.make_short() for _ in range(count - len(found)))}
        taken = set(Door.objects.filter(code_hash__in=fresh).values_list("code_hash", flat=True))
        found |= {mark: short for mark, short in fresh.items() if mark not in taken}
    return list(found.values())
