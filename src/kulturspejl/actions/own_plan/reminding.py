"""The letter each week: asked for by its reader alone, six times, stopped by one tap; it says nothing of what."""

import uuid
from datetime import date, datetime, timedelta

from kulturspejl.access.permission import day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.each import each
from kulturspejl.actions.telling import tell
from kulturspejl.core.own_plan.reminding import days_of
from kulturspejl.records.models import PlanReminder, User
from kulturspejl.vault import codes

A_MONTH = timedelta(days=30)
LATELY = timedelta(days=3)
"""After a server that was away nobody is reminded of days long gone."""


def remind(*, by: User, weekday: int, now: datetime) -> None:
    """Six letters, one each week; asked for again, they begin anew. Raises Faulty."""
    days = [day.isoformat() for day in days_of(weekday, day_of(now))]
    with deciding(User, by.id) as owner:
        row = PlanReminder.objects.filter(owner=owner).first()
        if row is None:
            id = uuid.uuid4()
            PlanReminder.objects.create(id=id, owner=owner, days=days, key_hash=codes.fingerprint(key_of(id)))
        elif row.days != days:
            PlanReminder.objects.filter(id=row.id).update(days=days)


def stop_reminding(*, by: User) -> None:
    """No further letter. Nothing where none was asked for."""
    with deciding(User, by.id) as owner:
        PlanReminder.objects.filter(owner=owner).delete()


def stop_by_link(*, key: str) -> None:
    """The same by what stands in the letter's link. Nothing for a link of no letters to come: they are stopped."""
    row = PlanReminder.objects.filter(key_hash=codes.fingerprint(key)).select_related("owner").first()
    if row is not None:
        stop_reminding(by=row.owner)


def tell_due(*, now: datetime) -> None:
    """The letters of the day, each once, whatever restarts."""
    for one in each("plan reminders", list(PlanReminder.objects.values_list("id", flat=True)), now=now):
        with one as id:
            _tell(PlanReminder.objects.select_related("owner").get(id=id), day_of(now))


def _tell(row: PlanReminder, today: date) -> None:
    """The row goes a month after its last day: until then its link says that no further letter comes."""
    days = [date.fromisoformat(day) for day in row.days]
    due = [day for day in days if today - LATELY < day <= today]
    if due:
        tell("you_asked", to=[row.owner], path=f"/reminder/{key_of(row.id)}", once=f"reminder {row.id} {due[-1]}")
    if max(days) < today - A_MONTH:
        row.delete()


def key_of(id: uuid.UUID) -> str:
    """What stands in the letters' link: only this instance can make it, so it need not be kept."""
    return codes.long_again(b"reminders", id.bytes)
