"""From a code to its room, slowly where somebody guesses: the code, or the six words of somebody's card."""

from kulturspejl.core.errors import NotThere
from kulturspejl.faces.shared import guesses
from kulturspejl.readers import rooms


def door_of(code: str) -> rooms.Door:
    """The room; NotThere for a wrong code, SlowDown while too many wrong ones are being tried."""
    guesses.guard()
    try:
        return rooms.door(code)
    except NotThere:
        guesses.was_wrong()
        raise
