"""Wrong guesses at typed codes slow down whoever makes them; nobody's address is kept to do it (live/shared_memory).

Codes from links and QR carry 128 bits and are never slowed. A right code costs nothing; but whoever has used up their
guesses waits with a right one too, else guessing would go on at full speed. Where very many guess at once from many
addresses, only those who have not guessed wrong lately go on.
"""

from django.http import HttpRequest

from kulturspejl.core.errors import SlowDown
from kulturspejl.core.text import Text
from kulturspejl.faces.shared.visitor import place
from kulturspejl.live.limits import EVERYBODY, Limit
from kulturspejl.live.shared_memory import memory

MINE = Limit("wrong guesses", 60.0, 1.0)
"""Of one address: a class of 30 that mistypes twice in a minute is let in."""
ALL = Limit("wrong guesses of all", 1200.0, 20.0)
"""Of everybody. One address alone never gets there."""
SLOW = Text(
    da="Der bliver prøvet mange forkerte koder herfra lige nu. Vent lidt, og prøv igen. Link og QR-kode virker altid.",
    en="Many wrong codes are being tried from here just now. Wait a little and try again. Links and QR codes "
    "always work.",
)


def guard(request: HttpRequest) -> None:
    """Raise SlowDown for whoever has made too many wrong guesses."""
    guard_place(place(request))


def was_wrong(request: HttpRequest) -> None:
    """Note a wrong guess."""
    note_wrong(place(request))


def guard_place(here: str) -> None:
    """The same, where there is no request: for the place it comes from."""
    if MINE.seconds_to_wait(here) > 0:
        raise SlowDown(SLOW)
    if ALL.seconds_to_wait(EVERYBODY) > 0 and MINE.left(here) < MINE.at_once:
        raise SlowDown(SLOW)


def note_wrong(here: str) -> None:
    """Note a wrong guess of the place it came from."""
    MINE.take(here)
    ALL.take(EVERYBODY)


def forget() -> None:
    """Nothing is counted any more, for tests and a fresh start."""
    memory.clear()
