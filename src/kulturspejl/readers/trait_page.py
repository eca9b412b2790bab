"""One trait, for whoever agrees on its actions."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.access.standing import representatives_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.readers import plans
from kulturspejl.readers.plans import TraitView
from kulturspejl.records.models import Trait, User
from kulturspejl.values.tree import tree_on


@dataclass(frozen=True)
class TraitPage:
    """The trait, where it belongs, and whether there is an AMR or TR to follow up with."""

    trait: TraitView
    unit_name: str
    has_representatives: bool


def for_user(user: User, trait_id: uuid.UUID, *, now: datetime) -> TraitPage:
    """The trait's page; NotThere unless the viewer may edit the unit's plan."""
    found = Trait.objects.select_related("unit").filter(id=trait_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    require(user, Verb.PLAN_EDIT, unit_id=found.unit_id, now=now)
    today = day_of(now)
    unit = tree_on(found.unit.organisation_id, today).units.get(found.unit_id)
    known = plans.current(found.unit_id) + plans.earlier(found.unit_id)
    return TraitPage(
        trait=next(one for one in known if one.id == trait_id),
        unit_name=unit.name if unit else "",
        has_representatives=bool(representatives_of(found.unit_id, today)),
    )
