"""What is kept of a change: each field's old and new words, and how long it may be taken back."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kulturspejl.core.plans.action import FIELDS
from kulturspejl.core.plans.states import State

UNDONE_WITHIN = timedelta(days=1)
WORDS = frozenset(FIELDS) - {"follow_up"}
"""What somebody has agreed to."""
Change = Mapping[str, list[str | None]]
"""By field: the old value and the new one, days as 2026-11-29; None for a day that is not there."""


class Did(StrEnum):
    """What somebody has done to an action, or a trait. A status is taken back as a whole (core/plans/status)."""

    MADE = "made"
    SENT = "sent"
    CHANGED = "changed"
    MOVED = "moved"
    AGREED = "agreed"
    FOLLOWED_UP = "followed_up"
    STATUS = "status"
    REPLACED = "replaced"


LOOKED_AT = (Did.FOLLOWED_UP, Did.STATUS)
"""What says what came of it."""
_WORDING = (Did.CHANGED, Did.STATUS)
UNDOABLE = frozenset({Did.CHANGED, Did.MOVED, Did.AGREED, Did.FOLLOWED_UP})


def kept(value: str | date | None) -> str | None:
    """A value as it is kept."""
    return value.isoformat() if isinstance(value, date) else value


def differences(
    before: object, after: object, names: Sequence[str] = FIELDS
) -> dict[str, list[str | None]]:
    """The fields of two drafts of a kind that are another now, as [old, new]."""
    pairs = {name: [kept(getattr(before, name)), kept(getattr(after, name))] for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def may_be_undone(did: str, at: datetime, now: datetime) -> bool:
    """Whether it is one of those that can be taken back, and young enough. Both moments are aware."""
    return did in UNDOABLE and is_of_the_last_day(at, now)


def is_of_the_last_day(at: datetime, now: datetime) -> bool:
    """Whether `at` is less than UNDONE_WITHIN before `now`, and not after it. Both moments are aware."""
    return at <= now < at + UNDONE_WITHIN


@dataclass(frozen=True)
class Line:
    """One line of an action's history. `by` is whose account it is; `said` what was said of it."""

    id: int
    did: Did
    at: datetime
    by: Hashable | None
    changed: Change
    said: Mapping[str, str]
    is_undone: bool = False


@dataclass(frozen=True)
class Agreement:
    """When somebody has agreed, and whether it is to the words as they stand now."""

    at: datetime
    stands: bool


def agreements(lines: Sequence[Line]) -> dict[Hashable, Agreement]:
    """By person, from the whole history, the oldest first.

    Who writes what is agreed agrees to it; a day on which it is looked at again may move without asking anew. Nobody
    agrees to an idea by writing on it, and when one is taken in everybody else is asked, whatever was said before.
    """
    found: dict[Hashable, Agreement] = {}
    state: str | None = None
    for line in lines:
        if line.is_undone:
            continue
        before, state = state, _state_after(line, state)
        is_worded, is_taken_in = bool(WORDS.intersection(line.changed)), (before, state) == (State.IDEA, State.AGREED)
        if is_worded or is_taken_in:
            found = {by: Agreement(one.at, stands=False) for by, one in found.items()}
        says_yes = line.did is Did.AGREED or (line.did in _WORDING and (is_worded or is_taken_in))
        if line.by is not None and state != State.IDEA and (says_yes or line.did is Did.MADE):
            found[line.by] = Agreement(line.at, stands=True)
    return found


def _state_after(line: Line, state: str | None) -> str | None:
    """None for an action from before states were kept: it had been agreed on."""
    if "state" in line.changed:
        return line.changed["state"][1]
    return line.said.get("state", state) if line.did in (Did.MADE, Did.SENT) else state
