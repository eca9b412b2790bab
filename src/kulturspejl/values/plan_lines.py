"""The history of an action or a trait read back, the oldest line first."""

from kulturspejl.core.plans.history import Did, Line
from kulturspejl.records.plans import Action, Trait


def lines_of(row: Action | Trait) -> list[Line]:
    """All lines, also those that were taken back; of rows that came along they are not asked for again."""
    rows = sorted(row.events.all(), key=lambda event: event.pk)
    return [
        Line(one.pk, Did(one.did), one.at, one.by_id, one.changed, one.said, is_undone=one.undone_at is not None)
        for one in rows
    ]
