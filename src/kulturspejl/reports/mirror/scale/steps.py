"""The mirror of a result on a scale: every fact of one unit once, for whoever sets it."""

from dataclasses import dataclass, replace
from functools import cached_property
from statistics import fmean

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.instruments.base.estimates import Interval
from kulturspejl.core.instruments.scale.form import LEAST, NOW, PREFERRED
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.since import SCORE
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing import steps
from kulturspejl.drawing.steps import StepRow
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.beside import Beside, at_this, farthest, named
from kulturspejl.reports.mirror.chosen import MATTERS, Bar, ChosenMirror
from kulturspejl.reports.mirror.chosen_recipe import Ingredient
from kulturspejl.reports.mirror.chosen_words import say
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.scale.recipe import recipe
from kulturspejl.reports.mirror.together import Together, together


def line_of_means(now: float, goal: float | None, *, most: int, lang: str) -> str:
    """ "3,8 på en skala fra 1 til 5"; with the goal, where one was asked."""
    found = say("line", lang, mean=now, least=LEAST, most=most)
    return found if goal is None else f"{found}, {say('goal_line', lang, goal=goal)}"


def score_label(instrument: ScaleInstrument, lang: str) -> str:
    """What the mean of all is called: the statement itself where there is but one."""
    return say("score", lang) if len(instrument.items) > 1 else instrument.items[0].text.into(lang)


@dataclass(frozen=True)
class StepsMirror(ChosenMirror):
    """Statements on a scale: the score first, then each of them."""

    @property
    def numbers(self) -> ScaleNumbers:
        """ValueError where there are none: then a conversation takes their place."""
        found = self.picture.numbers
        if not isinstance(found, ScaleNumbers):
            raise ValueError(f"{self.picture.unit} has no numbers on a scale")
        return found

    @property
    def line(self) -> str:
        """ "3,8 på en skala fra 1 til 5"; with the goal, where one was asked."""
        goal = self.numbers.preferred
        return line_of_means(self.numbers.now.mean, goal.mean if goal else None, most=self.most, lang=self.lang)

    @cached_property
    def rows(self) -> list[StepRow]:
        """The score first, then each statement; a scale of one statement has that alone."""
        now, goal = self.numbers.now, self.numbers.preferred
        low, high = now.shown or (None, None)
        label = score_label(self.instrument, self.lang)
        score = StepRow(label, now.mean, goal.mean if goal else None, low, high, is_score=True)
        items, goals = self.numbers.items.get(NOW, {}), self.numbers.items.get(PREFERRED, {})
        return [score, *(
            StepRow(self._label(int(number) - 1), mean, goals.get(number)) for number, mean in items.items()
        )]  # fmt: skip

    @property
    def bars(self) -> list[Bar]:
        """The same for a terminal."""
        return [Bar(row.label, self.share(row.now), steps.numbers_of(row, self.lang)) for row in self.rows]

    @property
    def has_band(self) -> bool:
        """Whether the picture shows how sure the score is."""
        return self.numbers.now.shown is not None

    @property
    def figure(self) -> Figure:
        """The lines with their dots: the first thing that is seen."""
        title = say("picture_of", self.lang, name=self.instrument.name, unit=self.picture.name)
        sentence = steps.as_sentence(self.rows, lang=self.lang)
        ends = self.instrument.low.into(self.lang), self.instrument.high.into(self.lang)
        return Figure(
            title=title, sentence=sentence, table=self.table,
            draw=lambda ink: steps.steps(
                self.rows, ends=ends, most=self.most, title=title, description=sentence, lang=self.lang, ink=ink
            ),
        )  # fmt: skip

    @property
    def lines_figure(self) -> Figure | None:
        """What is now alone, with the leader's marks and without a band."""
        if not self.lines:
            return None
        now = [replace(row, goal=None, low=None, high=None) for row in self.rows]
        columns = [SCORE, *self.numbers.items.get(NOW, {})]
        lines = tuple((kind, {**values, SCORE: fmean(values.values())}) for kind, values in self.lines)
        rows = [
            replace(row, lines={kind: values[column] for kind, values in lines})
            for column, row in zip(columns, now, strict=True)
        ]
        names, title = named(self.lines, self.lang), say("lines_of", self.lang)
        labels, means = [row.label for row in rows], [row.now for row in rows]
        table = replace(self, lines=lines).lines_table(say("statement", self.lang), labels, means, columns)
        told = [f"{names['now']}: {steps.as_sentence(now, lang=self.lang)}", *(
            self.line_sentence(names[kind], labels, [row.lines[kind] for row in rows]) for kind, _values in lines
        )]  # fmt: skip
        sentence, ends = " ".join(told), (self.instrument.low.into(self.lang), self.instrument.high.into(self.lang))
        return Figure(
            title=title, sentence=sentence, table=table,
            draw=lambda ink: steps.steps(
                rows, ends=ends, most=self.most, title=title, description=sentence, lang=self.lang, key="leader",
                ink=ink, named=names,
            ),
        )  # fmt: skip

    @property
    def lines_said(self) -> list[str]:
        """At which statement each lies farthest from the answers; of one statement, or of none told, both numbers."""
        now = self.numbers.now.mean
        items = self.numbers.items.get(NOW, {})
        said = []
        for kind, values in self.lines:
            mean = fmean(values.values())
            said.append(say("both", self.lang, line=named(self.lines, self.lang)[kind], drawn=self.place(mean),
                            mean=decimal(now, self.lang)))  # fmt: skip
            if items:
                said.append(farthest(
                    kind, [self._beside(column, values[column], items[column]) for column in items],
                    least=MATTERS, least_said=decimal(MATTERS, self.lang), lang=self.lang,
                ))  # fmt: skip
        return said

    def _beside(self, column: str, drawn: float, mean: float) -> Beside:
        label = self._label(int(column) - 1).removesuffix(".")
        return Beside(at_this(label, self.lang), drawn, round(mean, 1), self.place(drawn), decimal(mean, self.lang))

    @property
    def table(self) -> Table:
        """The same numbers: a row a statement."""
        words = ("statement", "mean") if self.numbers.preferred is None else ("statement", "mean", "goal")
        rows = (
            (row.label, *(decimal(value, self.lang) for value in (row.now, row.goal) if value is not None))
            for row in self.rows
        )
        return Table(tuple(say(word, self.lang) for word in words), tuple(rows))

    @property
    def table_note(self) -> str:
        """The unit of the numbers."""
        return say("table_note", self.lang, least=LEAST, most=self.most)

    @property
    def sure(self) -> list[str]:
        """How sure the score is, in sentences; from five to seven answers only what always holds."""
        now, invited, found = self.numbers.now, self.picture.invited, [self.answered]
        if now.today is not None:
            found.append(say("if_like", self.lang, today=self._and(now.today), invited=invited))
        if now.bounds is not None and now.bounds[0] < now.bounds[1]:
            found.append(say("whatever", self.lang, bounds=self._and(now.bounds), invited=invited))
        said = say("no_spread", self.lang) if now.shown is None else say(
            "beyond_said", self.lang, beyond=self._and(now.shown)
        )  # fmt: skip
        return [*found, said]

    @property
    def sure_table(self) -> Table:
        """The ranges of the score, and of the goal where one was asked; a dash where one does not exist."""
        heads = ("what", "mean", "today", "silent", "beyond")
        goal = self.numbers.preferred
        named = [(self.rows[0].label, self.numbers.now), *([(say("goal", self.lang), goal)] if goal else [])]
        return Table(
            tuple(say(word, self.lang) for word in heads),
            tuple((name, *self.ranges(one)) for name, one in named),
        )

    @property
    def together(self) -> Together | None:
        """The units without a picture of their own."""
        rest = self.picture.remainder
        if rest is None:
            return None
        line = line_of_means(rest.means.now, rest.means.preferred, most=self.most, lang=self.lang)
        return together(self.released, rest, line)

    @property
    def recipe(self) -> list[Ingredient]:
        """How the numbers were made."""
        return recipe(self.released, self.picture, closed_on=self.closed_on, lang=self.lang)

    def _label(self, place: int) -> str:
        return self.instrument.items[place].text.into(self.lang)

    def _and(self, interval: Interval) -> str:
        low, high = (decimal(end, self.lang) for end in interval)
        return f"{low} {say('and', self.lang)} {high}"
