"""When the day is over: what was promised to be deleted, and what each participant takes home."""

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kulturspejl.core.choreography import Station
from kulturspejl.core.content.exercise import ABROAD
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.readers.rooms.box_counts import boxes_of
from kulturspejl.readers.rooms.regions.closed import closed
from kulturspejl.readers.rooms.regions.home import Chapter, chapters_of, is_kept_as
from kulturspejl.readers.rooms.regions.lines import joined
from kulturspejl.readers.rooms.regions.part import PartView, part_view
from kulturspejl.readers.rooms.regions.station import title_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import (
    CourseNumbers,
    Participant,
    Room,
    RoomKind,
    RoomNote,
    RoomOffer,
    RoomPicture,
    SealedNotes,
)
from kulturspejl.values.room_keeping import NUMBERS_KEPT, deleted_on

NOTES = Text(da="Det, I skrev med navn", en="What you wrote with your names")
BOXES = Text(da="Hvert enkelt svar uden navn", en="Each single answer without a name")
PICTURES = Text(da="Det, der er vist samlet", en="What has been shown combined")
NAMES = Text(da="Listen med navne, og vejen tilbage med de seks ord", en="The list of names, and the way back")
SEALED = Text(da="De låste kopier af det, I skrev til jer selv", en="The locked copies of what you wrote to yourselves")
NUMBERS = Text(
    da="Hvor mange der kom, og for hvert spørgsmål i evalueringen gennemsnittet og hvor mange der svarede hvad",
    en="How many came and, for each question of the evaluation, the mean and how many answered what",
)
OF_UNIT = Text(
    da="Det, {unit} har overtaget: aftalen, og hvor I stod, mellem to tal",
    en="What {unit} has taken over: what you agreed on, and where you stood, between two numbers",
)
MOST = 64
_known: OrderedDict[Hashable, tuple[PartView, ...]] = OrderedDict()


@dataclass(frozen=True)
class PromiseView:
    """Something that was promised to be deleted on a day; `left` is how much of it there is still.

    `is_due`: its time was the close, which has been. A date would depend on the hour at which one looks.
    """

    what: str
    on: date
    left: int
    is_due: bool


@dataclass(frozen=True)
class OwnPage:
    """What a participant takes home: the day by exercise, where the phone fills in by itself what is its owner's."""

    chapters: tuple[Chapter, ...]
    next_day: date | None
    promises: tuple[PromiseView, ...]
    deleted_on: date


def own_page(scene: Scene) -> OwnPage | None:
    """The page that each participant has when the day is over; None before."""
    if not scene.state.is_over:
        return None
    return OwnPage(
        chapters=chapters_of(scene), next_day=scene.room.next_day, promises=promises(scene),
        deleted_on=deleted_on(scene.room),
    )  # fmt: skip


def own_parts(scene: Scene, before: int) -> tuple[PartView, ...]:
    """What has stayed on the phone, in the order of the day, of the stations `before` that place in the script."""
    return _of(scene, before, Visibility.PRIVATE)


def own_answers(scene: Scene, before: int) -> tuple[PartView, ...]:
    """What each has handed in without a name, in the same order: only the phone of whoever did it fills it in."""
    return _of(scene, before, Visibility.AGGREGATE)


def brought_parts(scene: Scene) -> tuple[PartView, ...]:
    """What the step on wants each to have before them: what they wrote for themselves, or answered without a name."""
    station, step = scene.station, scene.step
    if station is None or step is None or not step.brings:
        return ()
    wanted = {id if ABROAD in id else f"{station.exercise}{ABROAD}{id}" for id in step.brings}
    return tuple(
        # Two exercises may have asked with the same words.
        replace(
            part_view(scene, earlier, part),
            written_at=title_of(scene, earlier) if earlier.exercise != station.exercise else "",
        )
        for earlier, part in _before(scene, max(0, scene.state.at))
        if part.is_in_hand and f"{earlier.exercise}{ABROAD}{part.id}" in wanted
    )


def _of(scene: Scene, before: int, visibility: Visibility) -> tuple[PartView, ...]:
    """The very same views as long as all that they are made of is the same: then they need not be drawn anew either."""
    room = scene.room
    made_of = (
        room.id, room.plan, room.kind, room.policy_version, room.minimum, scene.language, scene.is_sealed,
        frozenset(closed(scene)), before, visibility,
    )  # fmt: skip
    found = _known.get(made_of)
    if found is None:
        found = _known[made_of] = tuple(_made(scene, before, visibility))
        if len(_known) > MOST:
            _known.popitem(last=False)
    return found


def _made(scene: Scene, before: int, visibility: Visibility) -> Iterator[PartView]:
    for station in scene.day.script[:before]:
        kept = [part for _station, part in _of_station(scene, station) if is_kept_as(part, visibility)]
        yield from joined(tuple(part_view(scene, station, part) for part in kept))


def _before(scene: Scene, before: int) -> Iterator[tuple[Station, Part]]:
    """What is filled in at the stations `before` that place in the script."""
    for station in scene.day.script[:before]:
        yield from _of_station(scene, station)


def _of_station(scene: Scene, station: Station) -> Iterator[tuple[Station, Part]]:
    step = scene.day.step_of(station)
    for part in step.parts if step else ():
        yield station, part


def promises(scene: Scene) -> tuple[PromiseView, ...]:
    """What goes when, and whether it is really gone: counted in the tables, not remembered. Empty before the close."""
    room = scene.room
    closed, later = room.finished_on, deleted_on(room)
    if closed is None:
        return ()

    def at_the_close(what: Text, left: int) -> PromiseView:
        return PromiseView(what=scene.say(what), on=closed, left=left, is_due=True)

    def at_the_end(what: Text, left: int) -> PromiseView:
        return PromiseView(what=scene.say(what), on=later, left=left, is_due=False)

    return (
        at_the_close(NOTES, RoomNote.objects.filter(room=room).count()),
        at_the_close(BOXES, boxes_of(room)),
        at_the_end(PICTURES, _pictures(room)),
        at_the_end(SEALED, SealedNotes.objects.filter(participant__room=room).count()),
        at_the_end(NAMES, Participant.objects.filter(room=room).count()),
        *_numbers(scene), *_of_unit(scene),
    )


def _numbers(scene: Scene) -> tuple[PromiseView, ...]:
    """What outlives the room: nothing leads from it to the room, so it is found by programme and day."""
    room = scene.room
    kept = CourseNumbers.objects.filter(
        organisation=room.organisation_id, programme=scene.day.programme.id, day=room.day
    )
    if room.kind != RoomKind.CLASS or not kept.exists():
        return ()
    return (PromiseView(what=scene.say(NUMBERS), on=room.day + NUMBERS_KEPT, left=1, is_due=False),)


def _of_unit(scene: Scene) -> tuple[PromiseView, ...]:
    """What a unit has taken over, and keeps when the room is gone."""
    rows = RoomOffer.objects.filter(room=scene.room, kept__isnull=False).values_list("unit_name", "kept__kept_until")
    return tuple(
        PromiseView(what=scene.say(filled(OF_UNIT, unit=unit)), on=until, left=1, is_due=False) for unit, until in rows
    )


def _pictures(room: Room) -> int:
    return RoomPicture.objects.filter(room=room, is_final=True).count()
