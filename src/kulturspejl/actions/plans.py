"""Choosing a trait and agreeing on an action."""

import uuid
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import STATES, ActionDraft, TraitDraft
from kulturspejl.records.models import Action, RoundState, RoundUnit, Trait, Unit, User


def choose_trait(
    *, by: User, unit_id: uuid.UUID, stems_from: uuid.UUID | None, more_of: str, less_of: str, notice: str,
    better_for: str, form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """The unit's current trait; an earlier one stays in history. Raises Faulty with a sentence a field."""
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


def agree_action(
    *, by: User, trait_id: uuid.UUID, what: str, who: str, due: date | None, follow_up: date | None,
    form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """What we do, who sees to it, when it is done and when we look again."""
    with deciding(Trait, trait_id) as trait:
        require(by, Verb.PLAN_EDIT, unit_id=trait.unit_id, now=now)
        if before := id_before(form, by):
            return before
        draft = ActionDraft(what=what, who=who, due=due, follow_up=follow_up).checked(day_of(now))
        action = Action.objects.create(
            trait=trait, what=draft.what, who=draft.who, due=draft.days[0], follow_up=draft.days[1],
            agreed_on=day_of(now),
        )  # fmt: skip
        note(by=by, organisation_id=trait.unit.organisation_id, verb="action.agree", about=action.id, now=now)
        keep(form, by, action.id, now)
    return action.id


def set_state(*, by: User, action_id: uuid.UUID, state: str, now: datetime) -> None:
    """Move an action on: agreed, under way, tried, keep, redo, drop. Nothing where it is there already."""
    with deciding(Action, action_id) as action:
        unit = action.trait.unit
        require(by, Verb.PLAN_EDIT, unit_id=unit.id, now=now)
        if state not in STATES:
            raise NotThere(NOTHING_HERE)
        if action.state == state:
            return
        Action.objects.filter(id=action_id).update(state=state)
        note(by=by, organisation_id=unit.organisation_id, verb=f"action.{state}", about=action_id, now=now)


def _source(round_unit_id: uuid.UUID | None, unit_id: uuid.UUID) -> RoundUnit | None:
    if round_unit_id is None:
        return None
    source = RoundUnit.objects.filter(
        id=round_unit_id, unit_id=unit_id, round__state=RoundState.RELEASED
    ).first()
    if source is None:
        raise NotThere(NOTHING_HERE)
    return source
