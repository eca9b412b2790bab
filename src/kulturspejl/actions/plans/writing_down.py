"""How a change of an action is written down: the row, its version, one line of its history, one audit line."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kulturspejl.actions.auditing import note
from kulturspejl.core.errors import Conflict
from kulturspejl.core.plans import ActionDraft
from kulturspejl.core.plans.action import FIELDS
from kulturspejl.core.plans.history import Change, Did, kept
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, ActionEvent, User

CHANGED_MEANWHILE = Text(
    da="Handlingen er blevet ændret, siden du åbnede siden. Se, hvad der står nu. Det, du skrev, er ikke væk.",
    en="The action has been changed since you opened the page. See what stands there now. What you wrote is not lost.",
)


def draft_of(action: Action) -> ActionDraft:
    """The action's words as a draft."""
    return ActionDraft(**{name: getattr(action, name) for name in FIELDS})


def require_seen(action: Action, seen: int) -> None:
    """Raises Conflict unless it is as the person saw it."""
    if action.version != seen:
        raise Conflict(CHANGED_MEANWHILE)


def write_down(
    action: Action, did: Did, *, by: User, verb: str, changed: Change | None = None,
    said: Mapping[str, Any] | None = None, now: datetime,
) -> None:  # fmt: skip
    """The fields of `changed` get their new values; in the caller's lock."""
    put(action, {name: new for name, (_old, new) in (changed or {}).items()})
    ActionEvent.objects.create(action=action, did=did, at=now, by=by, changed=changed or {}, said=said or {})
    note(by=by, organisation_id=action.unit.organisation_id, verb=verb, about=action.id, now=now)


def put(action: Action, values: Mapping[str, Any]) -> None:
    """Set these fields, as history keeps them, and count the version on."""
    Action.objects.filter(id=action.id).update(**values, version=action.version + 1)


def pair(before: str | date | None, after: str | date | None) -> list[str | None]:
    """One field of a change."""
    return [kept(before), kept(after)]
