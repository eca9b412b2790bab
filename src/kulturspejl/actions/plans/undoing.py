"""Taking the last thing back, for a day: it stays in the history, marked, and every field is as it was before it."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.plans.writing_down import put
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans.history import Did, may_be_undone
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, Trait, User

NOT_THE_LAST: Mapping[type[Action | Trait], Text] = {
    Action: Text(
        da="Det er ikke længere det seneste, der er sket med handlingen. Se, hvad der står nu.",
        en="That is no longer the last thing that was done to this action. See what stands there now.",
    ),
    Trait: Text(
        da="Det er ikke længere det seneste, der er sket med trækket. Se, hvad der står nu.",
        en="That is no longer the last thing that was done to this trait. See what stands there now.",
    ),
}
TOO_LATE: Mapping[type[Action | Trait], Text] = {
    Action: Text(
        da="Det kan kun fortrydes i et døgn. Ret handlingen i stedet.",
        en="That can be undone for one day only. Change the action instead.",
    ),
    Trait: Text(
        da="Det kan kun fortrydes i et døgn. Ret ordene i stedet.",
        en="That can be undone for one day only. Change the words instead.",
    ),
}
NOT_YOURS = Text(
    da="Kun den, der har sagt ja, kan tage sit ja tilbage.", en="Only whoever has said yes can take it back."
)


def undo(*, by: User, action_id: uuid.UUID, event: int, form: uuid.UUID | None = None, now: datetime) -> None:
    """Take the line `event` back. Raises Conflict where more has happened since, Refused after a day."""
    with deciding(Action, action_id) as action:
        require(by, Verb.PLAN_EDIT, unit_id=action.unit_id, now=now)
        if made_before(form, by) is None:
            _take_back(action, event, by=by, verb="action.undo", now=now)
            keep(form, by, action.id, now)


def undo_trait(
    *, by: User, trait_id: uuid.UUID, event: int, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Take a change of words back: the line `event`. Raises Conflict where more has happened, Refused after a day."""
    with deciding(Trait, trait_id) as trait:
        require(by, Verb.PLAN_EDIT, unit_id=trait.unit_id, now=now)
        if made_before(form, by) is None:
            _take_back(trait, event, by=by, verb="trait.undo", now=now)
            keep(form, by, trait.id, now)


def _take_back(row: Action | Trait, event: int, *, by: User, verb: str, now: datetime) -> None:
    """In the caller's lock."""
    last = row.events.filter(undone_at=None).order_by("-id").first()
    if last is None or last.id != event:
        raise Conflict(NOT_THE_LAST[type(row)])
    if not may_be_undone(last.did, last.at, now):
        raise Refused(TOO_LATE[type(row)])
    if last.did == Did.AGREED and last.by_id != by.id:
        raise Refused(NOT_YOURS)
    put(row, {name: old for name, (old, _new) in last.changed.items()})
    row.events.filter(id=last.id).update(undone_at=now, undone_by=by)
    note(by=by, organisation_id=row.unit.organisation_id, verb=verb, about=row.id, now=now)
