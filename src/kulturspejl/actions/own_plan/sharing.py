"""One line of a plan under a secret address: shared by its owner, taken back by its owner, gone after ninety days."""

import uuid
from datetime import date, datetime, timedelta

from kulturspejl.access.course_access import ends_of
from kulturspejl.access.own_plan import Person, held_by, table_of
from kulturspejl.access.permission import day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, secret_of
from kulturspejl.core.own_plan.shared_line import SHARED_FOR, line_of
from kulturspejl.records.models import SharedLine, User
from kulturspejl.vault import codes


def share_line(*, by: Person, words: str, form: uuid.UUID | None = None, now: datetime) -> str:
    """The secret of its address, shown once; a line shared before is no longer read. Raises Faulty."""
    clean = line_of(words)
    secret = codes.long_from(secret_of(form)) if form else codes.make_long()
    sender = by if isinstance(by, User) else None
    with deciding(table_of(by), by.id):
        if made_before(form, sender) is None:
            SharedLine.objects.update_or_create(
                **held_by(by),
                defaults={
                    "words": clean, "key_hash": codes.fingerprint(secret), "ends_on": _last_day(by, day_of(now)),
                },
            )  # fmt: skip
            keep(form, sender, by.id, now)
    return secret


def take_line_back(*, by: Person) -> None:
    """Nobody reads it from now on. Nothing where none is shared."""
    with deciding(table_of(by), by.id):
        SharedLine.objects.filter(**held_by(by)).delete()


def forget_old_lines(*, now: datetime) -> None:
    """Those whose ninety days are over."""
    SharedLine.objects.filter(ends_on__lt=day_of(now)).delete()


def _last_day(owner: Person, today: date) -> date:
    """No line outlives the class that its owner takes part in: on the day on which that is deleted it is gone."""
    until = today + SHARED_FOR
    if isinstance(owner, User):
        return until
    return min(until, ends_of({owner.group.held_id})[owner.group.held_id] - timedelta(days=1))
