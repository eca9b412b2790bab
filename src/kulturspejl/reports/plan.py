"""A unit's action plan: a sheet for the notice board, and rows with what an action plan of an APV asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import day
from kulturspejl.reports.course import written
from kulturspejl.reports.press import press
from kulturspejl.reports.spreadsheet import Cell, Sheet, workbook
from kulturspejl.reports.status import StatusRow
from kulturspejl.reports.words import say

LAYOUT = "plan.typ"
COLUMNS = (
    "unit", "problem", "action", "why", "sign", "who", "partner", "due", "follow_up", "status", "influence", "directed",
    "stop", "came", "learnt", "next", "from",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One agreed action. `trait` is the id of the trait it stands under, `problem` its words; `is_over`: let go.

    `came_from` is what it came from, with its day.
    """

    trait: str
    problem: str
    action: str
    why: str
    sign: str
    who: str
    partner: str
    due: date | None
    follow_up: date | None
    state: Text
    influence: Text | None
    directed: Text | None
    stop_doing: str
    came_of_it: str
    next_step: str
    is_over: bool
    learnt: str = ""
    came_from: Text | None = None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One thing on its day."""

    on: date
    what: Text
    said: str


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A unit's plan on a day. `current` is the id of the trait that is worked on now, "" for none.

    `times` is the plan by time and `statuses` what was said each time stock was taken, both oldest first.
    """

    unit: str
    on: date
    trait: str
    less_of: str
    notice: str
    current: str
    rows: tuple[PlanRow, ...]
    times: tuple[TimeRow, ...] = ()
    statuses: tuple[tuple[date, StatusRow], ...] = ()


def plan_pdf(sheet: PlanSheet, *, lang: str) -> bytes:
    """A tagged PDF: the trait and what is done about it. What was let go, and earlier traits, are left to the rows."""
    return press(LAYOUT, plan_facts(sheet, lang=lang))


def plan_facts(sheet: PlanSheet, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    shown = [row for row in sheet.rows if not row.is_over and row.trait in (sheet.current, "")]
    return {
        "lang": lang, "title": say("plan_title", lang, unit=sheet.unit), "on": day(sheet.on, lang),
        "trait": sheet.trait, "less": say("plan_less", lang, less=sheet.less_of) if sheet.less_of else "",
        "notice": sheet.notice, "more": say("plan_more", lang), "see": say("plan_see", lang),
        "nothing": say("plan_nothing", lang), "actions": [_action(row, lang) for row in shown],
    }  # fmt: skip


def plan_table(sheet: PlanSheet, *, lang: str) -> Sheet:
    """One row an action, also those of earlier traits and those let go."""
    head = tuple(say(f"plan_column_{name}", lang) for name in COLUMNS)
    return Sheet(say("plan_title", lang, unit=sheet.unit), head, tuple(_cells(sheet, row, lang) for row in sheet.rows))


def plan_csv(sheet: PlanSheet, *, lang: str) -> str:
    """The rows for a spreadsheet; Danish ones read ; between cells, and all of them 2026-11-29 as a day."""
    made = plan_table(sheet, lang=lang)
    return written([list(made.head), *([_in_csv(cell) for cell in row] for row in made.rows)])


def plan_xlsx(sheet: PlanSheet, *, lang: str) -> bytes:
    """The same as a workbook, with days as days; beside it the line of time, and the stock that was taken."""
    made = plan_table(sheet, lang=lang)
    return workbook([made, *_more(sheet, lang)], title=made.name, lang=lang)


def _more(sheet: PlanSheet, lang: str) -> Iterator[Sheet]:
    """Sheets of the workbook that stand there where there is something on them."""
    if sheet.times:
        head = tuple(say(f"plan_time_{name}", lang) for name in ("day", "what", "said"))
        rows = tuple((one.on, one.what.into(lang), one.said) for one in sheet.times)
        yield Sheet(say("plan_time_title", lang), head, rows)
    if sheet.statuses:
        names = ("plan_time_day", "plan_time_what", *(f"status_{name}" for name in STATUS_COLUMNS))
        yield Sheet(
            say("plan_status_title", lang), tuple(say(name, lang) for name in names),
            tuple((on, *_status(row, lang)) for on, row in sheet.statuses),
        )  # fmt: skip


STATUS_COLUMNS = ("answer", "came", "learnt", "next", "who", "again")


def _status(row: StatusRow, lang: str) -> tuple[Cell, ...]:
    return (row.words, row.answer.into(lang), row.came, row.learnt, row.next_step, row.who, row.again)


def _cells(sheet: PlanSheet, row: PlanRow, lang: str) -> tuple[Cell, ...]:
    return (
        sheet.unit, row.problem, row.action, row.why, row.sign, row.who, row.partner, row.due, row.follow_up,
        row.state.into(lang), _said(row.influence, lang), _said(row.directed, lang), row.stop_doing, row.came_of_it,
        row.learnt, row.next_step, _said(row.came_from, lang),
    )  # fmt: skip


def _action(row: PlanRow, lang: str) -> dict[str, Any]:
    facts = (
        ("who", row.who), ("partner", row.partner), ("due", day(row.due, lang) if row.due else ""),
        ("follow_up", day(row.follow_up, lang) if row.follow_up else ""), ("status", row.state.into(lang)),
        ("stop", row.stop_doing), ("came", row.came_of_it),
        ("learnt", row.learnt), ("next", row.next_step), ("from", _said(row.came_from, lang)),
    )  # fmt: skip
    return {
        "what": row.action,
        "facts": [[say(f"plan_column_{name}", lang), value] for name, value in facts if value],
    }  # fmt: skip


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _said(text: Text | None, lang: str) -> str:
    return text.into(lang) if text else ""
