"""Lines that people wrote, question by question, in as many sides as it takes to read all of them."""

from collections.abc import Sequence
from functools import partial

from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.cards import Laid, laid
from kulturspejl.readers.rooms.regions.shown import asked_in
from kulturspejl.readers.rooms.regions.station import question_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.measures import in_both, in_sides, label_height
from kulturspejl.readers.rooms.sides.words import part_of
from kulturspejl.readers.rooms.wall_side import Head, WallSide


def line_sides(scene: Scene, head: Head, part: Part, picture: PartPicture, room: Canvas) -> list[WallSide]:
    """Under each question its lines; a question that stands over the side already is not written again.

    Two questions never share a side. Each one's lines are in an order of chance, and a cause beside a measure would be
    read as that group's; and seven groups' sentences of both are written in 24 where each alone has 32 or more.
    """
    made: list[WallSide] = []
    for label, lines in asked_in(part, picture.lines):
        texts = in_both(label or part.label)
        is_said = label is None and bool(question_of(scene))
        words = "" if is_said else scene.say(label or part.label)
        found = in_sides(
            partial(_under, [] if is_said else texts, tuple(lines), room), lambda laid_out: len(laid_out.sides),
            in_both(picture.sentence),
        )  # fmt: skip
        made += [
            WallSide(
                id="", kind="lines", head=head, label=words, columns=found.columns, size=found.size,
                cards=tuple(("", line) for _place, line in side), told=scene.say(picture.sentence),
                part=part_of(scene, place, len(found.sides)),
            )
            for place, side in enumerate(found.sides)
        ]  # fmt: skip
    return made


def _under(label: Sequence[str], lines: tuple[str, ...], room: Canvas, told: Sequence[str]) -> Laid:
    return laid(lines, Canvas(room.width, room.height - label_height(label, room.width, told)))
