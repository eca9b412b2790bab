"""Changing an action: its words and days, taking an idea in, and moving it on by the table of moves."""

import uuid
from datetime import date, datetime

from kulturspejl.access.crew import is_represented
from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.plans.writing_down import draft_of, pair, require_seen, write_down
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import STATES, ActionDraft, State
from kulturspejl.core.plans.history import Did, differences
from kulturspejl.core.plans.states import NAMES, OUTCOMES, WITH_A_LINE, may_move
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled, quoted
from kulturspejl.records.models import Action, Trait, User

LONGEST = {"line": 500}
A_LINE = Text(da="Skriv en linje om, hvad der skete.", en="Write a line on what happened.")
CANNOT = Text(
    da="Handlingen er nu: {state}. Derfra kan den ikke blive: {wanted}. Genindlæs siden.",
    en="The action is now: {state}. From there it cannot become: {wanted}. Load the page again.",
)
LET_GO = Text(
    da="I har ladt handlingen ligge. Tag den op igen, før den kan ændres.",
    en="You have let this action go. Take it up again before it can be changed.",
)


def change_action(
    *, by: User, action_id: uuid.UUID, seen: int, take_in: bool = False, what: str, who: str = "",
    due: date | None = None, follow_up: date | None = None, why: str = "", sign: str = "", stop_doing: str = "",
    influence: str = "", directed: str = "", partner: str = "", form: uuid.UUID | None = None, now: datetime,
) -> None:  # fmt: skip
    """Other words or days; `take_in` makes an idea an agreed action of the current trait. `seen` is its version.

    Nothing where nothing is another. Raises Conflict where somebody was first, Faulty with a sentence a field.
    """
    with deciding(Action, action_id) as action:
        require(by, Verb.PLAN_EDIT, unit_id=action.unit_id, now=now)
        if made_before(form, by) is not None:
            return
        require_seen(action, seen)
        draft = ActionDraft(
            what=what, who=who, due=due, follow_up=follow_up, why=why, sign=sign, stop_doing=stop_doing,
            influence=influence, directed=directed, partner=partner,
        )  # fmt: skip
        changed = differences(draft_of(action), _checked(action, draft, take_in, now))
        if action.state == State.IDEA and take_in:
            changed |= _taken_in(action, day_of(now))
        if changed:
            write_down(
                action, Did.CHANGED, by=by, verb="action.agree" if "state" in changed else "action.edit",
                changed=changed, now=now,
            )  # fmt: skip
        keep(form, by, action.id, now)


def move(
    *, by: User, action_id: uuid.UUID, state: str, seen: int, line: str = "", form: uuid.UUID | None = None,
    now: datetime,
) -> None:  # fmt: skip
    """Move it on: begun, tried (with a line), let go (with a line), taken up again. Nothing where it is there already.

    What came of it is said by a follow-up, and what is agreed by taking an idea in. Raises Conflict, Refused, Faulty.
    """
    with deciding(Action, action_id) as action:
        require(by, Verb.PLAN_EDIT, unit_id=action.unit_id, now=now)
        if state not in STATES:
            raise NotThere(NOTHING_HERE)
        before, after = State(action.state), State(state)
        if made_before(form, by) is not None or before is after:
            return
        require_seen(action, seen)
        if not may_move(before, after) or after in _BY_A_FORM_OF_THEIR_OWN:
            raise Refused(filled(CANNOT, state=quoted(NAMES[before]), wanted=quoted(NAMES[after])))
        said = _said(after, line)
        write_down(
            action, Did.MOVED, by=by, verb=f"action.{after}", changed={"state": pair(before, after)},
            said={"line": said} if said else {}, now=now,
        )  # fmt: skip
        keep(form, by, action.id, now)


_BY_A_FORM_OF_THEIR_OWN = (OUTCOMES - {State.DROP}) | {State.AGREED}


def _checked(action: Action, draft: ActionDraft, take_in: bool, now: datetime) -> ActionDraft:
    today = day_of(now)
    if action.state == State.DROP:
        raise Refused(LET_GO)
    if action.state == State.IDEA and not take_in:
        return draft.idea(today)
    alone = not is_represented(action.unit.organisation_id, action.unit_id, today)
    return draft.agreed(today, before=draft_of(action), alone=alone)


def _taken_in(action: Action, today: date) -> dict[str, list[str | None]]:
    """What an idea becomes; without a trait of its own it goes under the unit's current one."""
    found = {"state": pair(State.IDEA, State.AGREED), "agreed_on": pair(action.agreed_on, today)}
    trait = Trait.objects.filter(unit_id=action.unit_id, is_current=True).first()
    if action.trait_id is None and trait is not None:
        found["trait_id"] = [None, str(trait.id)]
    return found


def _said(after: State, line: str) -> str:
    said = one_line(line)
    faults = {"line": A_LINE} if after in WITH_A_LINE and not said else without_room({"line": said}, LONGEST)
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return said
