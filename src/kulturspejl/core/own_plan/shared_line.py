"""The one line of a development plan that its owner lets somebody read."""

from datetime import timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

LONGEST = 300
SHARED_FOR = timedelta(days=90)
ASK = Text(da="Skriv den linje, du vil dele.", en="Write the line that you want to share.")


def line_of(words: str) -> str:
    """The line; raises Faulty where there is none or it has no room."""
    clean = one_line(words)
    faults = {"words": ASK} if not clean else without_room({"words": clean}, {"words": LONGEST})
    if faults:
        raise Faulty(faults["words"], faults)
    return clean
