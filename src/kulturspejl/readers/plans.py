"""The chosen trait and its actions, as everybody on the team sees them."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Trait


@dataclass(frozen=True)
class ActionView:
    """One agreed action."""

    id: uuid.UUID
    what: str
    who: str
    due: date
    follow_up: date
    state: str


@dataclass(frozen=True)
class TraitView:
    """A chosen trait with its actions, earliest first."""

    id: uuid.UUID
    unit_id: uuid.UUID
    more_of: str
    less_of: str
    notice: str
    better_for: str
    chosen_on: date
    is_current: bool
    actions: tuple[ActionView, ...]


def current(unit_id: uuid.UUID) -> list[TraitView]:
    """The unit's current trait (one, or none yet). The caller has asked for permission."""
    return _views(Trait.objects.filter(unit_id=unit_id, is_current=True).prefetch_related("actions"))


def current_of(unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, list[TraitView]]:
    """The current traits of these units, units without any left out: two queries for all of them."""
    found: dict[uuid.UUID, list[TraitView]] = defaultdict(list)
    rows = Trait.objects.filter(unit_id__in=unit_ids, is_current=True).prefetch_related("actions")
    for view in _views(rows):
        found[view.unit_id].append(view)
    return found


def earlier(unit_id: uuid.UUID) -> list[TraitView]:
    """Traits the unit has worked on before, newest first."""
    rows = Trait.objects.filter(unit_id=unit_id, is_current=False).prefetch_related("actions")
    return _views(rows.order_by("-chosen_on"))


def _views(rows: Iterable[Trait]) -> list[TraitView]:
    return [_view(trait) for trait in rows]


def _view(trait: Trait) -> TraitView:
    actions = sorted(trait.actions.all(), key=lambda action: (action.due, danish_key(action.what)))
    return TraitView(
        id=trait.id, unit_id=trait.unit_id, more_of=trait.more_of, less_of=trait.less_of, notice=trait.notice,
        better_for=trait.better_for, chosen_on=trait.chosen_on, is_current=trait.is_current,
        actions=tuple(
            ActionView(one.id, one.what, one.who, one.due, one.follow_up, one.state) for one in actions
        ),
    )  # fmt: skip
