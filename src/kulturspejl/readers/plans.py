"""A unit's plan as its people read it: the trait, its actions, what came of them, and what was worked on before."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from kulturspejl.access.permission import day_of
from kulturspejl.core.plans.history import LOOKED_AT, Did, Line
from kulturspejl.core.plans.influences import DIRECTED, INFLUENCES, Directed, Influence
from kulturspejl.core.plans.origin import CAME_FROM, Origin
from kulturspejl.core.plans.states import IN_HAND, NAMES, State, may_follow_up
from kulturspejl.core.plans.status import ANSWERS, STATES, Answer, is_done_for, is_time, next_day
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers import plan_stock
from kulturspejl.readers.plan_stock import StatusView
from kulturspejl.records.models import Action, Trait
from kulturspejl.values.plan_lines import lines_of

BEGUN = frozenset({State.AGREED, State.UNDER_WAY, State.REDO})
"""What may be late with what it was to be done by."""


@dataclass(frozen=True)
class FollowedUp:
    """What was said when an action was last looked at again, by itself or with the whole plan.

    `outcome` is the state that it was given, "" where it goes on as it is.
    """

    at: datetime
    noticed: str
    effect: str
    outcome: str
    next_step: str
    learnt: str = ""


class CameFrom:
    """What has an origin, where that is known."""

    origin: str

    @property
    def came_from(self) -> Text | None:
        """The origin in words."""
        return CAME_FROM[Origin(self.origin)] if self.origin else None


@dataclass(frozen=True)
class ActionView(CameFrom):
    """One action. `happened` is the line of who tried it or let it go, `last` what the last follow-up said.

    `follow_up`: none where it was let go, though the row keeps the day for when it is taken up again.
    `looked_on`: when it was last looked at again. `agreed_on`: the last time, none where it never was and the team has
    not read it, as with a declined idea.
    """

    id: uuid.UUID
    unit_id: uuid.UUID
    what: str
    why: str
    sign: str
    who: str
    partner: str
    due: date | None
    follow_up: date | None
    stop_doing: str
    influence: str
    directed: str
    tool: str
    state: State
    version: int
    agreed_on: date | None
    happened: str
    last: FollowedUp | None
    origin: str = ""
    origin_on: date | None = None
    looked_on: date | None = None

    @property
    def state_name(self) -> Text:
        """Where it is, in words."""
        return NAMES[self.state]

    @property
    def influence_name(self) -> Text | None:
        """The influence in words, where one was chosen."""
        return INFLUENCES[Influence(self.influence)] if self.influence else None

    @property
    def directed_name(self) -> Text | None:
        """What it changes in words, where that was said."""
        return DIRECTED[Directed(self.directed)] if self.directed else None

    @property
    def was_agreed(self) -> bool:
        """At some time."""
        return self.agreed_on is not None

    @property
    def is_for_the_team(self) -> bool:
        """Whether the team reads it: no idea that waits, and none that was declined."""
        return self.was_agreed and self.state is not State.IDEA

    def waits(self, today: date) -> bool:
        """Whether it is time to look at it again."""
        is_time = self.follow_up is not None and self.follow_up <= today
        return is_time and self.state in IN_HAND and may_follow_up(self.state)

    def is_late(self, today: date) -> bool:
        """Whether the day has passed by which it was to be done, and nobody has looked at it since."""
        if self.state not in BEGUN or self.due is None or self.due >= today or self.waits(today):
            return False
        return self.looked_on is None or self.looked_on < self.due


@dataclass(frozen=True)
class TraitView(CameFrom):
    """A chosen trait with its actions, earliest first; `source` is the result it stems from, closed `source_on`.

    `outcome` is what ended it, and `last` what was said of it when stock was last taken.
    """

    id: uuid.UUID
    unit_id: uuid.UUID
    more_of: str
    less_of: str
    notice: str
    better_for: str
    chosen_on: date
    is_current: bool
    source: uuid.UUID | None
    source_on: date | None
    all_actions: tuple[ActionView, ...]
    origin: str = ""
    origin_on: date | None = None
    outcome: str = ""
    version: int = 1
    last: FollowedUp | None = None

    @property
    def outcome_name(self) -> Text | None:
        """What ended it, in words."""
        return ANSWERS[Answer(self.outcome)] if self.outcome else None

    @property
    def actions(self) -> tuple[ActionView, ...]:
        """What has been agreed on."""
        return tuple(one for one in self.all_actions if one.is_for_the_team)


@dataclass(frozen=True)
class PlanView:
    """A unit's whole plan. `loose` are actions under no trait, `statuses` the stock that was taken, newest first."""

    unit_id: uuid.UUID
    current: tuple[TraitView, ...]
    earlier: tuple[TraitView, ...]
    loose: tuple[ActionView, ...]
    statuses: tuple[StatusView, ...] = ()

    @property
    def status(self) -> StatusView | None:
        """The latest."""
        return self.statuses[0] if self.statuses else None

    @property
    def in_stock(self) -> tuple[list[TraitView], list[ActionView]]:
        """What stock is taken of: traits of which nobody has said yet what became of them, and actions in hand."""
        traits = [one for one in (*self.current, *self.earlier) if not one.outcome]
        return traits, [one for one in self.actions if one.state in IN_HAND]

    def is_stock_due(self, today: date, day: date | None) -> bool:
        """Whether it is time to take stock; `day` is that of a course (core/plans/status)."""
        if not any(self.in_stock):
            return False
        return is_time(
            today, since=self.current[0].chosen_on if self.current else None, day=day,
            last=self.status.on if self.status else None, again=self.status.again if self.status else None,
        )  # fmt: skip

    @property
    def stock_day(self) -> date | None:
        """The day on which stock is taken next, apart from a course; it may have passed."""
        return next_day(
            since=self.current[0].chosen_on if self.current else None, last=self.status.on if self.status else None,
            again=self.status.again if self.status else None,
        )  # fmt: skip

    def next_stock(self, today: date, day: date | None, ahead: date | None) -> date | None:
        """The day ahead on which stock is taken, and each trait looked at; None where it is time already, or nothing
        is in hand. `day` and `ahead` are the nearest and the next of a course."""
        if not any(self.in_stock) or self.is_stock_due(today, day):
            return None
        last = self.status.on if self.status else None
        course = None if ahead is None or is_done_for(ahead, last) else ahead
        return min((one for one in (self.stock_day, course) if one is not None and one >= today), default=None)

    @property
    def actions(self) -> list[ActionView]:
        """Every action, those of the current trait first."""
        traits = chain(self.current, self.earlier)
        return [*(one for trait in traits for one in trait.all_actions), *self.loose]

    @property
    def ideas(self) -> list[ActionView]:
        """What waits to be taken in or declined."""
        return [one for one in self.actions if one.state is State.IDEA]

    @property
    def loose_actions(self) -> list[ActionView]:
        """What has been agreed on under no trait."""
        return [one for one in self.loose if one.is_for_the_team]

    @property
    def declined(self) -> list[ActionView]:
        """Ideas that were never agreed on, for leader, AMR and TR alone."""
        return [one for one in self.actions if one.state is State.DROP and not one.was_agreed]

    def waiting(self, today: date) -> list[ActionView]:
        """What is to be looked at again, the longest waiting first."""
        found = [one for one in self.actions if one.waits(today)]
        return sorted(found, key=lambda one: (one.follow_up or today, danish_key(one.what)))

    def late(self, today: date) -> list[ActionView]:
        """What was to be done by now, and looked at later."""
        return [one for one in self.actions if one.is_late(today)]

    def next_look(self, today: date) -> date | None:
        """The next day on which something is looked at again."""
        days = [one.follow_up for one in self.actions if one.state in IN_HAND and one.follow_up]
        return min((day for day in days if day > today), default=None)


def of_unit(unit_id: uuid.UUID) -> PlanView:
    """The unit's plan. The caller has asked for permission."""
    return of_units([unit_id])[unit_id]


def none_of(unit_id: uuid.UUID) -> PlanView:
    """A plan in which nothing stands."""
    return PlanView(unit_id, (), (), ())


def of_units(unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, PlanView]:
    """The plans of these units, an empty one where nothing is: five queries for all of them."""
    by_trait: dict[uuid.UUID | None, list[ActionView]] = defaultdict(list)
    loose: dict[uuid.UUID, list[ActionView]] = defaultdict(list)
    for row in Action.objects.filter(unit_id__in=unit_ids).prefetch_related("events"):
        here = loose[row.unit_id] if row.trait_id is None else by_trait[row.trait_id]
        here.append(view_of(row))
    traits: dict[uuid.UUID, list[TraitView]] = defaultdict(list)
    rows = Trait.objects.filter(unit_id__in=unit_ids).select_related("stems_from__round")
    for trait in rows.defer("stems_from__round__content").prefetch_related("events").order_by("-chosen_on", "id"):
        traits[trait.unit_id].append(_trait(trait, by_trait[trait.id]))
    statuses = plan_stock.of_units(unit_ids)
    return {
        unit_id: PlanView(
            unit_id=unit_id, current=tuple(one for one in traits[unit_id] if one.is_current),
            earlier=tuple(one for one in traits[unit_id] if not one.is_current), loose=_in_order(loose[unit_id]),
            statuses=statuses[unit_id],
        )
        for unit_id in unit_ids
    }  # fmt: skip


def view_of(row: Action) -> ActionView:
    """The action as it is read; its events are asked for where they did not come along."""
    lines = [line for line in lines_of(row) if not line.is_undone]
    happened = next((line.said["line"] for line in reversed(lines) if line.said.get("line")), "")
    return ActionView(
        id=row.id, unit_id=row.unit_id, what=row.what, why=row.why, sign=row.sign, who=row.who, partner=row.partner,
        due=row.due, follow_up=None if row.state == State.DROP else row.follow_up, stop_doing=row.stop_doing,
        influence=row.influence, directed=row.directed, tool=row.tool, state=State(row.state), version=row.version,
        agreed_on=row.agreed_on, happened=happened, last=_last(lines), origin=row.origin, origin_on=row.origin_on,
        looked_on=max((day_of(line.at) for line in lines if line.did in LOOKED_AT), default=None),
    )  # fmt: skip


def _trait(trait: Trait, actions: list[ActionView]) -> TraitView:
    return TraitView(
        id=trait.id, unit_id=trait.unit_id, more_of=trait.more_of, less_of=trait.less_of, notice=trait.notice,
        better_for=trait.better_for, chosen_on=trait.chosen_on, is_current=trait.is_current,
        source=trait.stems_from_id, source_on=trait.stems_from.round.closed_on if trait.stems_from else None,
        all_actions=_in_order(actions), origin=trait.origin, origin_on=trait.origin_on, outcome=trait.outcome,
        version=trait.version, last=_last([line for line in lines_of(trait) if not line.is_undone]),
    )  # fmt: skip


def _last(lines: list[Line]) -> FollowedUp | None:
    """The last time that somebody said what came of it."""
    found = next((line for line in reversed(lines) if line.did in LOOKED_AT and _effect(line)), None)
    if found is None:
        return None
    answer = STATES.get(Answer(found.said["answer"]), "") if found.did is Did.STATUS else found.said["outcome"]
    said = found.said
    return FollowedUp(
        found.at, said.get("noticed", ""), _effect(found), answer, said.get("next_step", ""), said.get("learnt", "")
    )


def _effect(line: Line) -> str:
    return line.said.get("effect", line.said.get("came", ""))


def _in_order(actions: list[ActionView]) -> tuple[ActionView, ...]:
    return tuple(sorted(actions, key=lambda one: (one.due or date.max, danish_key(one.what))))
