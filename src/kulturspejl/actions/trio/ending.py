"""Minutes whose time is over, and meetings that nobody wrote anything of, are deleted and stand on the ledger."""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q

from kulturspejl.access.permission import day_of
from kulturspejl.records.models import TrioMeeting
from kulturspejl.vault import ledger

UNWRITTEN = timedelta(days=180)
"""After a meeting without minutes; its day is still counted in the year's meetings until then."""


def delete_due(*, now: datetime) -> int:
    """Returns how many meetings went."""
    today = day_of(now)
    over = Q(kept_until__lt=today) | Q(kept_until=None, day__lt=today - UNWRITTEN)
    ids = list(TrioMeeting.objects.filter(over).values_list("id", flat=True))
    delete(ids, now)
    return len(ids)


def delete(ids: Collection[uuid.UUID], now: datetime) -> None:
    """Written on the ledger first, so that no restore brings them back."""
    for id in ids:
        ledger.note(what=ledger.TRIO_MEETING, round_id=id, on=day_of(now))
    TrioMeeting.objects.filter(id__in=ids).delete()
