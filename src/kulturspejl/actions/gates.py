"""A unit's codes and which of them are spent: a sealed list under the codes' random entries."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kulturspejl.records.models import Gate
from kulturspejl.vault import batches, keys
from kulturspejl.vault.sealed_list import NUMBER, Records, open_list, seal_list
from kulturspejl.vault.sealing import tag

ENTRY = NUMBER
CATEGORY = 4
RECORD = ENTRY + CATEGORY + 16
UNSPENT = bytes(16)
PER_SHARD = 64
_TABLE = Gate._meta.db_table


@dataclass(frozen=True)
class Admission:
    """Somebody at the gate with a code's entry and a secret number of their device."""

    round_id: uuid.UUID
    round_unit: uuid.UUID
    entry: bytes
    secret: bytes
    shards: int


class Shut(Enum):
    """Why somebody was not let in."""

    SPENT = "spent by another device"
    CLOSED = "the key is gone: the round was closed between the look at the door and the gate"


def shards_for(codes: int) -> int:
    """How many gates (and boxes) a unit gets: about 64 people to each."""
    return max(1, -(-codes // PER_SHARD))


def build(key: bytes, round_unit: uuid.UUID, categories: Mapping[bytes, str], shards: int) -> list[Gate]:
    """The unit's gates, nothing spent, for `categories` = entry -> category."""
    lists: dict[int, dict[bytes, bytes]] = {shard: {} for shard in range(shards)}
    for entry, category in categories.items():
        lists[shard_of(entry, shards)][entry] = unspent(category)
    return [
        Gate(round_unit_id=round_unit, shard=shard, sealed=seal_list(key, records, _about(round_unit, shard)))
        for shard, records in lists.items()
    ]


def unspent(category: str = "") -> bytes:
    """What stands beside an entry that nobody has used yet."""
    return category.encode().ljust(CATEGORY) + UNSPENT


def shard_of(number: bytes, shards: int) -> int:
    """Which shard a random number belongs to."""
    return int.from_bytes(number[:4], "big") % shards


def admit_all(admissions: Sequence[Admission]) -> list[str | Shut]:
    """Spend the codes; the category of each, or why there is none.

    The same entry with the same secret number is admitted again, so that a lost reply can be asked for once
    more. Runs inside the writer's transaction; each gate is read and written once.
    """
    by_gate: dict[batches.Place, list[int]] = defaultdict(list)
    for index, one in enumerate(admissions):
        by_gate[one.round_unit, shard_of(one.entry, one.shards)].append(index)
    outcomes: list[str | Shut] = [Shut.CLOSED] * len(admissions)
    written: dict[int, tuple[bytes]] = {}
    for place, (row_id, sealed) in batches.fetch(_TABLE, ("sealed",), by_gate).items():
        some = [admissions[index] for index in by_gate[place]]
        try:
            key = keys.get(some[0].round_id)
        except keys.KeyGone:
            continue
        records = open_list(key, sealed, _about(*place), RECORD)
        for index, one in zip(by_gate[place], some, strict=True):
            category = spend(records, one.entry, one.secret, key)
            outcomes[index] = Shut.SPENT if category is None else category
        written[row_id] = (seal_list(key, records, _about(*place)),)
        records.forget()
    batches.write(_TABLE, ("sealed",), written)
    return outcomes


def spend(records: Records, entry: bytes, secret: bytes, key: bytes) -> str | None:
    """Mark the entry in an opened gate; its category, None where there is no such entry or another secret spent it."""
    there = records.get(entry)
    mark = tag(key, "secret", entry, secret)
    if there is None or there[CATEGORY:] not in (UNSPENT, mark):
        return None
    records[entry] = there[:CATEGORY] + mark
    return there[:CATEGORY].decode().strip()


def _about(round_unit: uuid.UUID, shard: int) -> bytes:
    return b"gate" + round_unit.bytes + shard.to_bytes(2, "big")
