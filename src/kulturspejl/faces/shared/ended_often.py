"""What one ends for oneself stands on the ledger for good: so nobody ends and begins again all day long."""

from kulturspejl.core.errors import SlowDown
from kulturspejl.core.text import Text
from kulturspejl.live.limits import Limit

ENDING = Limit("things ended", 30.0, 1 / 60)
"""Of one person: more than anybody means to, and a line a minute after that."""
OFTEN = Text(
    da="Det er gjort mange gange nu. Vent et minut, og prøv igen.",
    en="That has been done many times now. Wait a minute and try again.",
)


def note_end(who: str) -> None:
    """Raise SlowDown for whoever has ended things again and again."""
    if ENDING.seconds_to_wait(who) > 0:
        raise SlowDown(OFTEN)
    ENDING.take(who)
