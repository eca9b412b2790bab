"""What the instance knows of itself."""

from dataclasses import dataclass
from datetime import datetime

from kulturspejl.records.models import InstanceFact

PROOF = "proof"
"""Something real that was stored; its time is told by the hour alone, for it lies beside what people write."""
SEEN = "clock_seen"
"""The last time that the clock was looked at and believed, by the hour."""
CLOCK_HELD = "clock_held"
"""The clock has jumped: the text says from when to when. What goes by the clock stands still."""
SECRET = "secret_mark"
SECRET_BEFORE = "secret_before"
"""The mark of the SECRET_KEY that was in force until another one came."""
BACKUP = "backup"
BACKUP_FAILED = "backup_failed"
SWEPT = "swept"
"""The last night in which what was deleted was overwritten."""
RESTORED = "restored"
"""When the store was last restored; the text says when the backup was written."""


@dataclass(frozen=True)
class Fact:
    """What it says, and since or at when."""

    text: str
    at: datetime


def fact(name: str) -> Fact | None:
    """The fact of that name; None where there is none."""
    row = InstanceFact.objects.filter(name=name).first()
    return Fact(row.text, row.at) if row else None
