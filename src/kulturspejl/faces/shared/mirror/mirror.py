"""The whole mirror of one unit, ready for the page."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from kulturspejl.core.profile.numbers import LETTERS
from kulturspejl.core.writing.order import danish_key
from kulturspejl.drawing.numbers import as_line
from kulturspejl.drawing.table import Table
from kulturspejl.faces.shared.mirror import content, pictures
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.results import LineView, ResultPage
from kulturspejl.reports import sureness
from kulturspejl.reports.recipe import Ingredient, recipe

MOST_SENTENCES = 3


@dataclass(frozen=True)
class Together:
    """The other units here together, which subtraction would tell anyway."""

    n: int
    units: list[str]
    line: str


@dataclass(frozen=True)
class Numbers:
    """Everything of the mirror that stands on numbers. `lines_web` holds the leader's lines beside what is now."""

    web: pictures.Drawn
    lines_web: pictures.Drawn | None
    line: str
    sentences: list[str]
    question: str
    sure: list[str]
    sure_table: Table
    has_band: bool
    dimensions: pictures.Drawn
    slips: list[content.Slip]
    recipe: list[Ingredient]
    together: Together | None

    @property
    def table(self) -> Table:
        """The spider web as a table."""
        return self.web.table


@dataclass(frozen=True)
class Mirror:
    """One unit's page. `numbers` is None where a conversation takes their place."""

    page: ResultPage
    numbers: Numbers | None
    lines: list[LineView]
    cultures: list[content.CultureCard]
    credit: str
    guide: list[str]


def mirror(page: ResultPage) -> Mirror:
    """Everything that the result page shows, in the reader's language."""
    lines = sorted(page.lines, key=lambda line: line.kind != "own")
    return Mirror(
        page=page,
        numbers=_numbers(_Told(page, tuple(lines), language())) if page.hidden is None else None,
        lines=lines,
        cultures=content.cards_of(page.instrument),
        credit=say(page.released.content.credit),
        guide=content.guide_of(page.instrument),
    )


@dataclass(frozen=True, eq=False)
class _Told:
    """What the numbers of a page depend on: two are the same where the very same picture is told in the same way."""

    page: ResultPage
    lines: tuple[LineView, ...]
    language: str

    @property
    def _way(self) -> tuple[object, ...]:
        page, picture = self.page, self.page.picture
        lines = [(one.kind, one.is_shown, one.mine, *one.values.items()) for one in self.lines]
        said = page.unit_name, page.closed_on, page.is_example, picture.n, picture.invited
        return page.round_unit_id, *said, *lines, self.language

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Told):
            return False
        one, another = self.page.picture, other.page.picture
        # By identity: what is kept holds its picture, so no other can be in its place.
        is_same = one.numbers is another.numbers and one.reading is another.reading
        return is_same and one.remainder is another.remainder and self._way == other._way

    def __hash__(self) -> int:
        return hash(self._way)


@lru_cache(maxsize=64)
def _numbers(told: _Told) -> Numbers | None:
    page, lines = told.page, told.lines
    found, reading = page.picture.numbers, page.picture.reading
    if found is None:
        return None
    names = content.names_of(page.instrument)
    team, own = pictures.series_of(found), [pictures.line_series(line) for line in lines]
    means = {letter: found.now[letter].mean for letter in LETTERS}
    return Numbers(
        web=pictures.web(team, names, page.total, _whose(page)),
        lines_web=pictures.web([team[0], *own], names, page.total, _whose(page), key="leader") if own else None,
        line=as_line(means, total=page.total, lang=language()),
        sentences=[say(line) for line in reading.sentences[:MOST_SENTENCES]] if reading else [],
        question=say(reading.question) if reading else "",
        sure=sureness.sentences(page.picture, names=names, lang=language()),
        sure_table=sureness.table(found, labels=names.called, lang=language()),
        has_band=team[0].low is not None,
        dimensions=pictures.dimensions(found, content.dimensions_of(page.instrument), names, page.total),
        slips=content.slips_of(page.instrument, found.type["now"].dominant, names),
        recipe=recipe(page.released, page.picture, closed_on=page.closed_on, lang=language()),
        together=_together(page),
    )


def _whose(page: ResultPage) -> str:
    """Whose culture the figure shows: for those who hear it, an example is an example as well."""
    return _("a made-up team") if page.is_example else page.unit_name


def _together(page: ResultPage) -> Together | None:
    rest = page.picture.remainder
    if rest is None:
        return None
    names = sorted((page.released.units[unit].name for unit in rest.units), key=danish_key)
    return Together(rest.n, names, as_line(rest.means.now, total=page.total, lang=language()))
