"""Rounds that are under way with a unit in them: what is done to the unit meanwhile does not reach into them."""

import uuid
from collections.abc import Collection, Mapping

from django.utils import timezone

from kulturspejl.core.units.in_a_round import InARound
from kulturspejl.records.rounds import RoundState, RoundUnit

BUSY = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN, RoundState.CLOSING)
SENT = (RoundState.OPEN, RoundState.CLOSING)


def under_way(
    organisation_id: uuid.UUID, unit_ids: Collection[uuid.UUID] | None = None
) -> Mapping[uuid.UUID, InARound]:
    """Each of these units (None: all) that is in a round under way, as that has frozen it: one query."""
    rows = RoundUnit.objects.filter(round__organisation_id=organisation_id, round__state__in=BUSY)
    if unit_ids is not None:
        rows = rows.filter(unit_id__in=unit_ids)
    told = rows.values_list("unit_id", "name", "invited", "round__state", "round__closes_at")
    return {
        unit_id: InARound(name, invited.get("E", 0), state in SENT, timezone.localdate(closes_at))
        for unit_id, name, invited, state, closes_at in told
    }
