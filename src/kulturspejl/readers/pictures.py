"""Pictures for steward and HR: branches of at least three units and ten answers, never one unit's own."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import require_in
from kulturspejl.access.shown import shown_all
from kulturspejl.access.union import Seen
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.readers.in_order import newest_first
from kulturspejl.records.models import Round, RoundState, RoundUnit, User
from kulturspejl.values.asked_about import asked_about
from kulturspejl.values.releases import sizes_of


@dataclass(frozen=True)
class BranchPicture:
    """A branch that may be opened; `shut` says why it does not open for this viewer, then without a number, and
    `asked` what was asked about where it is not the culture.
    """

    round_unit_id: uuid.UUID
    unit_id: uuid.UUID
    name: str
    closed_on: date | None
    answers: int
    units: int
    shut: Shut | None = None
    asked: Text | None = None


def list_for(user: User, organisation_id: uuid.UUID, *, now: datetime) -> list[BranchPicture]:
    """All branch pictures of the organisation, newest first."""
    require_in(user, Verb.PICTURE_READ, organisation_id=organisation_id, now=now)
    rounds = Round.objects.filter(organisation_id=organisation_id, state=RoundState.RELEASED)
    found = shown_all(rounds.values_list("id", flat=True))
    opened = [uuid.UUID(unit) for one in found.values() for unit in one.wide]
    rows = RoundUnit.objects.filter(id__in=opened, children__isnull=False).distinct()
    rows = rows.select_related("round").defer("round__content")
    return _pictures(newest_first(rows), Seen(user, now))


def _pictures(found: Sequence[RoundUnit], seen: Seen) -> list[BranchPicture]:
    """Those that stay shut for this viewer are marked, and tell no number."""
    ids = [row.id for row in found]
    here = seen.in_rounds(row.round_id for row in found)
    answers = sizes_of(ids)
    below = Counter(RoundUnit.objects.filter(parent__in=ids).values_list("parent", flat=True))
    about = asked_about(row.round_id for row in found)
    return [
        BranchPicture(
            row.id, row.unit_id, row.name, row.round.closed_on, 0 if why else answers[row.id].answers or 0,
            below[row.id], why, about.get(row.round_id),
        )
        for row in found
        for why in [here[row.round_id].shut.get(str(row.id))]
    ]
