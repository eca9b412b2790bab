"""Pictures for steward and HR: branches of at least three units and ten answers, never one unit's own."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from kulturspejl.access.permission import require_in
from kulturspejl.access.seeing import opened_above
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import Round, RoundState, RoundUnit, User
from kulturspejl.values.releases import shown_of


@dataclass(frozen=True)
class BranchPicture:
    """A branch that may be opened."""

    round_unit_id: uuid.UUID
    name: str
    closed_on: date | None
    answers: int
    units: int


def list_for(user: User, organisation_id: uuid.UUID, *, now: datetime) -> list[BranchPicture]:
    """All branch pictures of the organisation, newest first."""
    require_in(user, Verb.PICTURE_READ, organisation_id=organisation_id, now=now)
    rounds = Round.objects.filter(organisation_id=organisation_id, state=RoundState.RELEASED)
    opened = [uuid.UUID(unit) for round_id in rounds.values_list("id", flat=True) for unit in opened_above(round_id)]
    rows = RoundUnit.objects.filter(id__in=opened).annotate(below=Count("children")).filter(below__gt=0)
    rows = rows.select_related("round").defer("round__content").order_by("-round__closed_on", "name")
    shown = shown_of(opened)
    return [
        BranchPicture(row.id, row.name, row.round.closed_on, shown[row.id].answers or 0, row.below) for row in rows
    ]
