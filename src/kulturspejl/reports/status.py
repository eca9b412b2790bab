"""Stock that was taken of a unit's plan, on A4: what came of each thing, what was learnt, what goes on, who has it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import day
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "status.typ"


@dataclass(frozen=True, slots=True)
class StatusRow:
    """What was said of one trait or action, with the words that it had that day."""

    is_trait: bool
    words: str
    answer: Text
    came: str
    learnt: str
    next_step: str
    who: str
    again: date | None


@dataclass(frozen=True, slots=True)
class StatusSheet:
    """A status of a day; `again` is when stock is taken next."""

    unit: str
    on: date
    rows: tuple[StatusRow, ...]
    learnt: str
    line: str
    again: date | None


def status_pdf(sheet: StatusSheet, *, lang: str) -> bytes:
    """A tagged PDF."""
    return press(LAYOUT, status_facts(sheet, lang=lang))


def status_facts(sheet: StatusSheet, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    whole = (
        ("learnt_all", sheet.learnt), ("line", sheet.line),
        ("again_all", day(sheet.again, lang) if sheet.again else ""),
    )  # fmt: skip
    return {
        "lang": lang, "title": say("status_title", lang, unit=sheet.unit), "on": day(sheet.on, lang),
        "whole": [[say(f"status_{name}", lang), value] for name, value in whole if value],
        "rows": [_row(row, lang) for row in sheet.rows],
    }  # fmt: skip


def _row(row: StatusRow, lang: str) -> dict[str, Any]:
    facts = (
        ("answer", row.answer.into(lang)), ("came", row.came), ("learnt", row.learnt), ("next", row.next_step),
        ("who", row.who), ("again", day(row.again, lang) if row.again else ""),
    )  # fmt: skip
    return {
        "kind": say("status_trait" if row.is_trait else "status_action", lang), "words": row.words,
        "facts": [[say(f"status_{name}", lang), value] for name, value in facts if value],
    }  # fmt: skip
