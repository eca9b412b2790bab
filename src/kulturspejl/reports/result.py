"""One unit's result on A4: the same facts, in the same order, as its page."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.disclosure.plan import FEW, PROTECTS_OTHERS
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Estimate, Numbers
from kulturspejl.core.writing.dates import day
from kulturspejl.drawing import DimensionRow, Series, grid, spider, whiskers
from kulturspejl.drawing.ink import PAPER
from kulturspejl.drawing.numbers import as_line
from kulturspejl.drawing.table import Table
from kulturspejl.reports import sureness
from kulturspejl.reports.press import UNDATED, press
from kulturspejl.reports.recipe import Ingredient, recipe
from kulturspejl.reports.since import Told, facts_of
from kulturspejl.reports.words import say

LAYOUT = "result.typ"
MOST_SENTENCES = 3

Facts = dict[str, Any]


def result_pdf(
    released: Released,
    unit: str,
    *,
    names: CultureNames,
    dimensions: Sequence[str],
    lang: str,
    closed_on: date | None = None,
    lines: Sequence[Series] = (),
    guide: Sequence[str] = (),
    since: Told | None = None,
) -> bytes:
    """A tagged PDF (PDF/UA-1) of one unit of a release, A4 portrait.

    `names` (of the four cultures) and `dimensions` (d1 to d6) are in the reader's language; `lines` are the leader's
    own, where this reader may see them; `guide` is the conversation for a unit without numbers; `since` what is said of
    an earlier result that is open to this reader too. Raises KeyError for a unit that the release lacks.
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
    lines: Sequence[Series] = (),
    guide: Sequence[str] = (),
    since: Told | None = None,
) -> Facts:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    picture = released.picture(unit)
    facts = _frame(released, picture, closed_on, lang)
    if picture.numbers is None:
        return facts | {"hidden": _hidden(picture, released.k, guide, lang)}
    steps = recipe(released, picture, closed_on=closed_on, lang=lang)
    return facts | {
        "hidden": None,
        **_mirror(picture, picture.numbers, released.total, names, lines, lang),
        "sure": _sure(picture, picture.numbers, released.total, names, lang),
        "dimensions": _dimensions(picture.numbers, dimensions, names, released.total, lang),
        "recipe": _recipe(steps, lang),
        "since": since and facts_of(since, names=names, total=released.total, lang=lang),
    }


def series_of(numbers: Numbers, lang: str) -> list[Series]:
    """Now with its interval, and preferred where it was asked."""
    found = [_series(say("now", lang), "now", numbers.now)]
    if numbers.preferred is not None:
        wished = {letter: one.mean for letter, one in numbers.preferred.items()}
        found.append(Series(say("preferred", lang), "preferred", wished))
    return found


def _frame(released: Released, picture: UnitPicture, closed_on: date | None, lang: str) -> Facts:
    name = released.content.name.into(lang)
    return {
        "lang": lang,
        "title": say("result_of", lang, name=name, unit=picture.name),
        "kicker": [name, *([say("closed_on", lang, date=day(closed_on, lang))] if closed_on else [])],
        "unit": picture.name,
        "page": say("page", lang, page="{page}", pages="{pages}"),
        "no_grade": say("no_grade", lang),
        "credit": {"title": say("credit", lang), "said": released.content.credit.into(lang)},
    }


def _mirror(
    picture: UnitPicture,
    numbers: Numbers,
    total: int,
    names: CultureNames,
    lines: Sequence[Series],
    lang: str,
) -> Facts:
    series = [*series_of(numbers, lang), *lines]
    words: Facts = {"labels": names.called, "total": total, "lang": lang}
    said = " ".join(f"{one.name}: {spider.as_sentence(one.values, **words)}." for one in series)
    title = say("web_of", lang, unit=picture.name)
    web = spider.spider_web(series, title=title, description=said, ink=PAPER, terms=names.terms, **words)
    reading = picture.reading
    return {
        "line": as_line(series[0].values, total=total, lang=lang),
        "web": {"svg": web, "alt": f"{title}. {said}"},
        "sentences": [one.into(lang) for one in reading.sentences[:MOST_SENTENCES]] if reading else [],
        "question": {"title": say("question", lang), "said": reading.question.into(lang)} if reading else None,
        "cultures": explained(names),
        "table": {
            "title": say("table", lang), "note": say("table_note", lang), **_rows(spider.as_table(series, **words)),
        },
        "together": _together(picture, total, lang),
    }  # fmt: skip


def explained(names: CultureNames) -> list[list[str]]:
    """Each of the four as (letter, name, term in brackets or "", what it means)."""
    terms = {letter: f" ({term.lower()})" for letter, term in names.terms.items()}
    return [[one, names.called[one], terms.get(one, ""), said] for one, said in names.texts.items()]


def _series(name: str, kind: str, estimates: Mapping[str, Estimate]) -> Series:
    shown = {letter: one.shown for letter, one in estimates.items()}
    low = {letter: interval[0] for letter, interval in shown.items() if interval is not None}
    high = {letter: interval[1] for letter, interval in shown.items() if interval is not None}
    is_whole = len(low) == len(LETTERS)
    means = {letter: one.mean for letter, one in estimates.items()}
    return Series(name, "now", means, low if is_whole else None, high if is_whole else None)


def _together(picture: UnitPicture, total: int, lang: str) -> str | None:
    rest = picture.remainder
    if rest is None:
        return None
    return say("together", lang, n=rest.n, line=as_line(rest.means.now, total=total, lang=lang))


def _sure(
    picture: UnitPicture,
    numbers: Numbers,
    total: int,
    names: CultureNames,
    lang: str,
) -> Facts:
    now = series_of(numbers, lang)[0]
    words: Facts = {"labels": names.called, "total": total, "lang": lang}
    title = say("bars_alone" if now.low is None else "sure_bars", lang)
    sentence = whiskers.as_sentence(now, **words)
    return {
        "title": say("sure", lang),
        "sentences": sureness.sentences(picture, names=names, lang=lang),
        "bars": {
            "svg": whiskers.bars(now, title=title, description=sentence, ink=PAPER, terms=names.terms, **words),
            "alt": f"{title}. {sentence}",
        },
        **_rows(sureness.table(numbers, labels=names.called, lang=lang)),
    }


def _dimensions(
    numbers: Numbers, asked: Sequence[str], names: CultureNames, total: int, lang: str
) -> Facts | None:
    now, wished = numbers.dimensions.get("now"), numbers.dimensions.get("preferred", {})
    if not now:
        return None
    rows = [
        DimensionRow(name, now[f"d{place}"], wished.get(f"d{place}"))
        for place, name in enumerate(asked, start=1)
        if f"d{place}" in now
    ]
    words: Facts = {"labels": names.called, "total": total, "lang": lang}
    title, sentence = say("dimensions", lang), grid.as_sentence(rows, **words)
    svg = grid.dimension_grid(rows, title=title, description=sentence, ink=PAPER, terms=names.terms, **words)
    return {
        "title": title,
        "grid": {"svg": svg, "alt": f"{title}. {sentence}"},
        **_rows(grid.as_table(rows, **words)),
    }


def _rows(table: Table) -> Facts:
    return {"head": list(table.head), "rows": [list(row) for row in table.rows]}


def _recipe(steps: Sequence[Ingredient], lang: str) -> Facts:
    rows = [list(step) for step in steps]
    return {"title": say("recipe", lang), "note": say("recipe_note", lang), "rows": rows}


def _hidden(picture: UnitPicture, k: int, guide: Sequence[str], lang: str) -> Facts:
    if picture.hidden in tuple(Shut):
        return {"reason": say(picture.hidden, lang), "title": "", "guide": []}
    reason = PROTECTS_OTHERS if picture.hidden == PROTECTS_OTHERS else FEW
    return {"reason": say(reason, lang, k=k), "title": say("guide", lang), "guide": list(guide)}
