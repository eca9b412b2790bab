"""What a mirror of chosen steps is, on a scale or on lines: page, PDF and terminal set the same facts of either."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.base.estimates import Estimate, Interval
from kulturspejl.core.instruments.scale.agreement_word import VERY
from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.beside import Lines, named
from kulturspejl.reports.mirror.chosen_recipe import Ingredient
from kulturspejl.reports.mirror.chosen_words import say
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.together import Together

MATTERS = 0.5
"""Steps from the answers under which a leader's line is told as near: half of what one can choose between."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the terminal: what it is called, how far along it the mean lies, from 0 to 1, and the number."""

    label: str
    share: float
    number: str


@dataclass(frozen=True)
class ChosenMirror(ABC):
    """Of a `picture` that has numbers, in the language `lang`; `instrument` has the words of the questions, `lines`
    what the leader drew.
    """

    released: Released
    picture: UnitPicture
    instrument: ScaleInstrument
    lang: str
    closed_on: date | None = None
    lines: Lines = ()

    @property
    def most(self) -> int:
        """The highest step."""
        return self.released.total

    @property
    @abstractmethod
    def line(self) -> str:
        """What stands largest beside the picture."""

    @property
    @abstractmethod
    def figure(self) -> Figure:
        """The lines with their dots: the first thing that is seen."""

    @property
    @abstractmethod
    def lines_figure(self) -> Figure | None:
        """What the leader drew beside what is now, as a picture of its own; None where nothing is shown."""

    @property
    @abstractmethod
    def lines_said(self) -> list[str]:
        """Where each of the leader's lines lies farthest from the answers."""

    @property
    @abstractmethod
    def bars(self) -> Sequence[Bar]:
        """The same for a terminal."""

    @property
    @abstractmethod
    def table(self) -> Table:
        """The same numbers."""

    @property
    @abstractmethod
    def table_note(self) -> str:
        """The unit of the numbers."""

    @property
    @abstractmethod
    def has_band(self) -> bool:
        """Whether the picture shows how sure the means are."""

    @property
    @abstractmethod
    def sure(self) -> list[str]:
        """How sure it is, in sentences."""

    @property
    @abstractmethod
    def sure_table(self) -> Table:
        """The ranges; a dash where one does not exist."""

    @property
    @abstractmethod
    def together(self) -> Together | None:
        """The units without a picture of their own."""

    @property
    @abstractmethod
    def recipe(self) -> list[Ingredient]:
        """How the numbers were made."""

    @property
    def sentences(self) -> list[str]:
        """At most three, as the release says them."""
        return [one.into(self.lang) for one in self.picture.reading.sentences] if self.picture.reading else []

    @property
    def question(self) -> str:
        """The one question for the team, or ""."""
        return self.picture.reading.question.into(self.lang) if self.picture.reading else ""

    @property
    def agreement(self) -> str:
        """How alike it is seen, in one sentence; "" where the first sentence says it, or it is not told."""
        word = self.picture.agreement
        if not word or (word == VERY and self.picture.reading):
            return ""
        return say(f"{word}_units" if self.picture.is_of_units else word, self.lang)

    @property
    def answered(self) -> str:
        """ "8 af 9 svarede." """
        n, invited = self.picture.n, self.picture.invited
        if invited is None:
            return say("n_answered", self.lang, n=n)
        return say("all_answered" if n == invited else "some_answered", self.lang, n=n, invited=invited)

    def ranges(self, one: Estimate) -> tuple[str, ...]:
        """Mean, today, whatever the silent say, another day. Where all answered, today's is the mean itself, and
        nobody is silent (science C6).
        """
        mean = decimal(one.mean, self.lang)
        is_whole = one.bounds is not None and one.bounds[0] == one.bounds[1]
        today, silent = (mean, "–") if is_whole else (self._span(one.today), self._span(one.bounds))
        return mean, today, silent, self._span(one.shown)

    def lines_table(self, what: str, labels: Sequence[str], means: Sequence[float], columns: Sequence[str]) -> Table:
        """A row for each of `labels`: the mean, and each line's place in that of `columns`."""
        heads = (what, *named(self.lines, self.lang).values())
        rows = zip(labels, means, columns, strict=True)
        return Table(heads, tuple(
            (label, decimal(mean, self.lang), *(self.place(values[column]) for _kind, values in self.lines))
            for label, mean, column in rows
        ))  # fmt: skip

    def line_sentence(self, name: str, labels: Sequence[str], values: Sequence[float]) -> str:
        """ "Lederens gæt: Tillid – Mistillid: 2; …", for those who hear the picture."""
        said = "; ".join(f"{one.removesuffix('.')}: {self.place(at)}" for one, at in zip(labels, values, strict=True))
        return f"{name}: {said}."

    def place(self, value: float) -> str:
        """A step as it was chosen, a mean of steps with one decimal."""
        return str(round(value)) if value == round(value) else decimal(value, self.lang)

    def share(self, mean: float) -> float:
        """How far from the lowest step to the highest."""
        return (mean - LEAST) / (self.most - LEAST)

    def _span(self, interval: Interval | None) -> str:
        return "–" if interval is None else "–".join(decimal(end, self.lang) for end in interval)
