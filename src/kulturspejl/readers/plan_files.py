"""What of a plan goes along as a file: the sheet and its rows for whoever stands on the team, days for calendars."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.sight import sight_of
from kulturspejl.core.content.calendar_file import DayEvent, calendar_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans.states import IN_HAND
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.readers import plan_page, plan_stock, plans, trio_page
from kulturspejl.readers.plans import BEGUN, ActionView, PlanView, TraitView
from kulturspejl.records.models import CalendarFeed, User
from kulturspejl.reports.plan import PlanRow, PlanSheet, TimeRow
from kulturspejl.values import links
from kulturspejl.vault import codes

KINDS = {
    "stock": Text(da="Kulturspejl: gør status på planen", en="Kulturspejl: take stock of the plan"),
    "due": Text(da="Kulturspejl: frist for en handling", en="Kulturspejl: an action is due"),
    "meeting": Text(da="Kulturspejl: møde i TRIO’en", en="Kulturspejl: TRIO meeting"),
    "follow_up": Text(da="Kulturspejl: se på en handling igen", en="Kulturspejl: look at an action again"),
}
FROM_A_DAY = Text(da="{what}, {day}", en="{what}, {day}")
IN = Text(da="{kind} ({unit})", en="{kind} ({unit})")
MOST_DAYS = 200
"""Of one calendar: the nearest to come first, then the latest that have been."""


@dataclass(frozen=True)
class Calendar:
    """A calendar file of a unit; `id` counts how often a secret address is fetched, without being it."""

    id: str
    unit: str
    text: str


def for_user(user: User, unit_id: uuid.UUID, *, now: datetime) -> PlanSheet:
    """The plan as a sheet; NotThere unless the viewer stands on the unit's team."""
    page = plan_page.for_user(user, unit_id, now=now, by_time=True)
    traits = (*page.plan.current, *page.plan.earlier)
    rows = [_row(trait, one) for trait in traits for one in trait.actions]
    rows += [_row(None, one) for one in page.plan.loose_actions]
    current = page.plan.current[0] if page.plan.current else None
    return PlanSheet(
        unit=page.unit_name, on=day_of(now), trait=current.more_of if current else "",
        less_of=current.less_of if current else "", notice=current.notice if current else "",
        current=str(current.id) if current else "", rows=tuple(rows),
        times=tuple(TimeRow(one.on, one.what, one.said) for one in page.line.points) if page.line else (),
        statuses=tuple((one.on, row) for one in reversed(page.plan.statuses) for row in plan_stock.rows_of(one)),
    )  # fmt: skip


def days_for_user(user: User, unit_id: uuid.UUID, *, language: str, now: datetime) -> Calendar:
    """The days with the unit's name, for whoever stands on the team."""
    page = plan_page.for_user(user, unit_id, now=now)
    return Calendar("", page.unit_name, _calendar(unit_id, page.plan, language, now, unit=page.unit_name))


def feed_of(secret: str, *, now: datetime) -> Calendar:
    """The days behind a secret address; NotThere for an unknown one, and where its owner's right has ended."""
    rows = CalendarFeed.objects.select_related("user", "unit").filter(token_hash=codes.fingerprint(secret))
    found = rows.first() if secret else None
    if found is None or not found.user.is_active:
        raise NotThere(NOTHING_HERE)
    sight = sight_of(found.user, found.unit.organisation_id, day_of(now))
    if not sight.may(Verb.PLAN_READ, found.unit_id):
        raise NotThere(NOTHING_HERE)
    plan = plans.of_unit(found.unit_id)
    return Calendar(str(found.id), "", _calendar(found.unit_id, plan, found.user.language, now))


def _calendar(unit_id: uuid.UUID, plan: PlanView, language: str, now: datetime, *, unit: str = "") -> str:
    events = [
        DayEvent(
            uid=f"{one.id}.{kind}@kulturspejl", day=day, link=f"{links.base_url()}/actions/{one.id}",
            summary=(filled(IN, kind=KINDS[kind], unit=unit) if unit else KINDS[kind]).into(language),
        )
        for one in plan.actions
        for kind, day in (("due", one.due), ("follow_up", one.follow_up))
        if day is not None and one.state in (BEGUN if kind == "due" else IN_HAND)
    ]  # fmt: skip
    if plan.stock_day is not None:
        events.append(_stock(unit_id, plan.stock_day, unit, language))
    meetings = trio_page.meeting_days(unit_id)
    events += [
        DayEvent(
            uid=f"{id}.meeting@kulturspejl", day=day, link=f"{links.base_url()}/trio/{id}",
            summary=(filled(IN, kind=KINDS["meeting"], unit=unit) if unit else KINDS["meeting"]).into(language),
        )
        for id, day, _is_written in meetings
    ]  # fmt: skip
    today = day_of(now)
    events.sort(key=lambda event: (event.day < today, abs(event.day - today), event.uid))
    return calendar_of(events[:MOST_DAYS], stamp=now)


def _stock(unit_id: uuid.UUID, on: date, unit: str, language: str) -> DayEvent:
    return DayEvent(
        uid=f"{unit_id}.stock@kulturspejl", day=on, link=f"{links.base_url()}/units/{unit_id}/status",
        summary=(filled(IN, kind=KINDS["stock"], unit=unit) if unit else KINDS["stock"]).into(language),
    )  # fmt: skip


def _row(trait: TraitView | None, one: ActionView) -> PlanRow:
    last = one.last
    return PlanRow(
        trait=str(trait.id) if trait else "", problem=_problem(trait), action=one.what, why=one.why,
        sign=one.sign or (trait.notice if trait else ""), who=one.who, partner=one.partner, due=one.due,
        follow_up=one.follow_up, state=one.state_name, influence=one.influence_name, directed=one.directed_name,
        stop_doing=one.stop_doing, came_of_it=last.effect if last else one.happened,
        next_step=last.next_step if last else "", is_over=one.state not in IN_HAND,
        learnt=last.learnt if last else "", came_from=_came_from(trait, one),
    )  # fmt: skip


def _came_from(trait: TraitView | None, one: ActionView) -> Text | None:
    """What the action came from, else the trait it is for."""
    said = one if one.came_from else trait
    if said is None or said.came_from is None:
        return None
    on = said.origin_on or (trait.source_on if trait is not None and said is trait else None)
    return filled(FROM_A_DAY, what=said.came_from, day=on) if on else said.came_from


def _problem(trait: TraitView | None) -> str:
    if trait is None:
        return ""
    return f"{trait.more_of} / {trait.less_of}" if trait.less_of else trait.more_of
