"""Who sits with whom, so that people find each other across the room: all of them, in as many sides as it takes."""

from kulturspejl.core.choreography.state import SEATS
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.cards import laid
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.measures import BODY, WIDTH
from kulturspejl.readers.rooms.sides.words import part_of
from kulturspejl.readers.rooms.wall_side import Head, WallSide
from kulturspejl.records.models import Participant

NUMBER = 2.0
"""Ems that the number of a group takes."""
NOBODY = "–"
Groups = tuple[tuple[int, tuple[str, ...]], ...]
"""(number, names) of each."""


def groups_of(scene: Scene) -> Groups:
    """Who sits with whom at the station that is on, under the names that are on the list."""
    if not scene.groups:
        return ()
    rows = Participant.objects.filter(room=scene.room).values_list("id", "name")
    names = {str(key): name for key, name in rows}
    return tuple(
        (place, tuple(names[one] for one in group if one in names)) for place, group in enumerate(scene.groups, start=1)
    )


def seat_sides(scene: Scene, head: Head, groups: Groups) -> list[WallSide]:
    """The groups in their order."""
    texts = tuple(", ".join(names) or NOBODY for _number, names in groups)
    found = laid(texts, Canvas(WIDTH, BODY - head.height), NUMBER)
    return [
        WallSide(
            id=f"{SEATS}.{place}", kind="seats", head=head, columns=found.columns, size=found.size,
            cards=tuple((str(groups[card][0]), words) for card, words in side),
            part=part_of(scene, place, len(found.sides)),
        )
        for place, side in enumerate(found.sides)
    ]  # fmt: skip
