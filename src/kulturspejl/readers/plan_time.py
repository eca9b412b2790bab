"""A unit's plan by time: rounds, traits, actions, follow-ups, meetings and the viewer's own course days."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import day_of
from kulturspejl.core.plans.history import Did, Line
from kulturspejl.core.plans.line_of_time import Lane, told
from kulturspejl.core.plans.states import IN_HAND, NAMES, State
from kulturspejl.core.text import Text
from kulturspejl.readers import trio_page
from kulturspejl.readers.courses.of_unit import OwnDay
from kulturspejl.readers.kept_meetings import KeptView
from kulturspejl.readers.plans import ActionView, PlanView
from kulturspejl.readers.results import ResultCard
from kulturspejl.records.models import Action
from kulturspejl.values.plan_lines import lines_of

RECENT = 20
"""So many of the latest stand there; a plan goes on for years."""
RESULT = Text(da="Resultat af en måling", en="Result of a round")
CHOSEN = Text(da="I valgte et træk", en="You chose a trait")
AGREED = Text(da="I aftalte en handling", en="You agreed on an action")
LOOKED = Text(da="I så på den igen", en="You looked at it again")
STOCK = Text(da="I gjorde status", en="You took stock")
AGAIN = Text(da="I ser på den igen", en="You look at it again")
WAITS = Text(da="I skulle se på den igen", en="You were to look at it again")
STOCK_AGAIN = Text(da="I gør status igen", en="You take stock again")
STOCK_WAITS = Text(da="I skulle gøre status igen", en="You were to take stock again")
MEETING = Text(da="Møde i TRIO’en", en="TRIO meeting")


@dataclass(frozen=True)
class TimePoint:
    """One thing on its day: `what` it is, the words `said` of it, and where it stands: the name of a page and an id."""

    on: date
    lane: Lane
    what: Text
    said: str = ""
    page: str = ""
    id: uuid.UUID | None = None


@dataclass(frozen=True)
class TimeLine:
    """`waiting` should have been by now, longest first; `ahead` nearest first, from today on; `past` newest first.

    `sentence` says how many of what.
    """

    waiting: tuple[TimePoint, ...]
    ahead: tuple[TimePoint, ...]
    past: tuple[TimePoint, ...]
    sentence: Text

    @property
    def recent(self) -> tuple[TimePoint, ...]:
        """What stands there at once."""
        return self.past[:RECENT]

    @property
    def older(self) -> tuple[TimePoint, ...]:
        """What is folded away."""
        return self.past[RECENT:]

    @property
    def points(self) -> tuple[TimePoint, ...]:
        """All, oldest first."""
        return tuple(sorted((*reversed(self.past), *self.waiting, *self.ahead), key=lambda one: one.on))


def line_of(
    plan: PlanView, cards: Sequence[ResultCard], days: Iterable[OwnDay], today: date, *, met: Iterable[KeptView] = ()
) -> TimeLine:
    """The whole line. `cards` are the results and `days` the course days that the viewer may be told of; `met` are the
    team's meetings that the unit has kept.
    """
    been = [*_results(cards), *_traits(plan), *_actions(plan), *_statuses(plan)]
    been += [TimePoint(one.day, Lane.TEAM, one.name) for one in met]
    to_be: list[TimePoint] = []
    for day in days:
        (been if day.is_over else to_be).append(TimePoint(day.on, Lane.COURSE, day.title))
    for one, is_written in _meetings(plan.unit_id):
        (been if is_written else to_be).append(one)
    promised = _in_order(_promised(plan, today))
    waiting = tuple(one for one in promised if one.on < today)
    ahead = tuple(_in_order(one for one in (*promised, *to_be) if one.on >= today))
    past = _in_order([*been, *(one for one in to_be if one.on < today)])
    said = [[(one.lane, one.on) for one in some] for some in (past, waiting, ahead)]
    return TimeLine(waiting, ahead, tuple(reversed(past)), told(*said))


def _in_order(points: Iterable[TimePoint]) -> list[TimePoint]:
    order = list(Lane)
    return sorted(points, key=lambda one: (one.on, order.index(one.lane), one.said))


def _results(cards: Sequence[ResultCard]) -> Iterator[TimePoint]:
    for card in cards:
        if card.closed_on is not None:
            yield TimePoint(
                card.closed_on, Lane.ROUND, card.asked or RESULT, page="result", id=card.round_unit_id
            )


def _traits(plan: PlanView) -> Iterator[TimePoint]:
    for trait in (*plan.current, *plan.earlier):
        yield TimePoint(trait.chosen_on, Lane.TRAIT, CHOSEN, trait.more_of, "trait", trait.id)


def _actions(plan: PlanView) -> Iterator[TimePoint]:
    """When each was agreed on, and every time since that somebody said what came of it. Nothing of an idea."""
    told_of = {one.id: one for one in plan.actions if one.is_for_the_team}
    for one in told_of.values():
        if one.agreed_on is not None:
            yield _point(one, one.agreed_on, Lane.ACTION, AGREED)
    for row in Action.objects.filter(id__in=told_of).prefetch_related("events"):
        yield from _said(told_of[row.id], lines_of(row))


def _said(action: ActionView, lines: list[Line]) -> Iterator[TimePoint]:
    for line in lines:
        if line.is_undone:
            continue
        on = day_of(line.at)
        if line.did is Did.FOLLOWED_UP:
            yield _point(action, on, Lane.LOOKED_AT, LOOKED)
        elif line.did is Did.MOVED and line.changed.get("state", ["", ""])[1] in (State.TRIED, State.DROP):
            yield _point(action, on, Lane.ACTION, NAMES[State(str(line.changed["state"][1]))])


def _statuses(plan: PlanView) -> Iterator[TimePoint]:
    for one in plan.statuses:
        yield TimePoint(one.on, Lane.LOOKED_AT, STOCK, one.line, "plan_stock", one.id)


def _promised(plan: PlanView, today: date) -> Iterator[TimePoint]:
    """The days on which something is looked at again, also those that have passed without it."""
    for one in plan.actions:
        if one.follow_up is not None and one.state in IN_HAND:
            yield _point(one, one.follow_up, Lane.LOOKED_AT, AGAIN if one.follow_up >= today else WAITS)
    again = plan.status.again if plan.status is not None else None
    if again is not None:
        what = STOCK_AGAIN if again >= today else STOCK_WAITS
        yield TimePoint(again, Lane.LOOKED_AT, what, page="status_new", id=plan.unit_id)


def _meetings(unit_id: uuid.UUID) -> Iterator[tuple[TimePoint, bool]]:
    """Each with whether it has minutes: then it has been, also today."""
    for id, on, is_written in trio_page.meeting_days(unit_id):
        yield TimePoint(on, Lane.MEETING, MEETING, page="trio_meeting", id=id), is_written


def _point(one: ActionView, on: date | datetime, lane: Lane, what: Text) -> TimePoint:
    return TimePoint(
        day_of(on) if isinstance(on, datetime) else on, lane, what, one.what, "action", one.id
    )
