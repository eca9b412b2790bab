"""From a code to its room, slowly where somebody guesses: the code, or the six words of somebody's card."""

from django.http import HttpRequest

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.participant import keys
from kulturspejl.faces.shared import guesses
from kulturspejl.readers import rooms
from kulturspejl.values import links


def in_the_room(request: HttpRequest, code: str) -> None:
    """For what is there for those in the room alone: NotThere for everybody else, and counted as a wrong guess.

    A code of no room and a room's code without a key of it go the same way, question for question: neither the answer
    nor the time that it takes tells one from the other.
    """
    if not rooms.is_in(code, keys.key_in(request.COOKIES)):
        guesses.guard(request)
        guesses.was_wrong(request)
        raise NotThere(NOTHING_HERE)


def door_of(request: HttpRequest, code: str) -> rooms.Door:
    """The room; NotThere for a wrong code, SlowDown while too many wrong ones are being tried."""
    guard(request, code)
    try:
        return rooms.door(code)
    except NotThere:
        guesses.was_wrong(request)
        raise


def guard(request: HttpRequest, code: str) -> None:
    """Raise SlowDown while too many wrong codes are being tried.

    Whoever has scanned the code, and whoever is in the room already, is not slowed.
    """
    if not (links.is_pass(request.GET.get(links.PASS, ""), code) or rooms.is_in(code, keys.key_in(request.COOKIES))):
        guesses.guard(request)
