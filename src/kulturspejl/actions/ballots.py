"""The boxes of an open round: the only room that touches raw answers.

A box is a list of fixed-size records sorted by the voucher's random serial, sealed whole. Adding an answer
rewrites the list, so the box shows neither when nor in what order its answers came.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kulturspejl.actions.gates import shard_of
from kulturspejl.records import keys
from kulturspejl.records.ballots import CATEGORY, HEAD, RETRY, SERIAL, Box
from kulturspejl.records.sealing import seal, unseal


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


def build(key: bytes, round_unit: uuid.UUID, shards: int) -> None:
    """Set up the unit's empty boxes, in the caller's transaction."""
    Box.objects.bulk_create(
        Box(round_unit_id=round_unit, shard=shard, sealed=seal(key, b"", _place(round_unit, shard)))
        for shard in range(shards)
    )


def drop_all(ballots: Sequence[Ballot]) -> list[Dropped]:
    """Put the answers into their boxes, each once. Runs inside the writer's transaction."""
    by_box: dict[tuple[uuid.UUID, int], list[int]] = defaultdict(list)
    for index, one in enumerate(ballots):
        by_box[one.round_unit, shard_of(one.serial, one.shards)].append(index)
    outcomes = [Dropped.CLOSED] * len(ballots)
    for (round_unit, shard), indexes in by_box.items():
        box = Box.objects.select_for_update().filter(round_unit_id=round_unit, shard=shard, is_open=True).first()
        if box is None:
            continue
        key = keys.get(ballots[indexes[0]].round_id)
        size = HEAD + 2 * len(ballots[indexes[0]].numbers)
        records = dict(_records(key, box, size))
        for index in indexes:
            outcomes[index] = _drop(records, ballots[index])
        plain = b"".join(records[serial] for serial in sorted(records))
        box.sealed = seal(key, plain, _place(round_unit, shard))
        box.save(update_fields=["sealed"])
    return outcomes


def shut(round_id: uuid.UUID) -> None:
    """From this commit on the round's boxes take nothing."""
    Box.objects.filter(round_unit__round_id=round_id).update(is_open=False)


def is_shut(round_id: uuid.UUID) -> bool:
    """Whether no box of the round takes answers any longer."""
    return not Box.objects.filter(round_unit__round_id=round_id, is_open=True).exists()


def read_matrix(
    round_id: uuid.UUID, round_unit: uuid.UUID, width: int, rng: np.random.Generator
) -> dict[str, NDArray[np.uint16]]:
    """The unit's answers as (n, width) small integers by category, rows in random order and without serials."""
    key = keys.get(round_id)
    rows: dict[str, list[bytes]] = defaultdict(list)
    for box in Box.objects.filter(round_unit_id=round_unit):
        for _serial, record in _records(key, box, HEAD + 2 * width):
            rows[record[HEAD - CATEGORY : HEAD].decode().strip()].append(record[HEAD:])
    return {
        category: rng.permutation(np.frombuffer(b"".join(answers), dtype="<u2").reshape(-1, width))
        for category, answers in rows.items()
    }


def destroy(round_id: uuid.UUID) -> None:
    """Delete the round's boxes."""
    Box.objects.filter(round_unit__round_id=round_id).delete()


def _drop(records: dict[bytes, bytes], one: Ballot) -> Dropped:
    there = records.get(one.serial)
    if there is not None:
        same = there[SERIAL : SERIAL + RETRY] == one.retry_id.bytes
        return Dropped.AGAIN if same else Dropped.VOUCHER_USED
    numbers = np.asarray(one.numbers, dtype="<u2").tobytes()
    records[one.serial] = one.serial + one.retry_id.bytes + one.category.encode().ljust(CATEGORY) + numbers
    return Dropped.STORED


def _records(key: bytes, box: Box, size: int) -> Iterator[tuple[bytes, bytes]]:
    plain = unseal(key, box.sealed, _place(box.round_unit_id, box.shard))
    for start in range(0, len(plain), size):
        record = plain[start : start + size]
        yield record[:SERIAL], record


def _place(round_unit: uuid.UUID, shard: int) -> bytes:
    return b"box" + round_unit.bytes + shard.to_bytes(2, "big")
