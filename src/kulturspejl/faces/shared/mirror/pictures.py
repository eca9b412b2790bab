"""The spider web and the six dimensions of one unit, as picture, table and sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Numbers
from kulturspejl.drawing import DimensionRow, Series, grid, spider
from kulturspejl.drawing.table import Table
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import LineView


@dataclass(frozen=True)
class Drawn:
    """A picture and the same facts for those who read without it."""

    svg: SafeString
    table: Table
    sentence: str


def series_of(numbers: Numbers) -> list[Series]:
    """Now with its interval, and preferred."""
    shown = {letter: one.shown for letter, one in numbers.now.items()}
    has_band = all(shown.values())
    found = [
        Series(
            name=_("Now"), kind="now", values={letter: one.mean for letter, one in numbers.now.items()},
            low={letter: shown[letter][0] for letter in LETTERS} if has_band else None,  # type: ignore[index]
            high={letter: shown[letter][1] for letter in LETTERS} if has_band else None,  # type: ignore[index]
        )
    ]  # fmt: skip
    if numbers.preferred is not None:
        wished = {letter: one.mean for letter, one in numbers.preferred.items()}
        found.append(Series(name=_("Preferred"), kind="preferred", values=wished))
    return found


def line_series(line: LineView) -> Series:
    """One of the leader's own lines."""
    if line.kind == "own":
        return Series(name=_("The leader's own answer"), kind="own", values=line.values)
    return Series(name=_("The leader's guess"), kind="guess", values=line.values)


def web(
    series: Sequence[Series], names: CultureNames, total: int, unit: str, key: str = "web", title: str = ""
) -> Drawn:
    """The spider web of a unit. `key` differs between the webs of one page; `title` where it shows something else."""
    labels = names.called
    said = " ".join(
        f"{one.name}: {spider.as_sentence(one.values, labels=labels, total=total, lang=language())}."
        for one in series
    )
    svg = spider.spider_web(
        series, labels=labels, total=total, title=title or _("The culture of %(unit)s as a spider web") % {"unit": unit},
        description=said, lang=language(), key=key, terms=names.terms,
    )  # fmt: skip
    table = spider.as_table(series, labels=labels, total=total, lang=language())
    return Drawn(mark_safe(svg), table, said)


def dimensions(numbers: Numbers, asked: Sequence[str], names: CultureNames, total: int) -> Drawn:
    """The six dimensions, now and preferred. `asked` has their names in the order d1 to d6."""
    now, wished = numbers.dimensions["now"], numbers.dimensions.get("preferred")
    rows = [
        DimensionRow(name=name, now=now[f"d{place}"], preferred=wished[f"d{place}"] if wished else None)
        for place, name in enumerate(asked, start=1)
    ]
    lang, labels = language(), names.called
    said = grid.as_sentence(rows, labels=labels, total=total, lang=lang)
    svg = grid.dimension_grid(
        rows, title=_("The six dimensions"), description=said, labels=labels, total=total, lang=lang, terms=names.terms
    )
    return Drawn(mark_safe(svg), grid.as_table(rows, labels=labels, total=total, lang=lang), said)
