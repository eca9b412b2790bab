"""One unit's result on A4: the same facts, in the same order, as its page."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.disclosure.plan import FEW, PROTECTS_OTHERS
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.writing.dates import day
from kulturspejl.drawing.ink import PAPER
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror import Figure, PointsMirror
from kulturspejl.reports.mirror.allocation.recipe import Ingredient
from kulturspejl.reports.mirror.answered import how_many_answered
from kulturspejl.reports.mirror.since import Told
from kulturspejl.reports.press import UNDATED, press
from kulturspejl.reports.words import say

LAYOUT = "result.typ"

Facts = dict[str, Any]


def result_pdf(
    released: Released,
    unit: str,
    *,
    names: CultureNames,
    dimensions: Sequence[str],
    lang: str,
    closed_on: date | None = None,
    lines: Sequence[tuple[str, Mapping[str, float]]] = (),
    guide: Sequence[str] = (),
    since: Told | None = None,
) -> bytes:
    """A tagged PDF (PDF/UA-1) of one unit of a release, A4 portrait.

    `names` (of the four cultures) and `dimensions` (d1 to d6) are in the reader's language; `lines` are the leader's
    own by kind ("own", "guess"), where this reader may see them; `guide` is the conversation for a unit without
    numbers; `since` what is said of an earlier result that is open to this reader
    too. Raises KeyError for a unit that the release lacks.
    """
    facts = result_facts(
        released, unit, names=names, dimensions=dimensions, lang=lang, closed_on=closed_on, lines=lines,
        guide=guide, since=since,
    )  # fmt: skip
    return press(LAYOUT, facts, dated=datetime.combine(closed_on, time(), UTC) if closed_on else UNDATED)


def result_facts(
    released: Released,
    unit: str,
    *,
    names: CultureNames,
    dimensions: Sequence[str],
    lang: str,
    closed_on: date | None = None,
    lines: Sequence[tuple[str, Mapping[str, float]]] = (),
    guide: Sequence[str] = (),
    since: Told | None = None,
) -> Facts:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    picture = released.picture(unit)
    facts = frame(released, picture, closed_on, lang)
    if picture.numbers is None:
        return facts | {"hidden": hidden_facts(picture, released.k, guide, lang)}
    found = PointsMirror(released, picture, names, dimensions, lang, closed_on, tuple(lines))
    return facts | {"hidden": None, **_mirror(found), "since": since and since_facts(since)}


def frame(released: Released, picture: UnitPicture, closed_on: date | None, lang: str) -> Facts:
    """What stands around every result, of whichever kind."""
    name = released.content.name.into(lang)
    answered = [] if picture.n is None else [how_many_answered(picture, lang).rstrip(".")]
    return {
        "lang": lang,
        "title": say("result_of", lang, name=name, unit=picture.name),
        "kicker": [name, *([say("closed_on", lang, date=day(closed_on, lang))] if closed_on else []), *answered],
        "unit": picture.name,
        "page": say("page", lang, page="{page}", pages="{pages}"),
        "no_grade": say("no_grade", lang),
        "credit": {"title": say("credit", lang), "said": released.content.credit.into(lang)},
    }


def _mirror(found: PointsMirror) -> Facts:
    lang, web, question, rest = found.lang, found.whole_web, found.question, found.together
    title = say("question_units" if found.picture.is_of_units else "question", lang)
    return {
        "line": found.line,
        "web": drawn(web),
        "agreement": found.agreement,
        "sentences": found.sentences,
        "question": {"title": title, "said": question} if question else None,
        "cultures": explained(found.names),
        "table": {"title": say("table", lang), "note": say("table_note", lang), **table_facts(web.table)},
        "together": say("together", lang, n=rest.n, line=rest.line) if rest else None,
        "sure": {
            "title": say("sure", lang),
            "sentences": found.sure,
            "bars": drawn(found.bars),
            **table_facts(found.sure_table),
        },
        "dimensions": _dimensions(found.dimensions),
        "recipe": recipe_facts(found.recipe, lang),
    }


def since_facts(found: Told) -> Facts:
    """What stands beside an earlier result."""
    return {
        "title": found.title,
        "figure": drawn(found.figure) if found.figure else None,
        "sentences": [*found.sentences, found.who],
        "agreed": found.agreed,
        "no_cause": found.no_cause,
        "note": found.note,
        "table": found.table and {"caption": found.caption, **table_facts(found.table)},
        "wish": found.wish_table and {"caption": found.wish_caption, **table_facts(found.wish_table)},
        "recipe": [list(one) for one in found.recipe],
    }


def explained(names: CultureNames) -> list[list[str]]:
    """Each of the four as (letter, name, term in brackets or "", what it means)."""
    terms = {letter: f" ({term.lower()})" for letter, term in names.terms.items()}
    return [[one, names.called[one], terms.get(one, ""), said] for one, said in names.texts.items()]


def _dimensions(found: Figure | None) -> Facts | None:
    return None if found is None else {"title": found.title, "grid": drawn(found), **table_facts(found.table)}


def drawn(figure: Figure) -> Facts:
    """A figure in the colours of paper."""
    return {"svg": figure.draw(PAPER), "alt": figure.alt}


def table_facts(table: Table) -> Facts:
    """The cells of a table."""
    return {"head": list(table.head), "rows": [list(row) for row in table.rows]}


def recipe_facts(steps: Sequence[Ingredient], lang: str) -> Facts:
    """How the numbers were made."""
    rows = [list(step) for step in steps]
    return {"title": say("recipe", lang), "note": say("recipe_note", lang), "rows": rows}


def hidden_facts(picture: UnitPicture, k: int, guide: Sequence[str], lang: str) -> Facts:
    """Why there are no numbers, and the conversation that takes their place."""
    if picture.hidden in tuple(Shut):
        return {"reason": say(picture.hidden, lang), "title": "", "guide": []}
    reason = PROTECTS_OTHERS if picture.hidden == PROTECTS_OTHERS else FEW
    return {"reason": say(reason, lang, k=k), "title": say("guide", lang), "guide": list(guide)}
