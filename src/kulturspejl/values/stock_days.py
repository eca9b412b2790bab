"""When the plan of a unit is looked at as a whole where its last status has named no day: half a year on."""

import uuid
from collections.abc import Collection
from datetime import date, timedelta

from kulturspejl.core.plans.status import AFTER, next_day
from kulturspejl.records.plans import PlanStatus, Trait


def stock_day(unit_id: uuid.UUID) -> date | None:
    """The day on which stock is taken next, apart from a course; it may have passed (core/plans/status)."""
    last = PlanStatus.objects.filter(unit_id=unit_id, undone_at=None).order_by("-at").first()
    since = Trait.objects.filter(unit_id=unit_id, is_current=True).values_list("chosen_on", flat=True).first()
    return next_day(since=since, last=last.on if last else None, again=last.again if last else None)


def units_due(today: date, lately: timedelta) -> Collection[tuple[uuid.UUID, date]]:
    """The units that work on a trait whose day has come within the last days, without being named by a status."""
    until = today - AFTER
    within = {"lte": until, "gt": until - lately}
    traits = Trait.objects.filter(is_current=True)
    chosen = {f"chosen_on__{way}": day for way, day in within.items()}
    units = set(traits.filter(**chosen).values_list("unit", flat=True))
    said = PlanStatus.objects.filter(undone_at=None, again=None, unit__in=traits.values("unit"))
    units |= set(said.filter(**{f"on__{way}": day for way, day in within.items()}).values_list("unit", flat=True))
    days = {unit_id: stock_day(unit_id) for unit_id in units}
    return [(unit_id, on) for unit_id, on in days.items() if on is not None and today - lately < on <= today]
