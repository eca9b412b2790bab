"""Saying yes to an action as it stands: leader and each representative for themselves."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import require
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.plans.writing_down import require_seen, write_down
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import IN_HAND
from kulturspejl.core.plans.history import Did, agreements
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, User
from kulturspejl.values.plan_lines import lines_of

NOT_AGREED = Text(
    da="Der er ikke noget at sige ja til: Handlingen er ikke aftalt endnu, eller I har ladt den ligge.",
    en="There is nothing to say yes to: the action is not agreed yet, or you have let it go.",
)


def consent(*, by: User, action_id: uuid.UUID, seen: int, form: uuid.UUID | None = None, now: datetime) -> None:
    """Agree to the words of version `seen`. Nothing where the person has agreed to them. Raises Conflict, Refused."""
    with deciding(Action, action_id) as action:
        require(by, Verb.PLAN_EDIT, unit_id=action.unit_id, now=now)
        if made_before(form, by) is not None:
            return
        mine = agreements(lines_of(action)).get(by.id)
        if mine is not None and mine.stands:
            return
        require_seen(action, seen)
        if action.state not in IN_HAND:
            raise Refused(NOT_AGREED)
        write_down(action, Did.AGREED, by=by, verb="action.consent", now=now)
        keep(form, by, action.id, now)
