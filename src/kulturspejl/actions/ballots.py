"""The boxes of an open round: the only room that touches raw answers.

A box is a sealed list under the vouchers' random serials, so it shows neither when nor in what order its answers came.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kulturspejl.actions.each import each
from kulturspejl.actions.gates import shard_of
from kulturspejl.records.ballots import CATEGORY, HEAD, RETRY, Box
from kulturspejl.vault import batches, box_keys, boxes
from kulturspejl.vault.sealed_list import Records
from kulturspejl.vault.wiping import wipe

_TABLE = Box._meta.db_table


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
    empty = boxes.build(round_id, [_about(*place) for place in places])
    Box.objects.bulk_create(
        Box(round_unit_id=unit, shard=shard, slot=slot, sealed=sealed)
        for slot, ((unit, shard), sealed) in enumerate(zip(places, empty, strict=True))
    )


def drop_all(ballots: Sequence[Ballot]) -> list[Dropped]:
    """Put the answers into their boxes, each once. Runs inside the writer's turn and transaction."""
    outcomes = [Dropped.CLOSED] * len(ballots)
    written: dict[int, tuple[bytes, bytes]] = {}
    by_box = _by_box(ballots)
    rows = batches.fetch(_TABLE, ("slot", "sealed", "before"), by_box, "AND is_open")
    for place, (row_id, slot, sealed, before) in rows.items():
        first = ballots[by_box[place][0]]
        kept = boxes.Kept(first.round_id, slot, _about(*place), sealed, partial(bytes, before))
        box = boxes.OpenBox(kept, HEAD + 2 * len(first.numbers))
        for index in by_box[place]:
            outcomes[index] = _drop(box.records, ballots[index])
        written[row_id] = box.rewritten()
        box.records.forget()
    batches.write(_TABLE, ("sealed", "before"), written)
    return outcomes


def _by_box(ballots: Sequence[Ballot]) -> dict[batches.Place, list[int]]:
    by_box: dict[batches.Place, list[int]] = defaultdict(list)
    for index, one in enumerate(ballots):
        by_box[one.round_unit, shard_of(one.serial, one.shards)].append(index)
    return by_box


def shut(round_id: uuid.UUID) -> None:
    """From this commit on the round's boxes take nothing."""
    Box.objects.filter(round_unit__round_id=round_id).update(is_open=False)


def read_matrix(
    round_id: uuid.UUID, round_unit: uuid.UUID, width: int, rng: np.random.Generator
) -> dict[str, NDArray[np.uint16]]:
    """The unit's answers as (n, width) small integers by category, rows in random order and without serials."""
    rows: dict[str, list[bytes]] = defaultdict(list)
    with boxes.reading(round_id) as reading:
        for box in Box.objects.filter(round_unit_id=round_unit):
            records = reading.records(_kept(round_id, box), HEAD + 2 * width)
            for rest in records.values():
                rows[rest[RETRY : RETRY + CATEGORY].decode().strip()].append(rest[RETRY + CATEGORY :])
                wipe(rest)
            records.forget()
    return {category: _matrix(answers, width, rng) for category, answers in rows.items()}


def _matrix(answers: list[bytes], width: int, rng: np.random.Generator) -> NDArray[np.uint16]:
    """One array of them, in random order; they themselves are overwritten in memory."""
    together = b"".join(answers)
    matrix = rng.permutation(np.frombuffer(together, dtype="<u2").reshape(-1, width))
    wipe(together, *answers)
    return matrix


def destroy(round_id: uuid.UUID) -> None:
    """Delete the round's boxes and their keys, the keys first."""
    box_keys.destroy(round_id)
    Box.objects.filter(round_unit__round_id=round_id).delete()


def settle(*, now: datetime) -> None:
    """Leave one key to each box of a round for which an earlier version of the program has left two."""
    for one in each("keys of rounds", box_keys.with_two(), now=now):
        with one as round_id:
            rows = Box.objects.filter(round_unit__round_id=round_id).iterator()
            boxes.settle(round_id, (_kept(round_id, box) for box in rows))


def _drop(records: Records, one: Ballot) -> Dropped:
    there = records.get(one.serial)
    if there is not None:
        return Dropped.AGAIN if there[:RETRY] == one.retry_id.bytes else Dropped.VOUCHER_USED
    numbers = np.asarray(one.numbers, dtype="<u2").tobytes()
    records[one.serial] = one.retry_id.bytes + one.category.encode().ljust(CATEGORY) + numbers
    wipe(numbers)
    return Dropped.STORED


def _kept(round_id: uuid.UUID, box: Box) -> boxes.Kept:
    return boxes.Kept(round_id, box.slot, _about(box.round_unit_id, box.shard), box.sealed, lambda: box.before)


def _about(round_unit: uuid.UUID, shard: int) -> bytes:
    return b"box" + round_unit.bytes + shard.to_bytes(2, "big")
