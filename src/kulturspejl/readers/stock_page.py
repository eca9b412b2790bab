"""What stock is taken of: the traits and actions of a unit's plan as they stand, with what was said of them last."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.readers import plan_stock, plans, trio_page
from kulturspejl.readers.plan_stock import StatusView
from kulturspejl.readers.plans import ActionView, PlanView, TraitView
from kulturspejl.records.models import Unit, User
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class StockPage:
    """`before` is a status that was taken back."""

    unit_id: uuid.UUID
    unit_name: str
    focus: str
    traits: tuple[TraitView, ...]
    actions: tuple[ActionView, ...]
    before: StatusView | None


def for_user(
    user: User, unit_id: uuid.UUID, *, now: datetime, typed: Collection[uuid.UUID] = ()
) -> StockPage:
    """The page; NotThere unless the viewer may edit the unit's plan. `typed` are ids of what was written about."""
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    sight = sight_for(user, Verb.PLAN_EDIT, unit=unit, now=now)
    plan = plans.of_unit(unit_id)
    traits, actions = plan.in_stock
    page = StockPage(
        unit_id=unit_id, unit_name=where_of(sight.tree, unit_id).name, focus=trio_page.focus_of(unit_id),
        traits=tuple(traits), actions=tuple(actions), before=plan_stock.taken_back(unit_id, now),
    )  # fmt: skip
    return _with_typed(page, typed, plan)


def _with_typed(page: StockPage, ids: Collection[uuid.UUID], plan: PlanView) -> StockPage:
    """With what somebody has written about, though it has left the stock meanwhile: no word of it is lost."""
    known = {one.id for one in page.traits} | {one.id for one in page.actions}
    more = set(ids) - known
    traits = [one for one in (*plan.current, *plan.earlier) if one.id in more]
    actions = [one for one in plan.actions if one.id in more]
    return replace(page, traits=(*page.traits, *traits), actions=(*page.actions, *actions))
