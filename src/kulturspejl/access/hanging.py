"""What hangs on units: who has a permission there, what was found, what has been agreed."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kulturspejl.access.sight import grants_on
from kulturspejl.records.models import RoundState, RoundUnit, Trait


@dataclass(frozen=True)
class Hanging:
    """`people` hold a permission for the unit itself, each as (name, role)."""

    results: int = 0
    plans: int = 0
    people: tuple[tuple[str, str], ...] = ()


def hanging_on(organisation_id: uuid.UUID, unit_ids: Collection[uuid.UUID], day: date) -> Mapping[uuid.UUID, Hanging]:
    """For each of these units: three queries for all of the organisation."""
    wanted = set(unit_ids)
    rounds = RoundUnit.objects.filter(round__organisation_id=organisation_id, round__state=RoundState.RELEASED)
    results = Counter(rounds.values_list("unit_id", flat=True))
    traits = Trait.objects.filter(unit__organisation_id=organisation_id, is_current=True)
    plans = Counter(traits.values_list("unit_id", flat=True))
    people: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    rows = grants_on(day).filter(organisation_id=organisation_id, unit__isnull=False).order_by("starts", "id")
    for unit_id, name, email, role in rows.values_list("unit_id", "user__name", "user__email", "role"):
        if unit_id in wanted:
            people[unit_id].append((name or email, role))
    return {one: Hanging(results[one], plans[one], tuple(people.get(one, ()))) for one in wanted}
