"""Where the team stood at meetings that its unit has kept, beside what is shown now: the same question alone."""

from dataclasses import dataclass
from datetime import date

from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.plans import kept
from kulturspejl.core.plans.kept import KeptPart
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.readers.rooms.scene import Scene

LAST = Text(da="Sidst, {when}: {said}", en="Last time, {when}: {said}")


@dataclass(frozen=True)
class BeforeView:
    """The times before, oldest first, on one question: `rows` are (what was asked, (between which numbers, …))."""

    days: tuple[date, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    last: str


def before_of(scene: Scene, key: str) -> BeforeView | None:
    """Of the part with this key; None where nothing was brought along, or other words were asked then."""
    if not scene.room.before:
        return None
    found = scene.day.find_part(key)
    if found is None or not isinstance(found[1].shape, Numbered) or not found[0].exercise:
        return None
    station, part = found
    exercise, shape = scene.day.exercises[station.exercise], found[1].shape
    same = (exercise.id, exercise.version, part.id, shape.least, shape.most)
    times = [
        (date.fromisoformat(row["on"]), one)
        for row in scene.room.before
        if (one := KeptPart.from_json(row["part"])).same == same
    ]
    if not times:
        return None
    known = {item.id for _on, one in times for item in one.items}
    rows = tuple(
        (scene.say(item.label), tuple(_cell(scene, one, item.id) for _on, one in times))
        for item in shape.items
        if item.id in known
    )
    last_on, last = times[-1]
    return BeforeView(
        days=tuple(on for on, _one in times), rows=rows,
        last=scene.say(filled(LAST, when=last_on, said=kept.said(last))),
    )  # fmt: skip


def _cell(scene: Scene, one: KeptPart, item: str) -> str:
    found = one.band_of(item)
    return scene.say(kept.from_to(found)) if found else "–"
