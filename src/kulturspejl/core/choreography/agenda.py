"""The day's plan in minutes after midnight: how late it is, and two ways on that leave breaks as long as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Slot:
    """One item of the agenda; `is_protected` is a break or lunch."""

    key: str
    start: int
    end: int
    is_protected: bool = False

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start


Slots = tuple[Slot, ...]
SHORTEST = 5
"""No item is pressed under five minutes: then it is better left out."""


def begun_at(slots: Sequence[Slot], minute: int) -> Slots:
    """The same plan with its first item at `minute` (after midnight): for a meeting that begins when it begins."""
    later = minute - slots[0].start if slots else 0
    return tuple(replace(slot, start=slot.start + later, end=slot.end + later) for slot in slots)


def behind(slots: Sequence[Slot], at: int, minute: int, minutes_to_go: int) -> int:
    """Minutes that item `at` will run over its end, when `minutes_to_go` of it are left at `minute`; 0 if none."""
    return max(0, minute + minutes_to_go - slots[at].end)


def shorten(slots: Sequence[Slot], at: int, late: int) -> Slots:
    """Breaks begin when they were to: item `at` ends `late` minutes later, and the items before the break give them.

    Each gives in proportion to its length, whole minutes, none under five. What they cannot give, moves the rest.
    """
    end = next((i for i in range(at + 1, len(slots)) if slots[i].is_protected), len(slots))
    made = _longer(slots, at, late)
    given = _shares([slot.minutes for slot in slots[at + 1 : end]], late)
    for offset, share in enumerate(given):
        index = at + 1 + offset
        made[index] = replace(made[index], end=made[index].end - share)
    return _in_a_row(made, at)


def push(slots: Sequence[Slot], at: int, late: int) -> Slots:
    """Everything after item `at` moves `late` minutes and stays as long as it is."""
    return _in_a_row(_longer(slots, at, late), at)


def ends(slots: Sequence[Slot]) -> int:
    """When the day is over."""
    return slots[-1].end


def _longer(slots: Sequence[Slot], at: int, late: int) -> list[Slot]:
    made = list(slots)
    made[at] = replace(made[at], end=made[at].end + late)
    return made


def _in_a_row(slots: Sequence[Slot], at: int) -> Slots:
    """Each item after `at` begins when the one before it ends, and lasts as long as it does."""
    made = list(slots)
    for index in range(at + 1, len(made)):
        length = made[index].minutes
        made[index] = replace(made[index], start=made[index - 1].end, end=made[index - 1].end + length)
    return tuple(made)


def _shares(lengths: Sequence[int], late: int) -> list[int]:
    """`late` minutes taken from `lengths` in proportion, by largest remainder, leaving five minutes of each."""
    room = [max(0, length - SHORTEST) for length in lengths]
    wanted = min(late, sum(room))
    if wanted == 0:
        return [0] * len(room)
    exact = [wanted * one / sum(room) for one in room]
    shares = [int(one) for one in exact]
    by_rest = sorted(range(len(room)), key=lambda index: (shares[index] - exact[index], index))
    for index in by_rest[: wanted - sum(shares)]:
        shares[index] += 1
    return shares
