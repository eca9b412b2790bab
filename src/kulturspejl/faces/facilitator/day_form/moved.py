"""What the buttons of the form do before anything is saved: add, move, take out, or begin the day at another time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.planning import DAY_ENDS, MOST_ITEMS, MOST_STATIONS
from kulturspejl.core.content.programme import PROTECTED, PlannedKind, SlotKind
from kulturspejl.faces.facilitator.day_form.made import minute_of
from kulturspejl.faces.facilitator.day_form.typed import (
    TypedDay,
    TypedItem,
    TypedStation,
    clock,
    new_exercise,
)

One = TypeVar("One")
NEW_MINUTES, NEW_ITEM = "5", 15


def moved(day: TypedDay, do: str, what: str, begins: str, exercises: Mapping[str, Exercise]) -> tuple[TypedDay, str]:
    """The day after a button, and where the eye is to go: an item's id, or "<item>.<place>"; "" for nowhere.

    `do` is "<verb>:<where>". `what` is chosen beside the button "add": a kind, or "exercise:<id>"; `begins` is the time
    of day beside the button "begin". A button that means nothing any more does nothing.
    """
    verb, _colon, where = do.partition(":")
    if verb == "begin":
        return _begun_at(day, begins), ""
    ids = [item.id for item in day.items]
    item, _dot, place = where.rpartition(".") if verb in ("up", "down", "drop") else (where, "", "")
    if item not in ids:
        return day, ""
    at = ids.index(item)
    if verb in ITEM_VERBS:
        return ITEM_VERBS[verb](day, at)
    if verb == "add":
        return _added(day, at, what, exercises)
    if verb in VERBS and place.isdigit() and int(place) < len(day.items[at].stations):
        return VERBS[verb](day, at, int(place))
    return day, ""


Made = tuple[TypedDay, str]


def _up(day: TypedDay, at: int, place: int) -> Made:
    return _along(day, at, place, -1)


def _down(day: TypedDay, at: int, place: int) -> Made:
    return _along(day, at, place, 1)


def _along(day: TypedDay, at: int, place: int, way: int) -> Made:
    """One place on; past the end of its item, into the next item that is no break."""
    item = day.items[at]
    one, rest = item.stations[place], _without(item.stations, place)
    if 0 <= place + way < len(item.stations):
        return _with(day, at, _put(rest, place + way, one)), f"{item.id}.{place + way}"
    to = at + way
    while 0 <= to < len(day.items) and day.items[to].kind in PROTECTED:
        to += way
    if not 0 <= to < len(day.items):
        return day, f"{item.id}.{place}"
    other = day.items[to].stations
    there = len(other) if way < 0 else 0
    made = _with(_with(day, at, rest), to, _put(other, there, one))
    return made, f"{day.items[to].id}.{there}"


def _drop(day: TypedDay, at: int, place: int) -> Made:
    return _with(day, at, _without(day.items[at].stations, place)), day.items[at].id


def _added(day: TypedDay, at: int, what: str, exercises: Mapping[str, Exercise]) -> Made:
    """After what is held, before what is only offered."""
    kind, _colon, id = what.partition(":")
    item = day.items[at]
    if len(item.stations) >= MOST_STATIONS or item.kind in PROTECTED:
        return day, item.id
    if kind == PlannedKind.EXERCISE:
        if id not in exercises:
            return day, item.id
        made = new_exercise(exercises[id])
    elif kind == "model":
        made = TypedStation(PlannedKind.INPUT, minutes=NEW_MINUTES, model=id)
    else:
        made = TypedStation(PlannedKind.BREAK if kind == PlannedKind.BREAK else PlannedKind.INPUT, minutes=NEW_MINUTES)
    there = 1 + max((place for place, one in enumerate(item.stations) if one.is_ticked), default=-1)
    return _with(day, at, _put(item.stations, there, made)), f"{item.id}.{there}"


def _item_up(day: TypedDay, at: int) -> Made:
    return _swapped(day, at - 1, day.items[at].id) if at > 0 else (day, day.items[at].id)


def _item_down(day: TypedDay, at: int) -> Made:
    return _swapped(day, at, day.items[at].id) if at + 1 < len(day.items) else (day, day.items[at].id)


def _swapped(day: TypedDay, at: int, eye: str) -> Made:
    """The item at `at` and the next change places; together they fill the same time, each as long as it was."""
    first, second = day.items[at], day.items[at + 1]
    times = [minute_of(one) for one in (first.start, first.end, second.start, second.end)]
    read = [one for one in times if one is not None]
    if len(read) == len(times):
        begin, first_end, middle, end = read
        between = begin + end - middle
        second = replace(second, start=clock(begin), end=clock(between))
        first = replace(first, start=clock(between + middle - first_end), end=clock(end))
    return replace(day, items=(*day.items[:at], second, first, *day.items[at + 2 :])), eye


def _item_drop(day: TypedDay, at: int) -> Made:
    items = _without(day.items, at)
    return replace(day, items=items), items[min(at, len(items) - 1)].id if items else ""


def _item_add(day: TypedDay, at: int) -> Made:
    """A quarter of an hour after this one; the times are the facilitator's to mend."""
    if len(day.items) >= MOST_ITEMS:
        return day, day.items[at].id
    taken = {item.id for item in day.items}
    id = next(f"item_{number}" for number in range(1, 1000) if f"item_{number}" not in taken)
    start = minute_of(day.items[at].end) or 0
    made = TypedItem(id, clock(start), clock(min(start + NEW_ITEM, DAY_ENDS - 1)), SlotKind.BLOCK, "")
    return replace(day, items=_put(day.items, at + 1, made)), id


def _begun_at(day: TypedDay, begins: str) -> TypedDay:
    """The whole day at another time, as long as it is and with its breaks where they were in it."""
    wanted, first = minute_of(begins), minute_of(day.items[0].start) if day.items else None
    if wanted is None or first is None:
        return day
    return replace(day, items=tuple(_later(item, wanted - first) for item in day.items))


def _later(item: TypedItem, minutes: int) -> TypedItem:
    def later(time: str) -> str:
        at = minute_of(time)
        return time if at is None or not 0 <= at + minutes < DAY_ENDS else clock(at + minutes)

    return replace(item, start=later(item.start), end=later(item.end))


def _with(day: TypedDay, at: int, stations: tuple[TypedStation, ...]) -> TypedDay:
    return replace(day, items=(*day.items[:at], replace(day.items[at], stations=stations), *day.items[at + 1 :]))


def _put(row: Sequence[One], place: int, one: One) -> tuple[One, ...]:
    return (*row[:place], one, *row[place:])


def _without(row: Sequence[One], place: int) -> tuple[One, ...]:
    return (*row[:place], *row[place + 1 :])


VERBS: dict[str, Callable[[TypedDay, int, int], Made]] = {"up": _up, "down": _down, "drop": _drop}
ITEM_VERBS: dict[str, Callable[[TypedDay, int], Made]] = {
    "item_up": _item_up, "item_down": _item_down, "item_drop": _item_drop, "item_add": _item_add,
}  # fmt: skip
