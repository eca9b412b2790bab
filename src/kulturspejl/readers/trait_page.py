"""One trait, for whoever agrees on its actions: its words, what was changed in them, and what came of it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.crew import crew_of
from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans.history import may_be_undone
from kulturspejl.readers import plans
from kulturspejl.readers.courses import of_unit
from kulturspejl.readers.plan_history import HistoryLine, history_of
from kulturspejl.readers.plan_stock import name_of
from kulturspejl.readers.plans import TraitView
from kulturspejl.records.models import Trait, User
from kulturspejl.values.plan_lines import lines_of
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class TraitPage:
    """The trait, where it belongs, and whether there is an AMR or TR to follow up with.

    `undo` is the line of its history that may be taken back, `chosen_by` empty where that person is gone.
    `next_stock` is the day ahead on which it is looked at again with the whole plan.
    """

    trait: TraitView
    unit_name: str
    has_representatives: bool
    history: tuple[HistoryLine, ...]
    undo: int | None
    chosen_by: str
    next_stock: date | None


def for_user(user: User, trait_id: uuid.UUID, *, now: datetime) -> TraitPage:
    """The trait's page; NotThere unless the viewer may edit the unit's plan."""
    rows = Trait.objects.select_related("unit", "chosen_by").prefetch_related("events__by", "events__undone_by")
    found = rows.filter(id=trait_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    sight = sight_for(user, Verb.PLAN_EDIT, unit=found.unit, now=now)
    crew = crew_of(sight.organisation_id, [found.unit_id], sight.tree, sight.day)
    plan, own = plans.of_unit(found.unit_id), of_unit.days_for(user, now=now)
    last = next((line for line in reversed(lines_of(found)) if not line.is_undone), None)
    return TraitPage(
        trait=next(one for one in (*plan.current, *plan.earlier) if one.id == trait_id),
        unit_name=where_of(sight.tree, found.unit_id).name,
        has_representatives=bool(crew.representatives(found.unit_id)), history=history_of(found),
        undo=last.id if last is not None and may_be_undone(last.did, last.at, now) else None,
        chosen_by=name_of(found.chosen_by),
        next_stock=plan.next_stock(
            sight.day, own.stock_of(found.unit_id, sight.day), own.next_stock_of(found.unit_id)
        ),
    )  # fmt: skip
