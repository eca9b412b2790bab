"""Pictures that units below have shared with the leaders above them."""

import uuid
from collections.abc import Iterable

from kulturspejl.access.sight import Sight
from kulturspejl.access.union import Seen
from kulturspejl.core.permissions import Role
from kulturspejl.readers.in_order import newest_first
from kulturspejl.readers.results import ResultCard, cards_of
from kulturspejl.records.models import ResultShare, RoundState


def list_for(sights: Iterable[Sight], seen: Seen) -> list[ResultCard]:
    """What the person of the sights may open because a unit below has shared it, newest first."""
    below = {unit_id for sight in sights for unit_id in _below(sight)}
    shares = ResultShare.objects.filter(
        round_unit__unit_id__in=below, round_unit__round__state=RoundState.RELEASED, taken_back_at=None
    )
    shares = shares.select_related("round_unit__round").defer("round_unit__round__content")
    rows = [share.round_unit for share in shares]
    return cards_of(newest_first(rows), seen)


def _below(sight: Sight) -> set[uuid.UUID]:
    """Units that stand below one that this person leads."""
    led = [unit_id for unit_id, roles in sight.held.items() if unit_id is not None and Role.LEADER in roles]
    return {one for unit_id in led for one in sight.tree.with_closed_below(unit_id) if one != unit_id}
