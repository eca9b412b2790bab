"""What somebody takes home: where the phone finds what belongs on their one sheet, and the day behind it in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from kulturspejl.core.choreography import Station
from kulturspejl.core.content.exercise import ABROAD
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.kinds.anchored_scale import AnchoredScale
from kulturspejl.core.kinds.base.items import ids_of
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.choice import Choice
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.readers.rooms.regions.lines import joined
from kulturspejl.readers.rooms.regions.part import PartView, part_view
from kulturspejl.readers.rooms.regions.shown import ShownView, shown_views
from kulturspejl.readers.rooms.regions.station import title_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomKind

NOW_AND_GOAL = ["now", "goal"]
"""What a line asks that stands on the sheet as a number and where it is going."""
TRAIT = "trait"
AT_THE_END = (SlotKind.CHECK_OUT, SlotKind.EVALUATION)


@dataclass(frozen=True)
class HomeSheet:
    """Where a phone finds what it puts on its owner's sheet; nothing of it is known here.

    `promises` are (part, item, exercise); `lines` are (part, exercise, the most); `traits` are (part, {item: name}).
    """

    promises: tuple[tuple[str, str, str], ...]
    lines: tuple[tuple[str, str, int], ...]
    traits: tuple[tuple[str, dict[str, str]], ...]


@dataclass(frozen=True)
class Chapter:
    """One exercise as it is behind the sheet: one's own notes and answers, filled in by the phone, and the class's.
    `opens` are pages that its steps lead on to (core/content/opens)."""

    title: str
    parts: tuple[PartView, ...]
    answered: tuple[PartView, ...]
    shown: tuple[ShownView, ...]
    opens: tuple[str, ...] = ()


def home_sheet(scene: Scene) -> HomeSheet | None:
    """The sheet, from the check-out on and for as long as there is a page; None before."""
    return scene.once("home", lambda: _sheet(scene)) if _is_time(scene) else None


def chapters_of(scene: Scene) -> tuple[Chapter, ...]:
    """The day in its order, by exercise: those in which something was filled in or shown."""
    return tuple(one for one in _chapters(scene) if one.parts or one.answered or one.shown)


def is_kept_as(part: Part, visibility: Visibility) -> bool:
    """Whether a phone keeps it so; what a TRIO takes home is kept as what somebody wrote for themselves."""
    return part.visibility is visibility or (part.is_carried and visibility is Visibility.PRIVATE)


def _is_time(scene: Scene) -> bool:
    station = scene.station
    return scene.state.is_over or (station is not None and scene.day.item_of(station).kind in AT_THE_END)


def _sheet(scene: Scene) -> HomeSheet:
    kept = [(station, part) for station, part in _parts(scene) if part.visibility is not Visibility.NAMED]
    return HomeSheet(
        promises=tuple(_promises(scene)),
        lines=tuple(
            (_key(station, part), title_of(scene, station), part.shape.most)
            for station, part in kept
            if isinstance(part.shape, AnchoredScale) and ids_of(part.shape.items) == NOW_AND_GOAL
        ),
        traits=tuple(
            (_key(station, part), {item.id: scene.say(item.label) for item in part.shape.items})
            for station, part in kept
            if isinstance(part.shape, Choice) and part.id == TRAIT
        ),
    )


def _promises(scene: Scene) -> Iterator[tuple[str, str, str]]:
    for station, part in _parts(scene):
        for promise in scene.day.exercises[station.exercise].promises:
            of, _slash, item = promise.partition(ABROAD)
            if of == part.id:
                yield _key(station, part), item, title_of(scene, station)


def _parts(scene: Scene) -> Iterator[tuple[Station, Part]]:
    for station in scene.day.script:
        step = scene.day.step_of(station)
        for part in step.parts if step else ():
            yield station, part


def _key(station: Station, part: Part) -> str:
    return f"{station.key}/{part.id}"


def _chapters(scene: Scene) -> Iterator[Chapter]:
    runs: dict[tuple[int, str], list[Station]] = {}
    for station in scene.day.script:
        if station.exercise:
            runs.setdefault((station.slot, station.exercise), []).append(station)
    for stations in runs.values():
        keys = {station.key for station in stations}
        yield Chapter(
            title=title_of(scene, stations[0]), parts=_of(scene, stations, Visibility.PRIVATE),
            # In somebody's own team what was answered goes when the meeting closes.
            answered=() if scene.room.kind == RoomKind.BORROWED else _of(scene, stations, Visibility.AGGREGATE),
            shown=tuple(one for one in shown_views(scene) if one.key.partition("/")[0] in keys),
            opens=tuple(step.opens for one in stations if (step := scene.day.step_of(one)) and step.opens),
        )  # fmt: skip


def _of(scene: Scene, stations: list[Station], visibility: Visibility) -> tuple[PartView, ...]:
    found: list[PartView] = []
    for station in stations:
        step = scene.day.step_of(station)
        kept = [part for part in (step.parts if step else ()) if is_kept_as(part, visibility)]
        found += joined(tuple(part_view(scene, station, part) for part in kept))
    return tuple(found)
