"""One trait, for whoever agrees on its actions."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.crew import crew_of
from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.readers import plans
from kulturspejl.readers.plans import TraitView
from kulturspejl.records.models import Trait, User
from kulturspejl.values.where import where_of


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
    sight = sight_for(user, Verb.PLAN_EDIT, unit=found.unit, now=now)
    crew = crew_of(sight.organisation_id, [found.unit_id], sight.tree, sight.day)
    plan = plans.of_unit(found.unit_id)
    return TraitPage(
        trait=next(one for one in (*plan.current, *plan.earlier) if one.id == trait_id),
        unit_name=where_of(sight.tree, found.unit_id).name,
        has_representatives=bool(crew.representatives(found.unit_id)),
    )
