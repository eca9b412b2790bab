"""Stock that was taken of units' plans, as it was said on its day."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans.history import is_of_the_last_day
from kulturspejl.core.plans.status import AFTER, ANSWERS, OVER, Answer
from kulturspejl.core.text import Text
from kulturspejl.records.models import PlanStatus, User
from kulturspejl.reports.status import StatusRow, StatusSheet
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class SaidLine:
    """What was said of one trait or action; `words` are those that it had on the day."""

    what: str
    id: uuid.UUID
    words: str
    answer: Text
    came: str
    learnt: str
    next_step: str
    who: str
    again: date | None


@dataclass(frozen=True)
class StatusView:
    """A status. `by` is empty where whoever wrote it is gone; `is_undone`: it was taken back."""

    id: uuid.UUID
    unit_id: uuid.UUID
    on: date
    at: datetime
    by: str
    number: int | None
    lines: tuple[SaidLine, ...]
    learnt: str
    line: str
    again: date | None
    is_undone: bool

    @property
    def traits(self) -> tuple[SaidLine, ...]:
        """What was said of traits."""
        return tuple(one for one in self.lines if one.what == "trait")

    @property
    def actions(self) -> tuple[SaidLine, ...]:
        """What was said of actions."""
        return tuple(one for one in self.lines if one.what == "action")


@dataclass(frozen=True)
class StatusPage:
    """One status to read; `may_undo` while it may be taken back."""

    status: StatusView
    unit_name: str
    may_undo: bool


def of_units(unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, tuple[StatusView, ...]]:
    """By unit, newest first, without those that were taken back: one query. The caller has asked for permission."""
    found: dict[uuid.UUID, list[StatusView]] = defaultdict(list)
    rows = PlanStatus.objects.filter(unit_id__in=unit_ids, undone_at=None).select_related("by")
    for row in rows.order_by("-at", "id"):
        found[row.unit_id].append(view_of(row))
    return {unit_id: tuple(found.get(unit_id, ())) for unit_id in unit_ids}


def for_user(user: User, status_id: uuid.UUID, *, now: datetime) -> StatusPage:
    """The page; NotThere unless the viewer stands on the unit's team."""
    row = PlanStatus.objects.select_related("unit", "by").filter(id=status_id).first()
    if row is None:
        raise NotThere(NOTHING_HERE)
    sight = sight_for(user, Verb.PLAN_READ, unit=row.unit, now=now)
    may_undo = row.undone_at is None and is_of_the_last_day(row.at, now)
    return StatusPage(view_of(row), where_of(sight.tree, row.unit_id).name, may_undo)


def taken_back(unit_id: uuid.UUID, now: datetime) -> StatusView | None:
    """The status of the last day that was taken back and not written again: its words are not to be typed twice."""
    last = PlanStatus.objects.filter(unit_id=unit_id).select_related("by").order_by("-at").first()
    if last is None or last.undone_at is None or not is_of_the_last_day(last.undone_at, now):
        return None
    return view_of(last)


def view_of(row: PlanStatus) -> StatusView:
    """The row as it is read."""
    return StatusView(
        id=row.id, unit_id=row.unit_id, on=row.on, at=row.at, by=name_of(row.by),
        number=row.by.number if row.by else None, learnt=row.learnt, line=row.line,
        lines=tuple(_line(one, row.again or row.on + AFTER) for one in row.lines), again=row.again,
        is_undone=row.undone_at is not None,
    )  # fmt: skip


def name_of(user: User | None) -> str:
    """ "" for somebody who has been erased, and where it is not known."""
    return str(user) if user is not None and user.number is None else ""


def sheet_for(user: User, status_id: uuid.UUID, *, now: datetime) -> StatusSheet:
    """The status for paper; NotThere unless the viewer stands on the unit's team."""
    page = for_user(user, status_id, now=now)
    one = page.status
    return StatusSheet(page.unit_name, one.on, tuple(rows_of(one)), one.learnt, one.line, one.again)


def rows_of(one: StatusView) -> Iterator[StatusRow]:
    """Its lines as a sheet sets them."""
    for line in one.lines:
        yield StatusRow(
            line.what == "trait", line.words, line.answer, line.came, line.learnt, line.next_step, line.who, line.again
        )


def _line(one: Mapping[str, Any], whole: date) -> SaidLine:
    """A trait that goes on is looked at with the `whole` plan, on the day that was named for it or after a while."""
    again = date.fromisoformat(one["again"]) if one["again"] else None
    if one["what"] == "trait" and one["answer"] not in OVER:
        again = whole
    return SaidLine(
        what=one["what"], id=uuid.UUID(one["id"]), words=one["words"], answer=ANSWERS[Answer(one["answer"])],
        came=one["came"], learnt=one["learnt"], next_step=one["next_step"], who=one["who"],
        again=again,
    )  # fmt: skip
