"""What a day brings and no press does: a round closes, a result has opened, a follow-up is due, nobody answered.

Looked for in the rows themselves every minute, so no restart loses any of it; nothing is told twice.
"""

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kulturspejl.access.handed_to import team_of
from kulturspejl.access.permission import day_of
from kulturspejl.actions import telling_hand_overs
from kulturspejl.actions.each import each
from kulturspejl.actions.telling import tell
from kulturspejl.core.plans import IN_HAND
from kulturspejl.core.workdays import answer_by, working_days_before
from kulturspejl.core.writing.sentence import in_words
from kulturspejl.records.models import Action, PlanStatus, Round, RoundState, Unit
from kulturspejl.values.stock_days import units_due

JOB = "due"
LATELY = timedelta(days=3)
"""After an update, or a restore, nobody is told of what has opened or was due long ago."""


def tell_due(*, now: datetime) -> None:
    """Keep the letters of the day. One round or unit that cannot be told of stops no other."""
    _of_each(_waiting(now), telling_hand_overs.tell_it_waits, now)
    _of_each(_asked_to_close(now), telling_hand_overs.tell_closing_is_asked, now)
    _of_each(_closing_soon(now), telling_hand_overs.tell_it_closes, now)
    _of_each(_opened(now), telling_hand_overs.tell_the_result_is_open, now)
    _of_each(_unanswered(now), telling_hand_overs.tell_it_still_waits, now)
    _of_each(_lost(now), telling_hand_overs.tell_answers_are_lost, now)
    _follow_ups(now)


def _of_each(ids: Iterable[uuid.UUID], say: Callable[[Round, datetime], None], now: datetime) -> None:
    for one in each(f"{JOB}: {say.__name__}", ids, now=now):
        with one as round_id, transaction.atomic():
            found = Round.objects.select_related("requested_by", "close_asked_by").filter(id=round_id).first()
            if found is not None:  # It may have been deleted meanwhile.
                say(found, now)


def _waiting(now: datetime) -> list[uuid.UUID]:
    """Somebody may have become AMR or TR since, and rounds of an earlier version have told nobody."""
    return list(Round.objects.filter(state=RoundState.WAITING, closes_at__gt=now).values_list("id", flat=True))


def _asked_to_close(now: datetime) -> list[uuid.UUID]:
    """Whoever was asked may have left before they answered, and somebody else is to say yes or no now."""
    rows = Round.objects.filter(state=RoundState.OPEN, closes_at__gt=now, close_asked_on__isnull=False)
    return list(rows.values_list("id", flat=True))


def _closing_soon(now: datetime) -> list[uuid.UUID]:
    """Open since an earlier day, and this is the last working day before the one on which they close, or later."""
    today = day_of(now)
    rows = Round.objects.filter(state=RoundState.OPEN, closes_at__gt=now, opened_on__lt=today)
    near = rows.filter(closes_at__lt=now + timedelta(days=14)).exclude(letters__kind="closes_tomorrow")
    return [
        round_id
        for round_id, closes_at in near.values_list("id", "closes_at")
        if working_days_before(timezone.localtime(closes_at).date(), 1) <= today
    ]


def _opened(now: datetime) -> list[uuid.UUID]:
    rows = Round.objects.filter(state=RoundState.RELEASED, released_at__gt=now - LATELY)
    return list(rows.exclude(letters__kind="result_open_owner").values_list("id", flat=True))


def _lost(now: datetime) -> list[uuid.UUID]:
    rows = Round.objects.filter(state=RoundState.CANCELLED, lost_on__gt=day_of(now) - LATELY)
    return list(rows.exclude(letters__kind="answers_lost").values_list("id", flat=True))


def _unanswered(now: datetime) -> list[uuid.UUID]:
    """They wait since before the day by which an answer was asked for."""
    rows = Round.objects.filter(state=RoundState.WAITING, closes_at__gt=now).exclude(letters__kind="still_waits")
    return [
        round_id
        for round_id, asked_on, closes_at in rows.values_list("id", "requested_on", "closes_at")
        if answer_by(asked_on, timezone.localtime(closes_at).date()) < day_of(now)
    ]


def _follow_ups(now: datetime) -> None:
    """What the unit has agreed to look at again today, actions or the whole plan: one letter a unit."""
    today = day_of(now)
    rows = Action.objects.filter(state__in=IN_HAND, follow_up__lte=today, follow_up__gt=today - LATELY)
    days = set(rows.values_list("unit_id", "follow_up"))
    stock = PlanStatus.objects.filter(undone_at=None, again__lte=today, again__gt=today - LATELY)
    later = PlanStatus.objects.filter(unit=OuterRef("unit"), undone_at=None, at__gt=OuterRef("at"))
    days |= set(stock.exclude(Exists(later)).values_list("unit_id", "again"))
    days |= set(units_due(today, LATELY))
    due = sorted(((unit_id, on) for unit_id, on in days if on is not None), key=str)
    for one in each(f"{JOB}: follow-ups", due, now=now):
        with one as (unit_id, on), transaction.atomic():
            unit = Unit.objects.get(id=unit_id)
            tell(
                "follow_up_today", to=team_of(unit.organisation_id, unit_id, today), unit=unit_id,
                path=f"/units/{unit_id}/plan", values={"date": in_words(on or today)}, once=f"follow-up {unit_id} {on}",
            )  # fmt: skip
