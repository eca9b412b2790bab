"""All sides of a station in the order in which → turns them, and which of them is up."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kulturspejl.core.choreography.state import SHOWN, TASK
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.drawing.room import Canvas
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.regions.agreed import agreed_view
from kulturspejl.readers.rooms.regions.before import before_of
from kulturspejl.readers.rooms.regions.shown import pictures_up
from kulturspejl.readers.rooms.regions.station import question_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.head import head_of
from kulturspejl.readers.rooms.sides.lines import line_sides
from kulturspejl.readers.rooms.sides.measures import BEFORE, BODY, WIDTH, in_both, in_sides, label_height
from kulturspejl.readers.rooms.sides.own import own_sides
from kulturspejl.readers.rooms.sides.pictures import Shown, drawn
from kulturspejl.readers.rooms.sides.seats import Groups, seat_sides
from kulturspejl.readers.rooms.sides.task import figure_here, task_side
from kulturspejl.readers.rooms.sides.words import in_short, part_of
from kulturspejl.readers.rooms.wall_side import Head, WallSide

BESIDE, BESIDE_LONG = 0.57, 0.5
"""Of the width: a picture beside what is agreed on, and beside much of it."""


def sides_of(scene: Scene, groups: Groups) -> tuple[WallSide, ...]:
    """What the station shows; () where it has neither exercise nor own slides: then the agenda stands there.

    Where people have just been placed, their places come first. Pictures stand before the exercise's figure where
    everybody looks at them together, and after it where people are at work; without a figure there is nothing to show
    beside them.
    """
    return scene.once("sides", lambda: _sides(scene, groups))


def turned(sides: Sequence[WallSide], name: str) -> int:
    """The place of the side that is up: the one of that name, else the first of its kind, else the first."""
    ids = [one.id for one in sides]
    if name in ids:
        return ids.index(name)
    return next((place for place, id in enumerate(ids) if name and id.startswith(f"{name}.")), 0)


def _sides(scene: Scene, groups: Groups) -> tuple[WallSide, ...]:
    if scene.station is None or scene.state.is_over:
        return ()
    head = head_of(scene)
    slides = own_sides(scene, head)
    if scene.step is None:
        return (*slides, *_told(scene, head))
    shown = [
        side for key, part, picture in reversed(up(scene)) for side in _shown(scene, head, key, part, picture)
    ]
    seats = seat_sides(scene, head, groups) if scene.state.are_seats_up and not scene.state.counting else []
    task = [task_side(scene, head)]
    if shown and (scene.step.gathering is Gathering.PLENARY or figure_here(scene) is None):
        task = []
    return (*seats, *slides, *task, *shown)


def _told(scene: Scene, head: Head) -> list[WallSide]:
    """What is told: the model's figure, or the lines of a title."""
    planned = scene.day.planned_of(scene.station) if scene.station else None
    if planned is None or not (planned.lines or reading.model(planned.model)):
        return []
    return [WallSide(id=TASK, kind="told" if planned.lines else "model", head=head)]


def up(scene: Scene) -> list[tuple[str, Part, PartPicture]]:
    """The parts that are shown, in the order in which they were."""
    found = [(key, scene.day.find_part(key), picture) for key, picture in pictures_up(scene)]
    return [(key, place[1], picture) for key, place, picture in found if place]


def _shown(scene: Scene, head: Head, key: str, part: Part, picture: PartPicture) -> list[WallSide]:
    """Numbered, and beside the agreement where the step keeps what was shown before it."""
    is_beside = bool(scene.step and scene.step.keeps)
    agreed = agreed_view(scene)
    share = BESIDE_LONG if agreed and agreed.is_long else BESIDE
    room = Canvas(share * WIDTH if is_beside else WIDTH, BODY - head.height)
    made = _part_sides(scene, head, key, part, picture, room)
    todo = tuple(scene.say(one) for one in scene.step.todo) if scene.step else ()
    return [
        replace(one, id=f"{SHOWN}{key}.{place}", is_beside_agreement=is_beside, todo=todo)
        for place, one in enumerate(made)
    ]


def _part_sides(
    scene: Scene, head: Head, key: str, part: Part, picture: PartPicture, room: Canvas
) -> list[WallSide]:
    label = "" if head.question in in_both(part.label) or question_of(scene) else scene.say(part.label)
    if picture.hidden:
        return [WallSide(id="", kind="hidden", head=head, label=label, hidden=scene.say(picture.hidden))]
    if picture.lines:
        return line_sides(scene, head, part, picture, room)
    before = before_of(scene, key)
    inner = Canvas(room.width, room.height - (BEFORE if before else 0))
    station = scene.day.find_part(key)
    exercise = scene.day.exercises.get(station[0].exercise) if station else None
    step = scene.day.step_of(station[0]) if station else None
    model = reading.model(exercise.model_of(step)) if exercise and step else None
    up_here = Shown(scene, key, part, picture, model)
    told = in_short(picture)
    svgs = in_sides(partial(_under, in_both(part.label) if label else [], up_here, inner), len, in_both(told))
    return [
        WallSide(
            id="", kind="picture", head=head, label=label, svg=svg, told=scene.say(told), sentence=up_here.sentence,
            rows=up_here.rows, part=part_of(scene, place, len(svgs)),
            before=before.last if before else "",
        )
        for place, svg in enumerate(svgs)
    ]  # fmt: skip


def _under(label: Sequence[str], shown: Shown, room: Canvas, told: Sequence[str]) -> list[str]:
    return drawn(shown, Canvas(room.width, room.height - label_height(label, room.width, told)))
