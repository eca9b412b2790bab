"""The history of an action read back, the oldest line first."""

from kulturspejl.core.plans.history import Did, Line
from kulturspejl.records.plans import Action


def lines_of(action: Action) -> list[Line]:
    """All lines, also those that were taken back; of rows that came along they are not asked for again."""
    rows = sorted(action.events.all(), key=lambda row: row.id)
    return [
        Line(row.id, Did(row.did), row.at, row.by_id, row.changed, row.said, is_undone=row.undone_at is not None)
        for row in rows
    ]
