"""One page for the co-determination committee: branches over time, rounds and plans as counts, nobody's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.plans.together import Together
from kulturspejl.core.writing.dates import day
from kulturspejl.drawing.table import Table
from kulturspejl.reports.press import count_pages, press
from kulturspejl.reports.words import say

LAYOUT = "for_med.typ"
ROOMS = ((14, 10, 2), (11, 8, 2), (8, 6, 2), (6, 4, 1))
"""So many branches, rows of plans, and newest pictures of a branch: the first of these that one page of A4 holds."""


@dataclass(frozen=True, slots=True)
class BranchLine:
    """A branch, `depth` levels down, with (closed on, points as a line, how many answered) of each picture, oldest
    first; "" where a picture does not open for the reader."""

    name: str
    depth: int
    taken: tuple[tuple[date | None, str, str], ...]


@dataclass(frozen=True, slots=True)
class ForMed:
    """The organisation on a day; rounds of the year up to it. `letters` says what those of the lines mean."""

    organisation: str
    on: date
    branches: tuple[BranchLine, ...]
    sent: int
    still_open: int
    plans: Sequence[Together]
    letters: str


def for_med_pdf(sheet: ForMed, *, lang: str) -> bytes:
    """A tagged PDF of one A4 page."""
    made = (for_med_facts(sheet, room, lang=lang) for room in ROOMS)
    facts = next(one for room, one in zip(ROOMS, made, strict=True) if room == ROOMS[-1] or _is_one_page(one))
    return press(LAYOUT, facts)


def _is_one_page(facts: dict[str, Any]) -> bool:
    return count_pages(LAYOUT, facts) == 1


def for_med_facts(sheet: ForMed, room: tuple[int, int, int], *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language; `room` is one of ROOMS."""
    branches, plans, times = room
    opened = [one for one in sheet.branches if any(line for _on, line, _said in one.taken)]
    table = plans_table(sheet.plans[:plans], lang=lang)
    more = len(opened) - branches, len(sheet.plans) - plans
    return {
        "lang": lang, "title": say("med_title", lang, name=sheet.organisation), "on": day(sheet.on, lang),
        "branches_title": say("med_branches", lang), "rounds_title": say("med_rounds", lang),
        "rounds": say("med_counts", lang, sent=sheet.sent, still_open=sheet.still_open),
        "plans_title": say("med_plans", lang), "together": say("med_together", lang),
        "branches": [_branch(one, times, lang) for one in opened[:branches]],
        "head": list(table.head), "plans": [list(row) for row in table.rows],
        "more_branches": say("med_more_branches", lang, n=more[0]) if more[0] > 0 else "",
        "more_plans": say("med_more_plans", lang, n=more[1]) if more[1] > 0 else "",
        "letters": sheet.letters, "note": say("med_note", lang), "nothing": say("med_nothing", lang),
    }  # fmt: skip


def _branch(one: BranchLine, times: int, lang: str) -> dict[str, Any]:
    shown = [(on, line, said) for on, line, said in one.taken if line][-times:]
    rows = [[day(on, lang) if on else "", line, said] for on, line, said in shown]
    return {"name": one.name, "depth": one.depth, "times": rows}


def plans_table(plans: Sequence[Together], *, lang: str) -> Table:
    """One row a group of units, as page and sheet have it."""
    words = ("group", "units", "trait", "in_hand", "looked_at", "late")
    rows = [
        (one.name or say("med_all", lang), *map(str, (one.units, one.with_trait, one.in_hand, one.looked_at, one.late)))
        for one in plans
    ]
    return Table(tuple(say(f"med_{word}", lang) for word in words), tuple(rows))
