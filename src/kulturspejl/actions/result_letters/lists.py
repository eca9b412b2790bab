"""The sealed lists of those to whom the letter about a result is still to go: made once, a line less a letter, ended.

A list is a box (vault.boxes): its records stand under random numbers, and its key is replaced at every write, so of a
line that is gone nothing can be opened any more, in no older page or log either. Its keys lie in a file of their own.
"""

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.db.models import F

from kulturspejl.records.models import Invitation, ResultLetters, Round
from kulturspejl.vault import box_keys, boxes
from kulturspejl.vault.sealed_list import NUMBER
from kulturspejl.vault.sealing import held_in
from kulturspejl.vault.turn import turn

A_LIST = 64
LANGUAGE = 5
HEAD = 16 + LANGUAGE
ROUNDED = 64
"""A line is as long as the longest of the round, and a little: a length of its own would tell lines apart."""


@dataclass(frozen=True)
class Line:
    """One letter that is still to go; `slot` and `number` say where the line stands."""

    slot: int
    number: bytes
    round_unit: uuid.UUID
    language: str
    address: str


def owner_of(round_id: uuid.UUID) -> uuid.UUID:
    """Whose the keys are: the same again for a round, so that what a kill left is found and written over."""
    return uuid.uuid5(round_id, "result letters")


def take_over(round_id: uuid.UUID) -> None:
    """Make the lists, inside the transaction in which the invitations go: so it happens once, whatever is cut short.

    Everybody with an address stands on one, whether they have answered or not; which line lies where is chance.
    """
    rows = Invitation.objects.filter(round_unit__round_id=round_id).exclude(address="")
    lines = [_packed(*row) for row in rows.values_list("round_unit_id", "language", "address")]
    if not lines:
        return
    chance = random.SystemRandom()
    chance.shuffle(lines)
    size = -(-max(len(line) for line in lines) // ROUNDED) * ROUNDED
    shares = [lines[at : at + A_LIST] for at in range(0, len(lines), A_LIST)]
    numbered = [{chance.randbytes(NUMBER): line.ljust(size, b"\0") for line in share} for share in shares]
    sealed = boxes.build_filled(
        owner_of(round_id), [(_about(round_id, slot), records) for slot, records in enumerate(numbered)]
    )
    ResultLetters.objects.bulk_create(
        ResultLetters(round_id=round_id, slot=slot, size=NUMBER + size, sealed=one) for slot, one in enumerate(sealed)
    )


def rounds_with_lists() -> list[uuid.UUID]:
    """The rounds that have letters about their result to send."""
    return list(ResultLetters.objects.order_by("round_id").values_list("round_id", flat=True).distinct())


def lines_of(round_id: uuid.UUID) -> Iterator[Line]:
    """The letters that are still to go, list by list. Raises KeyGone where the lists cannot be opened any more."""
    for slot in ResultLetters.objects.filter(round_id=round_id).order_by("slot").values_list("slot", flat=True):
        yield from _read(round_id, slot)


def take_out(line: Line, round_id: uuid.UUID, *, is_lost: bool) -> None:
    """The line dies: its letter has been taken, or (`is_lost`) never will be. On disk when this returns."""
    with turn(), transaction.atomic(durable=True):
        row = ResultLetters.objects.select_for_update().filter(round_id=round_id, slot=line.slot).first()
        if row is None:
            return
        box = boxes.OpenBox(_kept(row), row.size)
        if box.records.pop(line.number, None) is None:
            return
        row.sealed, row.before = box.rewritten()
        row.save(update_fields=["sealed", "before"])
        if is_lost:
            _lose(round_id, 1)


def end(round_id: uuid.UUID) -> None:
    """Destroy the lists, the keys first; what still stood on them is counted as lost. Repeating harms nothing."""
    box_keys.destroy(owner_of(round_id))
    with transaction.atomic():
        rows = list(ResultLetters.objects.select_for_update().filter(round_id=round_id))
        _lose(round_id, sum(held_in(row.sealed, row.size) for row in rows))
        ResultLetters.objects.filter(id__in=[row.id for row in rows]).delete()


def forget_with_round(round_id: uuid.UUID) -> None:
    """In the transaction in which the round goes, its lists with it: the keys go when that is through."""
    transaction.on_commit(partial(box_keys.destroy, owner_of(round_id)))


def owners_in_use() -> set[uuid.UUID]:
    """Under which names the keys of lists lie that are needed."""
    return {owner_of(round_id) for round_id in rounds_with_lists()}


def _read(round_id: uuid.UUID, slot: int) -> Sequence[Line]:
    with boxes.reading(owner_of(round_id)) as reading:
        row = ResultLetters.objects.filter(round_id=round_id, slot=slot).first()
        if row is None:
            return ()
        records = reading.records(_kept(row), row.size)
    return [_line(slot, number, packed) for number, packed in sorted(records.items())]


def _lose(round_id: uuid.UUID, letters: int) -> None:
    Round.objects.filter(id=round_id).update(result_letters_lost=F("result_letters_lost") + letters)


def _packed(round_unit: uuid.UUID, language: str, address: str) -> bytes:
    return round_unit.bytes + language.encode().ljust(LANGUAGE) + address.encode()


def _line(slot: int, number: bytes, packed: bytes) -> Line:
    language, address = packed[16:HEAD].decode().strip(), packed[HEAD:].rstrip(b"\0").decode()
    return Line(slot, number, uuid.UUID(bytes=packed[:16]), language, address)


def _kept(row: ResultLetters) -> boxes.Kept:
    return boxes.Kept(owner_of(row.round_id), row.slot, _about(row.round_id, row.slot), row.sealed, lambda: row.before)


def _about(round_id: uuid.UUID, slot: int) -> bytes:
    return b"result letters" + round_id.bytes + slot.to_bytes(4, "big")

