"""A unit's codes and which of them are spent: fixed-size records, sorted by a random entry, sealed whole."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.records.models import Gate
from kulturspejl.vault import batches, keys
from kulturspejl.vault.sealing import seal, tag, unseal

ENTRY = 16
CATEGORY = 4
RECORD = ENTRY + CATEGORY + 16
UNSPENT = bytes(16)
PER_SHARD = 64


@dataclass(frozen=True)
class Admission:
    """Somebody at the gate with a code's entry and a secret number of their device."""

    round_id: uuid.UUID
    round_unit: uuid.UUID
    entry: bytes
    secret: bytes
    shards: int


def shards_for(codes: int) -> int:
    """How many gates (and boxes) a unit gets: about 64 people to each."""
    return max(1, -(-codes // PER_SHARD))


def build(key: bytes, round_unit: uuid.UUID, categories: Mapping[bytes, str], shards: int) -> list[Gate]:
    """The unit's gates, nothing spent, for `categories` = entry -> category."""
    lists: dict[int, list[bytes]] = {shard: [] for shard in range(shards)}
    for entry in sorted(categories):
        lists[shard_of(entry, shards)].append(entry + categories[entry].encode().ljust(CATEGORY) + UNSPENT)
    return [
        Gate(
            round_unit_id=round_unit, shard=shard, sealed=seal(key, b"".join(rows), _place(round_unit, shard))
        )
        for shard, rows in lists.items()
    ]


def shard_of(number: bytes, shards: int) -> int:
    """Which shard a random number belongs to."""
    return int.from_bytes(number[:4], "big") % shards


def admit_all(admissions: Sequence[Admission]) -> list[str | None]:
    """Spend the codes; the category of each, None where the code was spent by another device.

    The same entry with the same secret number is admitted again, so that a lost reply can be asked for once
    more. Runs inside the writer's transaction; each gate is read and written once.
    """
    by_gate: dict[batches.Place, list[int]] = defaultdict(list)
    for index, one in enumerate(admissions):
        by_gate[one.round_unit, shard_of(one.entry, one.shards)].append(index)
    outcomes: list[str | None] = [None] * len(admissions)
    written: dict[int, bytes] = {}
    for place, (row_id, sealed) in batches.fetch(Gate._meta.db_table, "", by_gate).items():
        key = keys.get(admissions[by_gate[place][0]].round_id)
        plain = bytearray(unseal(key, sealed, _place(*place)))
        for index in by_gate[place]:
            outcomes[index] = spend(plain, admissions[index].entry, admissions[index].secret, key)
        written[row_id] = seal(key, bytes(plain), _place(*place))
    batches.write(Gate._meta.db_table, written)
    return outcomes


def spend(plain: bytearray, entry: bytes, secret: bytes, key: bytes) -> str | None:
    """Mark the entry in an opened gate; its category, None where there is no such entry or another secret spent it."""
    mark = tag(key, "secret", entry, secret)
    for start in range(0, len(plain), RECORD):
        if plain[start : start + ENTRY] != entry:
            continue
        spent = bytes(plain[start + ENTRY + CATEGORY : start + RECORD])
        if spent not in (UNSPENT, mark):
            return None
        plain[start + ENTRY + CATEGORY : start + RECORD] = mark
        return plain[start + ENTRY : start + ENTRY + CATEGORY].decode().strip()
    return None


def entries(key: bytes, gate: Gate) -> dict[bytes, bool]:
    """Entry -> spent, for one gate."""
    plain = unseal(key, gate.sealed, _place(gate.round_unit_id, gate.shard))
    return {
        plain[start : start + ENTRY]: plain[start + ENTRY + CATEGORY : start + RECORD] != UNSPENT
        for start in range(0, len(plain), RECORD)
    }


def _place(round_unit: uuid.UUID, shard: int) -> bytes:
    return b"gate" + round_unit.bytes + shard.to_bytes(2, "big")
