"""The few words that the wall's sides have of their own."""

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import n_of
from kulturspejl.readers.rooms.scene import Scene

TOO_FEW = Text(da="for få til at vise", en="too few to show")


def part_of(scene: Scene, place: int, many: int) -> str:
    """ "2 af 3"; "" where there is one alone."""
    return scene.say(n_of(place + 1, many)) if many > 1 else ""
