"""Choosing a trait."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import TraitDraft
from kulturspejl.records.models import RoundState, RoundUnit, Trait, Unit, User


def choose_trait(
    *, by: User, unit_id: uuid.UUID, stems_from: uuid.UUID | None, more_of: str, less_of: str, notice: str,
    better_for: str, form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """The unit's current trait; an earlier one stays, with its actions. Raises Faulty with a sentence a field."""
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.PLAN_EDIT, unit_id=unit_id, now=now)
        if before := id_before(form, by):
            return before
        draft = TraitDraft(more_of=more_of, less_of=less_of, notice=notice, better_for=better_for).checked()
        Trait.objects.filter(unit_id=unit_id, is_current=True).update(is_current=False)
        trait = Trait.objects.create(
            unit_id=unit_id, stems_from=_source(stems_from, unit_id), more_of=draft.more_of, less_of=draft.less_of,
            notice=draft.notice, better_for=draft.better_for, chosen_by=by, chosen_on=day_of(now),
        )  # fmt: skip
        note(by=by, organisation_id=unit.organisation_id, verb="trait.choose", about=trait.id, now=now)
        keep(form, by, trait.id, now)
    return trait.id


def _source(round_unit_id: uuid.UUID | None, unit_id: uuid.UUID) -> RoundUnit | None:
    if round_unit_id is None:
        return None
    source = RoundUnit.objects.filter(
        id=round_unit_id, unit_id=unit_id, round__state=RoundState.RELEASED
    ).first()
    if source is None:
        raise NotThere(NOTHING_HERE)
    return source
