"""Telling those who released a round that letters of it were refused: by one letter a day at most, with how many."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.actions import telling_hand_overs
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.each import each
from kulturspejl.records.models import Invitation, Round, RoundState


def tell_of_new(*, now: datetime) -> None:
    """What the mail server has refused since the last letter about it; what was seen to meanwhile is not told."""
    refused = Invitation.objects.exclude(undeliverable="")
    refused = refused.filter(round_unit__round__state=RoundState.OPEN, round_unit__round__closes_at__gt=now)
    rounds = refused.order_by("round_unit__round_id").values_list("round_unit__round_id", flat=True).distinct()
    for one in each("refused letters", list(rounds), now=now):
        with one as round_id:
            _tell(round_id, now)


def _tell(round_id: uuid.UUID, now: datetime) -> None:
    today = day_of(now)
    with deciding(Round, round_id) as found:
        count = Invitation.objects.filter(round_unit__round=found).exclude(undeliverable="").count()
        if count <= found.refusals_told or found.refusals_told_on == today:
            return
        telling_hand_overs.tell_letters_were_refused(found, count, now)
        found.refusals_told, found.refusals_told_on = count, today
        found.save(update_fields=["refusals_told", "refusals_told_on"])
