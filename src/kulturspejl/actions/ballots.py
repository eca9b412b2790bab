"""The boxes of an open round: the only room that touches raw answers.

A box is a list of fixed-size records sorted by the voucher's random serial, sealed whole. Adding an answer
rewrites the list, so the box shows neither when nor in what order its answers came.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from kulturspejl.actions.gates import shard_of
from kulturspejl.records.ballots import CATEGORY, HEAD, RETRY, SERIAL, Box
from kulturspejl.vault import batches, box_keys
from kulturspejl.vault.sealing import seal


class Dropped(Enum):
    """What became of an answer at the box."""

    STORED = "stored"
    AGAIN = "again"
    VOUCHER_USED = "voucher used"
    CLOSED = "closed"


@dataclass(frozen=True)
class Ballot:
    """One complete answer on its way into a box; `numbers` in the canonical order of the form's keys."""

    round_id: uuid.UUID
    round_unit: uuid.UUID
    shards: int
    category: str
    serial: bytes
    retry_id: uuid.UUID
    numbers: tuple[int, ...]


def build(round_id: uuid.UUID, shards: Sequence[tuple[uuid.UUID, int]]) -> None:
    """Set up the round's empty boxes, in the caller's transaction; `shards` = how many each round unit gets."""
    places = [(unit, shard) for unit, count in shards for shard in range(count)]
    first = [box_keys.new_key() for _ in places]
    box_keys.create(round_id, first)
    Box.objects.bulk_create(
        Box(round_unit_id=unit, shard=shard, slot=slot, sealed=seal(key, b"", _place(unit, shard)))
        for slot, ((unit, shard), key) in enumerate(zip(places, first, strict=True))
    )


def drop_all(ballots: Sequence[Ballot]) -> list[Dropped]:
    """Put the answers into their boxes, each once. Runs inside the writer's transaction."""
    outcomes = [Dropped.CLOSED] * len(ballots)
    by_box = _by_box(ballots)
    staged: dict[uuid.UUID, dict[int, tuple[bytes, bytes]]] = defaultdict(dict)
    written: dict[int, bytes] = {}
    open_boxes = batches.fetch(Box._meta.db_table, ", slot", by_box, "AND is_open")
    for place, (row_id, sealed, slot) in open_boxes.items():
        first = ballots[by_box[place][0]]
        plain, key = box_keys.open_box(first.round_id, slot, sealed, _place(*place))
        records = dict(_records(plain, HEAD + 2 * len(first.numbers)))
        for index in by_box[place]:
            outcomes[index] = _drop(records, ballots[index])
        staged[first.round_id][slot] = (key, box_keys.new_key())
        written[row_id] = _sealed(records, staged[first.round_id][slot][1], *place)
    for round_id, pairs in staged.items():
        box_keys.stage(round_id, pairs)
        transaction.on_commit(partial(box_keys.settle, round_id, pairs))
    batches.write(Box._meta.db_table, written)
    return outcomes


def _by_box(ballots: Sequence[Ballot]) -> dict[batches.Place, list[int]]:
    by_box: dict[batches.Place, list[int]] = defaultdict(list)
    for index, one in enumerate(ballots):
        by_box[one.round_unit, shard_of(one.serial, one.shards)].append(index)
    return by_box


def _sealed(records: dict[bytes, bytes], key: bytes, round_unit: uuid.UUID, shard: int) -> bytes:
    return seal(key, b"".join(records[serial] for serial in sorted(records)), _place(round_unit, shard))


def shut(round_id: uuid.UUID) -> None:
    """From this commit on the round's boxes take nothing."""
    Box.objects.filter(round_unit__round_id=round_id).update(is_open=False)


def read_matrix(
    round_id: uuid.UUID, round_unit: uuid.UUID, width: int, rng: np.random.Generator
) -> dict[str, NDArray[np.uint16]]:
    """The unit's answers as (n, width) small integers by category, rows in random order and without serials."""
    rows: dict[str, list[bytes]] = defaultdict(list)
    for box in Box.objects.filter(round_unit_id=round_unit):
        plain, _key = box_keys.open_box(round_id, box.slot, box.sealed, _place(round_unit, box.shard))
        for _serial, record in _records(plain, HEAD + 2 * width):
            rows[record[HEAD - CATEGORY : HEAD].decode().strip()].append(record[HEAD:])
    return {
        category: rng.permutation(np.frombuffer(b"".join(answers), dtype="<u2").reshape(-1, width))
        for category, answers in rows.items()
    }


def destroy(round_id: uuid.UUID) -> None:
    """Delete the round's boxes and their keys, the keys first."""
    box_keys.destroy(round_id)
    Box.objects.filter(round_unit__round_id=round_id).delete()


def _drop(records: dict[bytes, bytes], one: Ballot) -> Dropped:
    there = records.get(one.serial)
    if there is not None:
        same = there[SERIAL : SERIAL + RETRY] == one.retry_id.bytes
        return Dropped.AGAIN if same else Dropped.VOUCHER_USED
    numbers = np.asarray(one.numbers, dtype="<u2").tobytes()
    records[one.serial] = one.serial + one.retry_id.bytes + one.category.encode().ljust(CATEGORY) + numbers
    return Dropped.STORED


def _records(plain: bytes, size: int) -> Iterator[tuple[bytes, bytes]]:
    for start in range(0, len(plain), size):
        record = plain[start : start + size]
        yield record[:SERIAL], record


def _place(round_unit: uuid.UUID, shard: int) -> bytes:
    return b"box" + round_unit.bytes + shard.to_bytes(2, "big")
