"""The letter each week: asked for by its reader alone, six times, stopped by one tap; it says nothing of what."""

import uuid
from datetime import date, datetime, timedelta

from kulturspejl.access.own_plan import Person, held_by, reminder_path, table_of
from kulturspejl.access.permission import day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.each import each
from kulturspejl.actions.telling import tell
from kulturspejl.core.own_plan.reminding import days_from, first_day
from kulturspejl.records.models import CourseLetter, PlanReminder
from kulturspejl.vault import codes, ledger

A_MONTH = timedelta(days=30)
LATELY = timedelta(days=3)
"""After a server that was away nobody is reminded of days long gone."""
KIND = "you_asked"


def remind(*, by: Person, weekday: int, now: datetime) -> None:
    """Six letters, one each week; asked for again, they begin anew. Raises Faulty."""
    first = first_day(weekday, day_of(now))
    with deciding(table_of(by), by.id):
        row = PlanReminder.objects.filter(**held_by(by)).first()
        if row is None:
            id = uuid.uuid4()
            PlanReminder.objects.create(
                id=id, **held_by(by), first=first, key_hash=codes.fingerprint(key_of(id))
            )
        elif row.first != first:
            PlanReminder.objects.filter(id=row.id).update(first=first)


def stop_reminding(*, by: Person, now: datetime) -> None:
    """No further letter, also after a restore. Nothing where none was asked for."""
    with deciding(table_of(by), by.id):
        row = PlanReminder.objects.filter(**held_by(by)).first()
        if row is not None:
            ledger.note(what=ledger.PLAN_REMINDER, round_id=row.id, on=day_of(now))
            row.delete()


def stop_by_link(*, key: str, now: datetime) -> None:
    """The same by what stands in the letter's link. Nothing for a link of no letters to come: they are stopped."""
    rows = PlanReminder.objects.filter(key_hash=codes.fingerprint(key))
    row = rows.select_related("owner", "member").first()
    whose = (row.owner or row.member) if row is not None else None
    if whose is not None:
        stop_reminding(by=whose, now=now)


def tell_due(*, now: datetime) -> None:
    """The letters of the day, each once, whatever restarts."""
    for one in each("plan reminders", list(PlanReminder.objects.values_list("id", flat=True)), now=now):
        with one as id:
            row = PlanReminder.objects.select_related("owner", "member").filter(id=id).first()
            if row is not None:  # Its owner may have stopped it meanwhile.
                _tell(row, day_of(now))


def _tell(row: PlanReminder, today: date) -> None:
    """The row goes a month after its last day: until then its link says that no further letter comes."""
    days = days_from(row.first)
    due = [day for day in days if today - LATELY < day <= today]
    if due and row.owner is not None:
        tell(KIND, to=[row.owner], path=reminder_path(row.id), once=f"reminder {row.id} {due[-1]}")
    elif due:
        CourseLetter.objects.bulk_create(
            [CourseLetter(to=row.member, kind=KIND, about=due[-1].isoformat())], ignore_conflicts=True
        )
    if days[-1] < today - A_MONTH:
        row.delete()


def key_of(id: uuid.UUID) -> str:
    """What stands in the letters' link."""
    return reminder_path(id).rpartition("/")[2]
