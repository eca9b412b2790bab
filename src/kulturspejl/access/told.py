"""From when a role that was given, or a move that was made, after a release opens one unit's own picture of it.

A role that nobody near the unit knows of could be given, used and ended unseen. So an earlier result opens a day after
the mail server took a letter about it for somebody who was there already; where nobody could be told it stays shut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

WAIT = timedelta(days=1)
NEVER = datetime.max.replace(tzinfo=UTC)
"""No moment yet: nobody has been told who could have said no."""


@dataclass(frozen=True, slots=True)
class Told:
    """A letter about it was taken `at`, for somebody to whom results from `back_to` on were open (None: all of them).

    So whoever was given a role in an empty unit does not vouch for the next one: what was shut to both stays shut.
    """

    at: datetime
    back_to: datetime | None = None


def own_from(since: datetime, told: Told | None, released_at: datetime) -> datetime:
    """From when what began then opens one unit's own picture of a round that was released then; NEVER: not so far."""
    if since <= released_at:
        return released_at
    if told is None or (told.back_to is not None and told.back_to > released_at):
        return NEVER
    return max(since, told.at + WAIT)


def known_from(since: datetime, told: Told | None) -> datetime | None:
    """From when on results are open to whoever holds this, and who may so be told of the next one; None: all."""
    return since if told is None else told.back_to


def all_told(several: Iterable[Told | None]) -> Told | None:
    """What holds where each of these is needed; of none at all: everything, since ever."""
    found = list(several)
    if any(one is None for one in found):
        return None
    known = [one for one in found if one is not None]
    if not known:
        return Told(datetime.min.replace(tzinfo=UTC))
    back = [one.back_to for one in known if one.back_to is not None]
    return Told(max(one.at for one in known), max(back, default=None))
