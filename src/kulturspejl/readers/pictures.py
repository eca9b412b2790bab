"""Pictures for steward and HR: branches of at least three units and ten answers, never one unit's own."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import require_in
from kulturspejl.access.seeing import opened_above, released_of
from kulturspejl.access.union import Seen
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import Release, RoundState, RoundUnit, User


@dataclass(frozen=True)
class BranchPicture:
    """A branch that may be opened; `shut` says why it does not open for this viewer, then without a number."""

    round_unit_id: uuid.UUID
    name: str
    closed_on: date | None
    answers: int
    units: int
    shut: Shut | None = None


def list_for(user: User, organisation_id: uuid.UUID, *, now: datetime) -> list[BranchPicture]:
    """All branch pictures of the organisation, newest first."""
    require_in(user, Verb.PICTURE_READ, organisation_id=organisation_id, now=now)
    found: list[BranchPicture] = []
    seen = Seen(user, now)
    rounds = Release.objects.filter(
        round__organisation_id=organisation_id, round__state=RoundState.RELEASED
    ).select_related("round")
    for release in rounds.order_by("-round__closed_on"):
        released, here = released_of(release.round_id), seen.in_round(release.round_id)
        for row in RoundUnit.objects.filter(round=release.round, children__isnull=False).distinct():
            if str(row.id) in opened_above(release.round_id):
                why = here.shut.get(str(row.id))
                answers = 0 if why else released.units[str(row.id)].n or 0
                units = RoundUnit.objects.filter(round=release.round, parent=row).count()
                found.append(BranchPicture(row.id, row.name, release.round.closed_on, answers, units, why))
    return found
