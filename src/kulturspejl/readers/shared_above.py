"""Pictures that units below have shared with the leaders above them."""

import uuid
from datetime import date, datetime

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on
from kulturspejl.access.union import Seen
from kulturspejl.core.permissions import Role
from kulturspejl.readers.results import ResultCard, card
from kulturspejl.records.models import ResultShare, RoundState, User
from kulturspejl.values.tree import tree_on


def list_for(user: User, *, now: datetime) -> list[ResultCard]:
    """What the user may open because a unit below has shared it, newest first."""
    below, seen = _below(user, day_of(now)), Seen(user, now)
    shares = ResultShare.objects.filter(
        round_unit__unit_id__in=below, round_unit__round__state=RoundState.RELEASED, taken_back_at=None
    )
    rows = [share.round_unit for share in shares.select_related("round_unit__round")]
    rows.sort(key=lambda row: row.round.closed_on or date.min, reverse=True)
    cards = [card(row, seen.in_round(row.round_id)) for row in rows]
    return [one for one in cards if one is not None]


def _below(user: User, today: date) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for grant in grants_on(today).filter(user=user, role=Role.LEADER):
        if grant.unit_id is not None:
            tree = tree_on(grant.organisation_id, today)
            found |= {one.id for one in tree.subtree(grant.unit_id) if one.id != grant.unit_id}
    return found
