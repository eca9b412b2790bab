"""The few words that the wall's sides have of their own."""

from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text, known
from kulturspejl.core.writing.sentence import n_of
from kulturspejl.readers.rooms.scene import Scene

TOO_FEW = Text(da="for få til at vise", en="too few to show")


def part_of(scene: Scene, place: int, many: int) -> str:
    """ "2 af 3"; "" where there is one alone."""
    return scene.say(n_of(place + 1, many)) if many > 1 else ""


def in_short(picture: PartPicture) -> Text:
    """What stands beside the label: what is to be told of the picture, else the first of all that it says."""
    told, whole = picture.told, picture.sentence
    return Text(**{one: told.into(one) or whole.into(one).partition(".")[0] for one in known()})
