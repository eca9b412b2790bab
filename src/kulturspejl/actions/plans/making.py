"""A new action: agreed on under a trait, noted there as an idea, or sent to the unit's plan from a day with others."""

import uuid
from datetime import date, datetime

from kulturspejl.access.crew import is_represented
from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import ActionDraft, State
from kulturspejl.core.plans.action import FIELDS
from kulturspejl.core.plans.history import Did
from kulturspejl.core.plans.origin import origin_of
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, ActionEvent, Trait, Unit, User
from kulturspejl.values.the_library import the_library

MOST_IDEAS = 50
"""That wait in one unit; more than anybody looks through."""
MANY_IDEAS = Text(
    da="Der venter allerede 50 idéer i den plan. Sig den højt på næste møde, eller tag den med som ark.",
    en="50 ideas are waiting in that plan already. Say it at the next meeting, or take it along as a sheet.",
)


def agree_action(
    *, by: User, trait_id: uuid.UUID, as_idea: bool = False, what: str, who: str = "", due: date | None = None,
    follow_up: date | None = None, why: str = "", sign: str = "", stop_doing: str = "", influence: str = "",
    directed: str = "", partner: str = "", form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """What we do, who sees to it, when it is done and when we look again; `as_idea`: kept to be agreed on later.

    Raises Faulty with a sentence a field.
    """
    with deciding(Trait, trait_id) as trait:
        require(by, Verb.PLAN_EDIT, unit_id=trait.unit_id, now=now)
        if before := id_before(form, by):
            return before
        draft, today = ActionDraft(
            what=what, who=who, due=due, follow_up=follow_up, why=why, sign=sign, stop_doing=stop_doing,
            influence=influence, directed=directed, partner=partner,
        ), day_of(now)  # fmt: skip
        alone = not is_represented(trait.unit.organisation_id, trait.unit_id, today)
        draft = draft.idea(today) if as_idea else draft.agreed(today, alone=alone)
        action = _made(trait.unit, trait, draft, State.IDEA if as_idea else State.AGREED, today)
        _begun(action, Did.MADE, by, "action.idea" if as_idea else "action.agree", now)
        keep(form, by, action.id, now)
    return action.id


def send_idea(
    *, by: User, unit_id: uuid.UUID, what: str, who: str = "", follow_up: date | None = None, tool: str = "",
    origin: str = "", origin_on: date | None = None, form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """What somebody has chosen to send from a day or a meeting: it waits in the plan until it is taken in or declined.

    The very same idea waits there once, also where two send a line of their minutes at the same moment.
    `tool` is the programme of the team's room it was agreed in, `origin` and `origin_on` what the sender says it came
    from (core/plans/origin). Raises Faulty, Refused.
    """
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.PLAN_EDIT, unit_id=unit_id, now=now)
        if before := id_before(form, by):
            return before
        draft = ActionDraft(what=what, who=who, follow_up=follow_up).idea(day_of(now))
        if there := _waits_already(unit, draft):
            keep(form, by, there, now)
            return there
        if Action.objects.filter(unit=unit, state=State.IDEA).count() >= MOST_IDEAS:
            raise Refused(MANY_IDEAS)
        known = tool if tool in the_library().lent else ""
        action = _made(
            unit, None, draft, State.IDEA, day_of(now), tool=known, origin=origin_of(origin),
            origin_on=origin_on if origin_of(origin) else None,
        )  # fmt: skip
        _begun(action, Did.SENT, by, "action.send", now)
        keep(form, by, action.id, now)
    return action.id


def _waits_already(unit: Unit, draft: ActionDraft) -> uuid.UUID | None:
    same = Action.objects.filter(unit=unit, state=State.IDEA, what=draft.what, who=draft.who, follow_up=draft.follow_up)
    return same.values_list("id", flat=True).first()


def _made(
    unit: Unit, trait: Trait | None, draft: ActionDraft, state: State, today: date, **came_from: str | date | None
) -> Action:  # fmt: skip
    return Action.objects.create(
        unit=unit, trait=trait, state=state, **came_from, agreed_on=None if state is State.IDEA else today,
        **{name: getattr(draft, name) for name in FIELDS},
    )  # fmt: skip


def _begun(action: Action, did: Did, by: User, verb: str, now: datetime) -> None:
    ActionEvent.objects.create(action=action, did=did, at=now, by=by, said={"state": action.state})
    note(by=by, organisation_id=action.unit.organisation_id, verb=verb, about=action.id, now=now)
