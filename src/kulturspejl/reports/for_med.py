"""One page for the co-determination committee: branches over time, rounds and plans as counts, nobody's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from kulturspejl.core.writing.dates import day
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "for_med.typ"
MOST_BRANCHES, MOST_PLANS, MOST_TIMES = 12, 8, 3
"""What one page of A4 holds: the first in the organisation's order, of each branch the newest pictures."""


class Counted(Protocol):
    """Plans of several units together; `name` is "" for all."""

    @property
    def name(self) -> str: ...
    @property
    def units(self) -> int: ...
    @property
    def with_trait(self) -> int: ...
    @property
    def in_hand(self) -> int: ...
    @property
    def looked_at(self) -> int: ...
    @property
    def late(self) -> int: ...


@dataclass(frozen=True, slots=True)
class BranchLine:
    """A branch, `depth` levels down, with (closed on, points as a line, how many answered) of each picture, oldest
    first; "" where a picture does not open for the reader."""

    name: str
    depth: int
    taken: tuple[tuple[date | None, str, str], ...]


@dataclass(frozen=True, slots=True)
class ForMed:
    """The organisation on a day; rounds of the year up to it. `letters` says what the letters of the lines stand for."""

    organisation: str
    on: date
    branches: tuple[BranchLine, ...]
    sent: int
    still_open: int
    plans: Sequence[Counted]
    letters: str


def for_med_pdf(sheet: ForMed, *, lang: str) -> bytes:
    """A tagged PDF of one A4 page."""
    return press(LAYOUT, for_med_facts(sheet, lang=lang))


def for_med_facts(sheet: ForMed, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    opened = [one for one in sheet.branches if any(line for _on, line, _said in one.taken)]
    more = len(opened) - MOST_BRANCHES, len(sheet.plans) - MOST_PLANS
    return {
        "lang": lang, "title": say("med_title", lang, name=sheet.organisation), "on": day(sheet.on, lang),
        "branches_title": say("med_branches", lang), "rounds_title": say("med_rounds", lang),
        "rounds": say("med_counts", lang, sent=sheet.sent, still_open=sheet.still_open),
        "plans_title": say("med_plans", lang), "together": say("med_together", lang),
        "branches": [_branch(one, lang) for one in opened[:MOST_BRANCHES]],
        "head": [say(f"med_{name}", lang) for name in ("group", "units", "trait", "in_hand", "looked_at", "late")],
        "plans": [_row(one, lang) for one in sheet.plans[:MOST_PLANS]],
        "more_branches": say("med_more_branches", lang, n=more[0]) if more[0] > 0 else "",
        "more_plans": say("med_more_plans", lang, n=more[1]) if more[1] > 0 else "",
        "letters": sheet.letters, "note": say("med_note", lang), "nothing": say("med_nothing", lang),
    }  # fmt: skip


def _branch(one: BranchLine, lang: str) -> dict[str, Any]:
    shown = [(on, line, said) for on, line, said in one.taken if line][-MOST_TIMES:]
    times = [[day(on, lang) if on else "", line, said] for on, line, said in shown]
    return {"name": one.name, "depth": one.depth, "times": times}


def _row(one: Counted, lang: str) -> list[str]:
    counts = (one.units, one.with_trait, one.in_hand, one.looked_at, one.late)
    return [one.name or say("med_all", lang), *map(str, counts)]
