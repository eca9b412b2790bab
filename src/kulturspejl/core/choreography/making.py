"""From a chosen agenda to a script: which stations there are, and how many minutes each gets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kulturspejl.core.choreography.agenda import Slot, Slots
from kulturspejl.core.choreography.changeover import changeover
from kulturspejl.core.choreography.groups import PAIR
from kulturspejl.core.choreography.script import Script, Station
from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import PROTECTED, AgendaItem, Planned, PlannedKind


def make(items: Sequence[AgendaItem], exercises: Mapping[str, Exercise]) -> Script:
    """The stations of what is held, in order. Raises LookupError for an exercise, or a step of it, that nobody has.

    An item that holds nothing is one station, keyed by its place ("3"); an input or a break in it is one ("3.0": item,
    place in it), and so is each step of an exercise ("3.1.2": and step).
    """
    script: list[Station] = []
    seated = Gathering.PLENARY
    for slot, item in enumerate(items):
        held = [one for nth, planned in enumerate(item.held) for one in _stations(slot, nth, planned, exercises)]
        made = held or [_item(slot, item)]
        timed: list[Station] = []
        for one in made:
            timed.append(replace(one, changeover=changeover(seated, one.gathering)))
            seated = Gathering.PLENARY if one.is_break else one.gathering
        together = sum(one.lasts for one in timed)
        script += [replace(one, together=together) for one in timed]
    return tuple(script)


def minutes_held(script: Iterable[Station], slot: int) -> int:
    """Minutes of everything that an item holds, changeovers counted; 0 for one that holds nothing."""
    return sum(one.lasts for one in script if one.slot == slot and not one.is_item)


def slots_of(items: Sequence[AgendaItem]) -> Slots:
    """The agenda as it is printed, before anybody was late."""
    return tuple(
        Slot(str(place), item.start, item.end, item.kind in PROTECTED) for place, item in enumerate(items)
    )


def shared_out(steps: Sequence[int], minutes: int) -> tuple[int, ...]:
    """`minutes` over steps of these lengths in proportion: whole, none under one, their sum exact where it can be.

    By largest remainder; fewer minutes than steps gives one each.
    """
    if minutes == sum(steps):
        return tuple(steps)
    spare = minutes - len(steps)
    if spare <= 0:
        return (1,) * len(steps)
    exact = [spare * one / sum(steps) for one in steps]
    shares = [int(one) for one in exact]
    order = sorted(range(len(steps)), key=lambda place: (shares[place] - exact[place], place))
    for place in order[: spare - sum(shares)]:
        shares[place] += 1
    return tuple(1 + share for share in shares)


def _item(slot: int, item: AgendaItem) -> Station:
    return Station(str(slot), slot, "", "", Gathering.PLENARY, item.minutes, is_break=item.kind in PROTECTED)


def _stations(slot: int, nth: int, one: Planned, exercises: Mapping[str, Exercise]) -> list[Station]:
    key = f"{slot}.{nth}"
    if one.kind is not PlannedKind.EXERCISE:
        is_break = one.kind is PlannedKind.BREAK
        return [
            Station(key, slot, "", "", Gathering.PLENARY, one.minutes, is_break=is_break, nth=nth, model=one.model)
        ]
    if one.exercise not in exercises:
        raise LookupError(f"there is no exercise {one.exercise!r}")
    exercise = exercises[one.exercise]
    times = [(exercise.step(step.id), step.minutes) for step in one.steps] or [(step, 0) for step in exercise.steps]
    return [
        _station(f"{key}.{place}", slot, nth, exercise.id, step, minutes or step.minutes)
        for place, (step, minutes) in enumerate(times)
    ]


def _station(key: str, slot: int, nth: int, exercise: str, step: Step, minutes: int) -> Station:
    stages = shared_out([stage.minutes for stage in step.stages], minutes) if step.stages else ()
    return Station(
        key=key, slot=slot, exercise=exercise, step=step.id, gathering=step.gathering, minutes=minutes,
        size=PAIR if step.gathering is Gathering.PAIRS else step.size, reveals=step.reveals, stages=stages,
        roles=tuple(role.id for role in step.roles), nth=nth,
    )  # fmt: skip
