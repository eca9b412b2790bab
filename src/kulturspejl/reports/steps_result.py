"""One unit's result on a scale or on lines on A4: the same facts, in the same order, as its page."""

from datetime import UTC, date, datetime, time
from typing import Any

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.released import Released
from kulturspejl.reports.mirror.beside import Lines
from kulturspejl.reports.mirror.choosing import mirror_of
from kulturspejl.reports.mirror.chosen import ChosenMirror
from kulturspejl.reports.mirror.since import Told
from kulturspejl.reports.press import UNDATED, press
from kulturspejl.reports.result import (
    Facts,
    drawn,
    frame,
    hidden_facts,
    recipe_facts,
    since_facts,
    table_facts,
)
from kulturspejl.reports.words import say

LAYOUT = "steps.typ"


def steps_pdf(
    released: Released, unit: str, *, instrument: ScaleInstrument, lang: str, closed_on: date | None = None,
    since: Told | None = None, lines: Lines = (),
) -> bytes:  # fmt: skip
    """A tagged PDF (PDF/UA-1) of one unit of a release, A4 portrait; `since` is what is said of an earlier result that
    is open to this reader too, `lines` those of the leader's that the team has been shown. Raises KeyError for a unit
    that it lacks.
    """
    facts = steps_facts(released, unit, instrument=instrument, lang=lang, closed_on=closed_on, since=since, lines=lines)
    return press(LAYOUT, facts, dated=datetime.combine(closed_on, time(), UTC) if closed_on else UNDATED)


def steps_facts(
    released: Released, unit: str, *, instrument: ScaleInstrument, lang: str, closed_on: date | None = None,
    since: Told | None = None, lines: Lines = (),
) -> Facts:  # fmt: skip
    """All that the layout sets, as JSON-ready data in the reader's language."""
    picture = released.picture(unit)
    facts = frame(released, picture, closed_on, lang)
    if picture.numbers is None:
        guide = [one.into(lang) for one in instrument.guide]
        return facts | {"hidden": hidden_facts(picture, released.k, guide, lang)}
    found = mirror_of(released, picture, instrument, lang, closed_on, lines)
    return facts | {"hidden": None, **_told(found), "since": since and since_facts(since)}


def _told(found: ChosenMirror) -> dict[str, Any]:
    lang, figure, rest = found.lang, found.figure, found.together
    title = say("question_units" if found.picture.is_of_units else "question", lang)
    return {
        "line": found.line,
        "figure": drawn(figure),
        "agreement": found.agreement,
        "sentences": found.sentences,
        "question": {"title": title, "said": found.question} if found.question else None,
        "table": {
            "title": say("table", lang), "note": found.table_note, "between": found.instrument.has_own_ends,
            **table_facts(found.table),
        },
        "together": say("together", lang, n=rest.n, line=rest.line) if rest else None,
        "sure": {"title": say("sure", lang), "sentences": found.sure, **table_facts(found.sure_table)},
        "lines": _lines(found),
        "recipe": recipe_facts(found.recipe, lang),
    }


def _lines(found: ChosenMirror) -> dict[str, Any] | None:
    figure = found.lines_figure
    if figure is None:
        return None
    told = {"title": figure.title, "sentences": found.lines_said, "figure": drawn(figure)}
    return told | {"note": found.table_note, **table_facts(figure.table)}
