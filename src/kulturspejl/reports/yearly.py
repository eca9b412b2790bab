"""The sheet for the yearly discussion of the work environment, to print, take along and write on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.text import Text
from kulturspejl.core.trio.annual import HEADINGS, LEARNT, MATTERS, YEAR, Heading
from kulturspejl.core.writing.dates import day
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "yearly.typ"


@dataclass(frozen=True, slots=True)
class YearlySheet:
    """A unit's sheet on a day: `counts` of the year since `since`, the TRIO's focus, what was put on the list.

    `learnt` is what the unit wrote when stock was taken of its plan that year.
    """

    unit: str
    on: date
    since: date
    counts: tuple[Text, ...]
    focus: Text | None
    matters: tuple[str, ...]
    learnt: tuple[str, ...] = ()


def yearly_pdf(sheet: YearlySheet, *, lang: str) -> bytes:
    """A tagged PDF with lines to write on."""
    return press(LAYOUT, yearly_facts(sheet, lang=lang))


def yearly_facts(sheet: YearlySheet, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    return {
        "lang": lang, "title": say("yearly_title", lang, unit=sheet.unit),
        "on": say("yearly_on", lang, since=day(sheet.since, lang), on=day(sheet.on, lang)),
        "focus": sheet.focus.into(lang) if sheet.focus else "",
        "headings": [_heading(number, one, sheet, lang) for number, one in enumerate(HEADINGS, 1)],
    }  # fmt: skip


def _heading(number: int, one: Heading, sheet: YearlySheet, lang: str) -> dict[str, Any]:
    found: tuple[str, ...] = ()
    if one.id == YEAR:
        found = tuple(said.into(lang) for said in sheet.counts)
    elif one.id == LEARNT:
        found = sheet.learnt
    elif one.id == MATTERS:
        found = sheet.matters
    return {
        "title": f"{number}. {one.title.into(lang)}", "help": one.help.into(lang), "lines": one.lines,
        "found": list(found),
    }  # fmt: skip
