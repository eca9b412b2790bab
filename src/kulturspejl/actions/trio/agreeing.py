"""The focus of a unit's TRIO, and their agreement: any of them writes, the others see who did and when."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Conflict
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.trio.agreement import agreed
from kulturspejl.core.trio.focus import focus_of
from kulturspejl.records.models import TrioAgreement, TrioFocus, Unit, User

CHANGED_MEANWHILE = Text(
    da="En anden har skrevet, siden du åbnede siden. Se, hvad der står nu. Det, du skrev, står stadig i felterne.",
    en="Somebody else has written since you opened the page. See what stands there now. What you wrote is still in the "
    "fields.",
)


def choose_focus(
    *, by: User, unit_id: uuid.UUID, words: str, form: uuid.UUID | None = None, now: datetime
) -> None:
    """What the TRIO works on; the focus before stays, with its day. Raises Faulty."""
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.TRIO_EDIT, unit_id=unit_id, now=now)
        if made_before(form, by) is not None:
            return
        clean, current = focus_of(words), TrioFocus.objects.filter(unit=unit, is_current=True)
        if current.filter(words=clean).exists():
            return
        current.update(is_current=False)
        made = TrioFocus.objects.create(unit=unit, words=clean, chosen_by=by, chosen_on=day_of(now))
        note(by=by, organisation_id=unit.organisation_id, verb="trio.focus", about=unit.id, now=now)
        keep(form, by, made.id, now)


def change_agreement(
    *,
    by: User,
    unit_id: uuid.UUID,
    seen: int,
    values: Mapping[str, str],
    form: uuid.UUID | None = None,
    now: datetime,
) -> None:
    """The whole agreement as it reads from now on; `seen` is its version, 0 where there was none.

    Raises Conflict where somebody was first, Faulty with a sentence a field.
    """
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.TRIO_EDIT, unit_id=unit_id, now=now)
        if made_before(form, by) is not None:
            return
        fields = agreed(values)
        found = TrioAgreement.objects.filter(unit=unit).first()
        if (found.version if found else 0) != seen:
            raise Conflict(CHANGED_MEANWHILE)
        if fields == (found.fields if found else {}):
            return
        TrioAgreement.objects.update_or_create(
            unit=unit,
            defaults={"fields": fields, "version": seen + 1, "changed_by": by, "changed_on": day_of(now)},
        )
        note(by=by, organisation_id=unit.organisation_id, verb="trio.agreement", about=unit.id, now=now)
        keep(form, by, unit.id, now)
