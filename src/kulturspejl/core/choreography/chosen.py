"""A day from before 0.5 as a sequence: its programme said what could be chosen, and its script what was."""

from collections.abc import Sequence
from dataclasses import replace

from kulturspejl.core.choreography.script import Script, Station
from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, Programme, StepTime


def is_older(script: Script) -> bool:
    """Whether a room was made when an item held exercises alone: no station of one says its place in the item."""
    return any(one.exercise and one.nth < 0 for one in script)


def as_sequence(plan: Programme, script: Script) -> tuple[Programme, Script]:
    """The programme with what was chosen ticked, in its order and with its minutes; keys and minutes stay."""
    items = tuple(_item(item, [one for one in script if one.slot == slot]) for slot, item in enumerate(plan.items))
    return replace(plan, items=items), tuple(replace(one, nth=_nth(one)) if one.exercise else one for one in script)


def _nth(station: Station) -> int:
    """An older key is "<item>.<exercise in it>.<step>"."""
    return int(station.key.split(".")[1])


def _item(item: AgendaItem, script: Sequence[Station]) -> AgendaItem:
    held: dict[int, list[Station]] = {}
    for one in script:
        if one.exercise:
            held.setdefault(_nth(one), []).append(one)
    chosen = tuple(
        Planned(PlannedKind.EXERCISE, exercise=rows[0].exercise,
                steps=tuple(StepTime(one.step, one.minutes) for one in rows))
        for rows in held.values()
    )  # fmt: skip
    taken = {one.exercise for one in chosen}
    others = tuple(replace(one, is_ticked=False) for one in item.stations if one.exercise not in taken)
    return replace(item, stations=(*chosen, *others))
