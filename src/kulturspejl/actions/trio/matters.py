"""The list for the yearly discussion: what is put on it, and taken off again."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, may_be_gone
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.trio.annual import matter_of
from kulturspejl.records.models import AnnualMatter, Unit, User

MOST = 40
MANY = Text(
    da="Der står 40 punkter på listen. Tag noget af den, før I sætter mere på.",
    en="40 matters stand on the list. Take something off before you put more on.",
)


def put_on_sheet(
    *,
    by: User,
    unit_id: uuid.UUID,
    words: str,
    form: uuid.UUID | None = None,
    now: datetime,
) -> None:
    """The same words stand there once. Raises Faulty, and Refused where the list is full."""
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.TRIO_EDIT, unit_id=unit_id, now=now)
        if made_before(form, by) is not None:
            return
        clean, rows = matter_of(words), AnnualMatter.objects.filter(unit=unit)
        if rows.filter(words=clean).exists():
            return
        if rows.count() >= MOST:
            raise Refused(MANY)
        made = rows.create(unit=unit, words=clean, added_by=by, added_on=day_of(now))
        note(by=by, organisation_id=unit.organisation_id, verb="trio.matter", about=unit.id, now=now)
        keep(form, by, made.id, now)


def take_off_sheet(*, by: User, matter_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """It is done with, or was put there by mistake."""
    with may_be_gone(form, by), deciding(AnnualMatter, matter_id) as matter:
        require(by, Verb.TRIO_EDIT, unit_id=matter.unit_id, now=now)
        note(
            by=by,
            organisation_id=matter.unit.organisation_id,
            verb="trio.matter_off",
            about=matter.unit_id,
            now=now,
        )
        matter.delete()
        keep(form, by, matter_id, now)
