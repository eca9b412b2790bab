"""The mirror of points over A to D: every fact of one unit once, for whoever sets it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.allocation.agreement_word import VERY
from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import Interval, Numbers
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.instruments.allocation.since import least_points
from kulturspejl.drawing import DimensionRow, Series, grid, whiskers
from kulturspejl.drawing.numbers import as_line, paper_total
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.allocation.recipe import Ingredient, recipe
from kulturspejl.reports.mirror.allocation.sureness import Sureness, has_spread
from kulturspejl.reports.mirror.allocation.web import line_of, series_of, web_figure
from kulturspejl.reports.mirror.beside import Beside, at_this, farthest
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.together import Together, together
from kulturspejl.reports.words import say

MOST_SENTENCES = 3


@dataclass(frozen=True)
class Row:
    """One culture in numbers: `points` as on paper, means of `total` a question, and the intervals of now and gap."""

    letter: str
    label: str
    points: int
    mean: float
    between: Interval | None
    wished: float | None
    gap: float | None
    gap_between: Interval | None


@dataclass(frozen=True)
class PointsMirror:
    """Of a `picture` that has numbers, in the language `lang`.

    `names` are those of the cultures, `asked` those of the six dimensions; `lines` what the leader drew, by kind
    ("own", "guess"), as mean points by letter; `whose` is said of the figure where it is not the unit's name.
    """

    released: Released
    picture: UnitPicture
    names: CultureNames
    asked: Sequence[str]
    lang: str
    closed_on: date | None = None
    lines: tuple[tuple[str, Mapping[str, float]], ...] = ()
    whose: str = ""

    @property
    def numbers(self) -> Numbers:
        """ValueError where there are none: then a conversation takes their place."""
        found: Numbers | None = self.picture.numbers
        if found is None:
            raise ValueError(f"{self.picture.unit} has no numbers")
        return found

    @property
    def total(self) -> int:
        """Points a question."""
        return self.released.total

    @cached_property
    def team(self) -> list[Series]:
        """Now, and preferred where it was asked."""
        return series_of(self.numbers, self.lang)

    @cached_property
    def drawn(self) -> list[Series]:
        """The leader's lines."""
        return [line_of(kind, values, self.lang) for kind, values in self.lines]

    @property
    def line(self) -> str:
        """ "A = 21 · B = 9 · C = 12 · D = 18 af 60"."""
        return as_line(self.team[0].values, total=self.total, lang=self.lang)

    @property
    def web(self) -> Figure:
        """The team alone: the first thing that is seen."""
        return self._web(self.team, "web")

    @property
    def lines_web(self) -> Figure | None:
        """What the leader drew beside what is now, as a picture of its own; None where nothing is shown."""
        return self._web([self.team[0], *self.drawn], "leader") if self.drawn else None

    @property
    def lines_said(self) -> list[str]:
        """At which culture each of the leader's lines lies farthest from the answers, in points as on paper."""
        now, of = paper_points(self.team[0].values), paper_total(self.total)
        least = least_points(self.total)
        said = []
        for kind, values in self.lines:
            drawn = paper_points(values)
            places = [
                Beside(at_this(name, self.lang), drawn[one], now[one], str(drawn[one]),
                       say("of_all", self.lang, points=now[one], of=of))
                for one, name in self.names.called.items()
            ]  # fmt: skip
            near = say("of_all", self.lang, points=least, of=of)
            said.append(farthest(kind, places, least=least, least_said=near, lang=self.lang))
        return said

    @property
    def whole_web(self) -> Figure:
        """The team and what the leader drew on one figure, for a sheet of paper."""
        return self._web([*self.team, *self.drawn], "web")

    def _web(self, series: Sequence[Series], key: str) -> Figure:
        title = say("web_of", self.lang, unit=self.whose or self.picture.name)
        return web_figure(series, names=self.names, total=self.total, lang=self.lang, title=title, key=key)

    @property
    def sentences(self) -> list[str]:
        """At most three, as the release says them."""
        reading = self.picture.reading
        return [one.into(self.lang) for one in reading.sentences[:MOST_SENTENCES]] if reading else []

    @property
    def question(self) -> str:
        """The one question for the team, or ""."""
        return self.picture.reading.question.into(self.lang) if self.picture.reading else ""

    @cached_property
    def sureness(self) -> Sureness:
        """What is said of how sure it is."""
        return Sureness(self.picture, self.numbers, self.total, self.names, self.lang)

    @property
    def agreement(self) -> str:
        """How alike it is seen, in one short sentence; "" where the first sentence says it, or it is not told."""
        told = self.sureness
        return "" if told.team.word == VERY or told.team.camps else told.agreement

    @property
    def sure(self) -> list[str]:
        """How sure it is, in sentences."""
        return self.sureness.sentences()

    @property
    def sure_table(self) -> Table:
        """The same as a table of ranges."""
        return self.sureness.table()

    @property
    def has_spread(self) -> bool:
        """Whether anything is told of how far apart the answers are."""
        return has_spread(self.numbers)

    @property
    def has_band(self) -> bool:
        """Whether the web shows how sure what is now is."""
        return self.team[0].low is not None

    @property
    def bars(self) -> Figure:
        """Four small bars with the interval of each."""
        now, title = self.team[0], say("sure_bars" if self.has_band else "bars_alone", self.lang)
        sentence = whiskers.as_sentence(now, labels=self.names.called, total=self.total, lang=self.lang)
        return Figure(
            title=title,
            sentence=sentence,
            table=self.sure_table,
            draw=lambda ink: whiskers.bars(
                now, labels=self.names.called, total=self.total, title=title, description=sentence, lang=self.lang,
                ink=ink, terms=self.names.terms,
            ),
        )  # fmt: skip

    @property
    def dimensions(self) -> Figure | None:
        """The six dimensions; None where somebody left one out."""
        now, wished = self.numbers.dimensions.get("now"), self.numbers.dimensions.get("preferred", {})
        if not now:
            return None
        named = ((f"d{place}", name) for place, name in enumerate(self.asked, start=1))
        rows = [DimensionRow(name, now[place], wished.get(place)) for place, name in named if place in now]
        title, labels = say("dimensions", self.lang), self.names.called
        sentence = grid.as_sentence(rows, labels=labels, total=self.total, lang=self.lang)
        return Figure(
            title=title,
            sentence=sentence,
            table=grid.as_table(rows, labels=labels, total=self.total, lang=self.lang),
            draw=lambda ink: grid.dimension_grid(
                rows, title=title, description=sentence, labels=labels, total=self.total, lang=self.lang, ink=ink,
                terms=self.names.terms,
            ),
        )  # fmt: skip

    @property
    def rows(self) -> list[Row]:
        """One a culture, A to D."""
        numbers, points = self.numbers, paper_points(self.team[0].values)
        return [
            Row(
                letter=letter,
                label=self.names.called[letter],
                points=points[letter],
                mean=numbers.now[letter].mean,
                between=numbers.now[letter].shown,
                wished=numbers.preferred[letter].mean if numbers.preferred else None,
                gap=numbers.gap[letter].mean if numbers.gap else None,
                # The gap's own interval is the one that decides whether the reading names it.
                gap_between=numbers.gap[letter].t if numbers.gap else None,
            )
            for letter in LETTERS
        ]

    @property
    def most(self) -> str:
        """The letter of what is said to come first; "" where nothing is, or only perhaps."""
        first = self.sureness.first
        return first.culture if first is not None and first.key == "most" else ""

    @property
    def together(self) -> Together | None:
        """The units without a picture of their own."""
        rest = self.picture.remainder
        if rest is None:
            return None
        return together(self.released, rest, as_line(rest.means.now, total=self.total, lang=self.lang))

    @property
    def recipe(self) -> list[Ingredient]:
        """How the numbers were made."""
        return recipe(self.released, self.picture, closed_on=self.closed_on, lang=self.lang)
