"""A facilitator's own slides as sides of the wall: they come before what the station shows, turned by the same key."""

from kulturspejl.core.choreography.state import SLIDE
from kulturspejl.readers.rooms.regions.slides import slides_at
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.wall_side import Head, WallSide


def own_sides(scene: Scene, head: Head) -> list[WallSide]:
    """One a slide of the station that is on."""
    slides = slides_at(scene)
    return [
        WallSide(
            id=f"{SLIDE}{one.id}", kind="slide", head=head, part=f"{one.number}/{one.many}", told=one.words,
            slide=one.id, next_slide=one.later,
        )
        for one in slides
    ]  # fmt: skip
