"""Choosing a trait, and putting its words right: an earlier one stays, with its actions, and so do the old words."""

import uuid
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.plans.writing_down import require_seen, words_of, write_down
from kulturspejl.actions.sent import id_before, keep, made_before
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import TraitDraft
from kulturspejl.core.plans.history import Did, differences
from kulturspejl.core.plans.origin import Origin, origin_of
from kulturspejl.core.plans.trait import FIELDS
from kulturspejl.records.models import RoundState, RoundUnit, Trait, Unit, User


def choose_trait(
    *, by: User, unit_id: uuid.UUID, stems_from: uuid.UUID | None, more_of: str, less_of: str, notice: str,
    better_for: str, origin: str = "", origin_on: date | None = None, form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """The unit's current trait; an earlier one stays, with its actions. Raises Faulty with a sentence a field.

    `stems_from` is the result that it was chosen from; without one `origin` says what it came from, where that is known
    (core/plans/origin).
    """
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.PLAN_EDIT, unit_id=unit_id, now=now)
        if before := id_before(form, by):
            return before
        draft = TraitDraft(more_of=more_of, less_of=less_of, notice=notice, better_for=better_for).checked()
        for earlier in Trait.objects.filter(unit_id=unit_id, is_current=True):
            write_down(earlier, Did.REPLACED, by=by, verb="", now=now)
        Trait.objects.filter(unit_id=unit_id, is_current=True).update(is_current=False)
        source = _source(stems_from, unit_id)
        known = Origin.RESULT if source else origin_of(origin)
        trait = Trait.objects.create(
            unit_id=unit_id, stems_from=source, more_of=draft.more_of, less_of=draft.less_of,
            notice=draft.notice, better_for=draft.better_for, chosen_by=by, chosen_on=day_of(now), origin=known,
            origin_on=origin_on if known and not source else None,
        )  # fmt: skip
        note(by=by, organisation_id=unit.organisation_id, verb="trait.choose", about=trait.id, now=now)
        keep(form, by, trait.id, now)
    return trait.id


def change_trait(
    *, by: User, trait_id: uuid.UUID, seen: int, more_of: str, less_of: str, notice: str, better_for: str,
    form: uuid.UUID | None = None, now: datetime,
) -> None:  # fmt: skip
    """Other words for the same trait; its actions, what was said yes to and what came of it stay as they are.

    Nothing where nothing is another. Raises Conflict where somebody was first, Faulty with a sentence a field.
    """
    with deciding(Trait, trait_id) as trait:
        require(by, Verb.PLAN_EDIT, unit_id=trait.unit_id, now=now)
        if made_before(form, by) is not None:
            return
        require_seen(trait, seen)
        draft = TraitDraft(more_of=more_of, less_of=less_of, notice=notice, better_for=better_for).checked()
        if changed := differences(words_of(trait), draft, FIELDS):
            write_down(trait, Did.CHANGED, by=by, verb="trait.edit", changed=changed, now=now)
        keep(form, by, trait.id, now)


def _source(round_unit_id: uuid.UUID | None, unit_id: uuid.UUID) -> RoundUnit | None:
    if round_unit_id is None:
        return None
    source = RoundUnit.objects.filter(
        id=round_unit_id, unit_id=unit_id, round__state=RoundState.RELEASED
    ).first()
    if source is None:
        raise NotThere(NOTHING_HERE)
    return source
