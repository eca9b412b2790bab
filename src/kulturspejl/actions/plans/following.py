"""Looking at an action again: whether the sign was seen, what it did, whether it is kept, changed or stopped."""

import uuid
from datetime import date, datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.plans.writing_down import pair, require_seen, write_down
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import FollowUpDraft, State
from kulturspejl.core.plans.history import Did
from kulturspejl.core.plans.states import may_follow_up
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, User

NOT_NOW = Text(
    da="Der er ikke noget at følge op på: Handlingen er ikke aftalt endnu, eller I har ladt den ligge.",
    en="There is nothing to follow up: the action is not agreed yet, or you have let it go.",
)


def follow_up(
    *, by: User, action_id: uuid.UUID, seen: int, noticed: str, effect: str, outcome: str, next_step: str = "",
    next_day: date | None = None, learnt: str = "", form: uuid.UUID | None = None, now: datetime,
) -> None:  # fmt: skip
    """Keep what the team says as a line of its own. Raises Conflict, Refused, Faulty with a sentence a field."""
    with deciding(Action, action_id) as action:
        require(by, Verb.PLAN_EDIT, unit_id=action.unit_id, now=now)
        if made_before(form, by) is not None:
            return
        require_seen(action, seen)
        if not may_follow_up(State(action.state)):
            raise Refused(NOT_NOW)
        draft = FollowUpDraft(noticed, effect, outcome, next_step, next_day, learnt).checked(day_of(now))
        changed = {
            "state": pair(action.state, draft.outcome), "follow_up": pair(action.follow_up, draft.next_day),
        }  # fmt: skip
        said = {
            "noticed": draft.noticed, "effect": draft.effect, "outcome": draft.outcome, "next_step": draft.next_step,
            "learnt": draft.learnt,
        }  # fmt: skip
        write_down(
            action, Did.FOLLOWED_UP, by=by, verb="action.follow_up", said=said, now=now,
            changed={name: pair for name, pair in changed.items() if pair[0] != pair[1]},
        )  # fmt: skip
        keep(form, by, action.id, now)
