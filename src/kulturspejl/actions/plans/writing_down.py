"""How a change of an action or a trait is written down: the row, its version, a line of its history, an audit line."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kulturspejl.actions.auditing import note
from kulturspejl.core.errors import Conflict
from kulturspejl.core.plans import ActionDraft, TraitDraft
from kulturspejl.core.plans import trait as traits
from kulturspejl.core.plans.action import FIELDS
from kulturspejl.core.plans.history import Change, Did, kept
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, Trait, User

TRAIT_CHANGED = Text(
    da="Trækket er blevet ændret, siden du åbnede siden. Se, hvad der står nu. Det, du skrev, er ikke væk.",
    en="The trait has been changed since you opened the page. See what stands there now. What you wrote is not lost.",
)
CHANGED_MEANWHILE = Text(
    da="Handlingen er blevet ændret, siden du åbnede siden. Se, hvad der står nu. Det, du skrev, er ikke væk.",
    en="The action has been changed since you opened the page. See what stands there now. What you wrote is not lost.",
)


def draft_of(action: Action) -> ActionDraft:
    """The action's words as a draft."""
    return ActionDraft(**{name: getattr(action, name) for name in FIELDS})


def words_of(trait: Trait) -> TraitDraft:
    """The trait's words as a draft."""
    return TraitDraft(**{name: getattr(trait, name) for name in traits.FIELDS})


def require_seen(row: Action | Trait, seen: int) -> None:
    """Raises Conflict unless it is as the person saw it."""
    if row.version != seen:
        raise Conflict(CHANGED_MEANWHILE if isinstance(row, Action) else TRAIT_CHANGED)


def write_down(
    row: Action | Trait, did: Did, *, by: User, verb: str, changed: Change | None = None,
    said: Mapping[str, Any] | None = None, now: datetime,
) -> None:  # fmt: skip
    """The fields of `changed` get their new values; in the caller's lock. `verb` "": the caller notes it itself."""
    put(row, {name: new for name, (_old, new) in (changed or {}).items()})
    row.events.create(did=did, at=now, by=by, changed=changed or {}, said=said or {})
    if verb:
        note(by=by, organisation_id=row.unit.organisation_id, verb=verb, about=row.id, now=now)


def put(row: Action | Trait, values: Mapping[str, Any]) -> None:
    """Set these fields, as history keeps them, and count the version on."""
    type(row)._default_manager.filter(id=row.id).update(**values, version=row.version + 1)


def pair(before: str | date | None, after: str | date | None) -> list[str | None]:
    """One field of a change."""
    return [kept(before), kept(after)]
