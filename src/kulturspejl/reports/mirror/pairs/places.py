"""The mirror of a result on six lines: every fact of one unit once, for whoever sets it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kulturspejl.core.content.pairs_instrument import PairsInstrument
from kulturspejl.core.instruments.pairs.form import COLUMNS, LEAST, PLACES
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing import pair_lines
from kulturspejl.drawing.pair_lines import PairRow
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.beside import Beside, farthest, named
from kulturspejl.reports.mirror.chosen import MATTERS, Bar, ChosenMirror
from kulturspejl.reports.mirror.chosen_recipe import Ingredient
from kulturspejl.reports.mirror.chosen_words import say as of_a_scale
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.pairs.recipe import recipe
from kulturspejl.reports.mirror.pairs.words import say
from kulturspejl.reports.mirror.together import Together, together


def line_of_means(means: Mapping[str, float], lang: str) -> str:
    """ "2,3 · 4,0 · … på seks linjer fra 1 til 7", in the order of the lines."""
    said = " · ".join(decimal(means[column], lang) for column in COLUMNS)
    return say("means", lang, means=said, least=LEAST, most=PLACES)


@dataclass(frozen=True)
class PlacesMirror(ChosenMirror):
    """Six lines between two traits: each for itself, and no total."""

    instrument: PairsInstrument

    @property
    def numbers(self) -> PairsNumbers:
        """ValueError where there are none: then a conversation takes their place."""
        found = self.picture.numbers
        if not isinstance(found, PairsNumbers):
            raise ValueError(f"{self.picture.unit} has no numbers on six lines")
        return found

    @property
    def line(self) -> str:
        """There is no one number: what all six have in common."""
        return say("line", self.lang)

    @cached_property
    def rows(self) -> list[PairRow]:
        """Each line with its ends."""
        found = zip(self.instrument.items, self.numbers.now.values(), strict=True)
        return [
            PairRow(item.low.into(self.lang), item.high.into(self.lang), one.mean, *(one.shown or (None, None)))
            for item, one in found
        ]

    @property
    def figure(self) -> Figure:
        """The lines with their dots: the first thing that is seen."""
        title = say("picture_of", self.lang, name=self.instrument.name, unit=self.picture.name)
        sentence = pair_lines.as_sentence(self.rows, lang=self.lang)
        return Figure(
            title=title, sentence=sentence, table=self.table,
            draw=lambda ink: pair_lines.pair_lines(
                self.rows, most=PLACES, title=title, description=sentence, lang=self.lang, ink=ink
            ),
        )  # fmt: skip

    @property
    def lines_figure(self) -> Figure | None:
        """The same lines with the leader's marks, and without bands."""
        if not self.lines:
            return None
        rows = [
            replace(row, least=None, most=None, lines={kind: values[column] for kind, values in self.lines})
            for column, row in zip(COLUMNS, self.rows, strict=True)
        ]
        names, title = named(self.lines, self.lang), say("lines_of", self.lang)
        labels, means = [f"{row.low} – {row.high}" for row in rows], [row.now for row in rows]
        told = [f"{names['now']}: {pair_lines.as_sentence(self.rows, lang=self.lang)}", *(
            self.line_sentence(names[kind], labels, [values[column] for column in COLUMNS])
            for kind, values in self.lines
        )]  # fmt: skip
        sentence = " ".join(told)
        return Figure(
            title=title, sentence=sentence, table=self.lines_table(say("what", self.lang), labels, means, COLUMNS),
            draw=lambda ink: pair_lines.pair_lines(
                rows, most=PLACES, title=title, description=sentence, lang=self.lang, key="leader", ink=ink, named=names
            ),
        )  # fmt: skip

    @property
    def lines_said(self) -> list[str]:
        """On which line each lies farthest from the answers."""
        return [
            farthest(
                kind,
                [
                    Beside(
                        say("line_between", self.lang, low=row.low, high=row.high), values[column],
                        round(row.now, 1), self.place(values[column]), decimal(row.now, self.lang),
                    )
                    for column, row in zip(COLUMNS, self.rows, strict=True)
                ],
                least=MATTERS, least_said=decimal(MATTERS, self.lang), lang=self.lang,
            )
            for kind, values in self.lines
        ]  # fmt: skip

    @property
    def bars(self) -> list[Bar]:
        """The same for a terminal."""
        return [
            Bar(f"{row.low} – {row.high}", self.share(row.now), decimal(row.now, self.lang)) for row in self.rows
        ]

    @property
    def table(self) -> Table:
        """A row a line, from its one end to the other."""
        heads = say("from", self.lang, least=LEAST), say("mean", self.lang), say("to", self.lang, most=PLACES)
        return Table(heads, tuple((row.low, decimal(row.now, self.lang), row.high) for row in self.rows))

    @property
    def table_note(self) -> str:
        """The unit of the numbers."""
        return say("table_note", self.lang, least=LEAST, most=PLACES)

    @property
    def has_band(self) -> bool:
        """Whether the picture shows how sure the means are."""
        return self.rows[0].least is not None

    @property
    def sure(self) -> list[str]:
        """How many answered, and what the bands show, or why there are none."""
        return [self.answered, say("band", self.lang) if self.has_band else of_a_scale("no_spread", self.lang)]

    @property
    def sure_table(self) -> Table:
        """The ranges of each line; a dash where one does not exist."""
        heads = say("what", self.lang), *(
            of_a_scale(word, self.lang) for word in ("mean", "today", "silent", "beyond")
        )
        found = zip(self.rows, self.numbers.now.values(), strict=True)
        return Table(heads, tuple((f"{row.low} – {row.high}", *self.ranges(one)) for row, one in found))

    @property
    def together(self) -> Together | None:
        """The units without a picture of their own."""
        rest = self.picture.remainder
        return None if rest is None else together(self.released, rest, line_of_means(rest.means.now, self.lang))

    @property
    def recipe(self) -> list[Ingredient]:
        """How the numbers were made."""
        return recipe(self.released, self.picture, closed_on=self.closed_on, lang=self.lang)
