"""The few words that the wall's sides have of their own."""

from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.scene import Scene

OF = Text(da="{at} af {all}", en="{at} of {all}")
TOO_FEW = Text(da="for få til at vise", en="too few to show")


def part_of(scene: Scene, place: int, many: int) -> str:
    """ "2 af 3"; "" where there is one alone."""
    return scene.say(OF).format(at=place + 1, all=many) if many > 1 else ""
