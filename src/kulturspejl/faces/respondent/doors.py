"""From a typed code or a link to what stands behind it, slowly where somebody guesses."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from kulturspejl.core.errors import NotThere
from kulturspejl.faces.respondent.lost import or_lost
from kulturspejl.faces.shared import guesses
from kulturspejl.readers import asking, rooms
from kulturspejl.readers.asking import AlreadyReleased, Asking, BeingClosed
from kulturspejl.readers.doors import is_short
from kulturspejl.vault import codes


def tidy(typed: str) -> str:
    """A code as it stands in an address."""
    return codes.normalise(typed)


def is_of_a_room(request: HttpRequest, code: str) -> bool:
    """Whether it is the code of a room and opens one. NotThere for a wrong one, SlowDown for one too many."""
    if len(code) != codes.ROOM:
        return False
    guesses.guard(request)
    try:
        rooms.door(code)
    except NotThere:
        guesses.was_wrong(request)
        raise
    return True


def count_wrong(request: HttpRequest, code: str) -> None:
    """A guess that can be no code is one all the same. SlowDown for one too many."""
    if is_short(code):
        guesses.guard(request)
        guesses.was_wrong(request)


def open_door(request: HttpRequest, code: str, *, now: datetime) -> Asking | AlreadyReleased | BeingClosed:
    """What the code opens; NotThere for a wrong one, SlowDown while too many wrong ones are being tried."""
    if is_short(code):
        guesses.guard(request)
    try:
        return asking.for_code(code, now=now)
    except NotThere as error:
        if is_short(code):
            guesses.was_wrong(request)
        raise or_lost(error, now) from error


def draft_key(code: str) -> str:
    """The name of this code's draft on a device: two people on one phone do not meet, and it tells no code."""
    return salted_hmac("kulturspejl.draft", tidy(code), algorithm="sha256").hexdigest()[:24]
