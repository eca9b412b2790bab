"""Asked again within six weeks: that needs AMR's or TR's agreement."""

import uuid
from collections.abc import Collection
from datetime import date, timedelta

from kulturspejl.records.rounds import Round, RoundState

WEEKS_BETWEEN = 6


def asked_lately(unit_ids: Collection[uuid.UUID], today: date) -> bool:
    """Whether any of the units has had an anonymous round opened within six weeks."""
    last = last_opened(unit_ids)
    return last is not None and last > today - timedelta(weeks=WEEKS_BETWEEN)


def last_opened(unit_ids: Collection[uuid.UUID]) -> date | None:
    """The day on which one of the units was asked last; None for units that never were."""
    asked = Round.objects.filter(units__unit_id__in=unit_ids, opened_on__isnull=False)
    return asked.order_by("-opened_on").values_list("opened_on", flat=True).first()


def needs_agreement(found: Round, today: date) -> bool:
    """Whether this round needs it, asked anew as long as it has not been let out: another may have been meanwhile."""
    if found.state not in (RoundState.WAITING, RoundState.ON_HOLD):
        return found.needs_agreement
    return asked_lately(list(found.units.values_list("unit_id", flat=True)), today)
