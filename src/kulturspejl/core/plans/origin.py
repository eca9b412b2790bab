"""Where a trait or an action came from: which kind of thing, and perhaps its day. Never who said it, nor an answer."""

from collections.abc import Mapping
from enum import StrEnum

from kulturspejl.core.text import Text


class Origin(StrEnum):
    """What it came from; what is written straight into the plan has none."""

    RESULT = "result"
    ROOM = "room"
    DAY = "day"
    MEETING = "meeting"


SENT = (Origin.ROOM, Origin.DAY, Origin.MEETING)
"""What somebody may say of their own words; a result is pointed at, and never said."""
CAME_FROM: Mapping[Origin, Text] = {
    Origin.RESULT: Text(da="Fra en måling", en="From a round"),
    Origin.ROOM: Text(da="Fra vores eget møde", en="From a meeting of our own"),
    Origin.DAY: Text(da="Fra en kursusdag", en="From a course day"),
    Origin.MEETING: Text(da="Fra et møde i TRIO’en", en="From a TRIO meeting"),
}


def origin_of(said: str) -> str:
    """What somebody said it came from; "" for what is none of those."""
    return said if said in SENT else ""
