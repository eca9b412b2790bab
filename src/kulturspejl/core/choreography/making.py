"""From a chosen agenda to a script: which stations there are, and how many minutes each gets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.choreography.agenda import Slot, Slots
from kulturspejl.core.choreography.groups import PAIR
from kulturspejl.core.choreography.script import Script, Station
from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import PROTECTED, AgendaItem


@dataclass(frozen=True)
class Planned:
    """An exercise in an item, with the minutes that it gets."""

    exercise: str
    minutes: int


@dataclass(frozen=True)
class ChosenItem:
    """An item of the agenda with what was chosen for it, in order."""

    item: AgendaItem
    exercises: tuple[Planned, ...] = ()


def make(chosen: Sequence[ChosenItem], exercises: Mapping[str, Exercise]) -> tuple[Script, Slots]:
    """The stations in order, and the agenda. Raises LookupError for an exercise that is not in `exercises`.

    An item without exercises is one station, keyed by its place ("3"); each step of an exercise is one
    ("4.0.2": item, exercise, step).
    """
    script: list[Station] = []
    for place, one in enumerate(chosen):
        if not one.exercises:
            is_break = one.item.kind in PROTECTED
            script.append(
                Station(str(place), place, "", "", Gathering.PLENARY, one.item.minutes, is_break=is_break)
            )
        for nth, planned in enumerate(one.exercises):
            if planned.exercise not in exercises:
                raise LookupError(f"there is no exercise {planned.exercise!r}")
            script += _stations(f"{place}.{nth}", place, exercises[planned.exercise], planned.minutes)
    return tuple(script), slots_of([one.item for one in chosen])


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


def _stations(key: str, slot: int, exercise: Exercise, minutes: int) -> list[Station]:
    lengths = _lengths(exercise.steps, minutes)
    return [
        _station(f"{key}.{nth}", slot, exercise.id, step, length)
        for nth, (step, length) in enumerate(zip(exercise.steps, lengths, strict=True))
    ]


def _lengths(steps: Sequence[Step], minutes: int) -> tuple[int, ...]:
    """Steps with stages keep their time as long as a minute is left for each of the others."""
    kept = sum(step.minutes for step in steps if step.stages)
    others = [step.minutes for step in steps if not step.stages]
    if not kept or minutes - kept < len(others) or not others:
        return shared_out([step.minutes for step in steps], minutes)
    left = iter(shared_out(others, minutes - kept))
    return tuple(step.minutes if step.stages else next(left) for step in steps)


def _station(key: str, slot: int, exercise: str, step: Step, minutes: int) -> Station:
    stages = shared_out([stage.minutes for stage in step.stages], minutes) if step.stages else ()
    return Station(
        key=key, slot=slot, exercise=exercise, step=step.id, gathering=step.gathering, minutes=minutes,
        size=PAIR if step.gathering is Gathering.PAIRS else step.size, reveals=step.reveals, stages=stages,
        roles=tuple(role.id for role in step.roles),
    )  # fmt: skip
