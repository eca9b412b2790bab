"""What has been deleted, in a file outside database and backup: a restore must not bring it back.

The file holds random ids and no word about people. One line an event; lines are never changed.
"""

import json
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

PEOPLE = "people"
"""A round's addresses, codes and open answers are gone; counts and result stay."""

ROOM = "room"
"""A room with everybody in it."""

COURSE_NUMBERS = "course_numbers"
"""What was left of a class, when its time was over: `round_id` is its row's id."""

COURSE_CLASS = "course_class"
"""A class of a course with everybody in it: `round_id` is the id of the class."""

COURSE_MEMBER = "course_member"
"""Somebody who takes part in a course, taken off the class: `round_id` is the id of the membership."""

COURSE_KEY = "course_key"
"""A secret address of somebody who takes part that was made anew: `round_id` is `of_turn` of the one that is over."""

TRIO_MEETING = "trio_meeting"
"""A TRIO meeting with its minutes, when its time was over or somebody deleted it."""

OWN_PLAN = "own_plan"
"""A locked development plan that its owner threw away: `round_id` is the id of the copy, and tells nobody whose."""

PLAN_REMINDER = "plan_reminder"
"""Letters about one's own plan that were stopped: `round_id` is the id of what was asked for."""

LETTERS_OFF, LETTERS_ON = "letters_off", "letters_on"
"""A kind of letter that somebody does not want any more, or does again: `round_id` is made of them and the kind."""

KEPT_MEETING = "kept_meeting"
"""What a unit kept of a team's meeting, when its time was over or it was taken off: `round_id` is its row's id."""

ROOM_NOTES = "room_notes"
"""What was filled in at a room, when its day was over."""

PERSON = "person"
"""Somebody with an account: name, address, factors."""

ROUND = "round"
"""A round with everything that stems from it, except what was agreed afterwards."""


GRANT = "grant"
"""A permission that was ended: `round_id` is the grant's id. A restore must not give it back."""


@dataclass(frozen=True)
class Deletion:
    """What was deleted, and on which day."""

    what: str
    round_id: uuid.UUID
    on: date


def note(*, what: str, round_id: uuid.UUID, on: date) -> None:
    """Add a line; on disk when this returns. The same line twice does no harm."""
    line = json.dumps({"what": what, "round": str(round_id), "on": on.isoformat()}) + "\n"
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "ab") as out:
        out.write(line.encode())
        out.flush()
        os.fsync(out.fileno())


def of_turn(id: uuid.UUID, turn: int) -> uuid.UUID:
    """The id of one of somebody's secret addresses: it tells neither whose it is nor what it was."""
    return uuid.uuid5(id, str(turn))


def of_version_0_7(owner: uuid.UUID) -> uuid.UUID:
    """The id that migration 0045 gives a development plan that version 0.7.0 kept under its owner alone."""
    return uuid.uuid5(owner, "own plan")


def is_there() -> bool:
    """Whether anything has been written down here."""
    return _file().exists()


def entries() -> Iterator[Deletion]:
    """All deletions, oldest first. Half a line, left by a kill, is passed over."""
    if not _file().exists():
        return
    for line in _file().read_text(encoding="utf-8").splitlines():
        found = _read(line)
        if found is not None:
            yield found


def _read(line: str) -> Deletion | None:
    try:
        raw: dict[str, Any] = json.loads(line)
        return Deletion(str(raw["what"]), uuid.UUID(raw["round"]), date.fromisoformat(raw["on"]))
    except (ValueError, KeyError, TypeError):
        return None


def _file() -> Path:
    return Path(settings.KULTURSPEJL_VAR) / "deletions.jsonl"
