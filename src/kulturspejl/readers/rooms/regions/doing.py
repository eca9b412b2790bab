"""What a step asks of a phone: to send something, to say that one is done, or neither; and what the desk counts."""

from collections.abc import Collection

from kulturspejl.core.content.exercise import Step
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.readers.rooms.regions.part import PartView
from kulturspejl.readers.rooms.scene import Scene


def sends(parts: tuple[PartView, ...]) -> int:
    """How many parts there are to hand in on this very phone: sending them is being done."""
    return sum(not (part.stays_on_device or part.is_asked_only or part.is_closed) for part in parts)


def asks_done(scene: Scene) -> bool:
    """Whether each says by hand that they are done: where people do something that nobody hands in.

    Not where something is handed in, for then sending says it; nor in plenary, where nobody does anything alone.
    """
    station, step = scene.station, scene.step
    if station is None or step is None or not station.exercise or handed_in(step):
        return False
    return station.gathering is not Gathering.PLENARY or bool(step.parts)


def handed_in(step: Step) -> tuple[Part, ...]:
    """The parts that leave the phone."""
    return tuple(part for part in step.parts if part.visibility is not Visibility.PRIVATE)


def unsigned(step: Step | None) -> tuple[Part, ...]:
    """The parts that are handed in without a name, and may be shown."""
    parts = step.parts if step else ()
    return tuple(part for part in parts if part.visibility is Visibility.AGGREGATE and part.picture)


def compares(scene: Scene) -> str:
    """The station, where people sit in twos and may lay their webs on each other; "" elsewhere."""
    station = scene.station
    return station.key.replace(".", "-") if station is not None and station.gathering is Gathering.PAIRS else ""


def out_of(scene: Scene, people: int) -> int:
    """Of how many the desk counts who is done: of the groups where one sends for each, else of `people`; 0 for none."""
    step = scene.step
    if step is None or not (handed_in(step) or asks_done(scene)):
        return 0
    return len(scene.groups) if counts_groups(scene) else people


def counts_groups(scene: Scene) -> bool:
    """Whether one of each group sends for all in it: then groups are done, and not people."""
    step = scene.step
    sent = handed_in(step) if step else ()
    return step is not None and bool(sent) and all(part.role for part in sent) and _one_a_group(step, sent)


def done(scene: Scene, who: Collection[str]) -> int:
    """How many are done, of those `who` are: people, or the groups that they sit in."""
    if not counts_groups(scene):
        return len(who)
    return sum(any(member in who for member in group) for group in scene.groups)


def _one_a_group(step: Step, sent: tuple[Part, ...]) -> bool:
    """The first role is one person's in each group."""
    return {part.role for part in sent} == {step.roles[0].id}


def is_named(scene: Scene) -> bool:
    """Whether the desk's list says who is done: not where something is handed in without a name."""
    return not any(part.visibility is Visibility.AGGREGATE for part in (scene.step.parts if scene.step else ()))
