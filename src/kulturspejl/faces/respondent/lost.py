"""A code that opens nothing, when a round has been lost of late: said as it is."""

from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.core.errors import Gone, KulturspejlError
from kulturspejl.readers import lost_rounds


def or_lost(error: KulturspejlError, now: datetime) -> KulturspejlError:
    """The error to raise: the given one, or that a round was broken off."""
    told = lost_rounds.told(day_of(now))
    return Gone(told) if told else error
