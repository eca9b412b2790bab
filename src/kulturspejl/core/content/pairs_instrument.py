"""Trait pairs: six lines, each between two traits, on which one places oneself. A scale without a total."""

from dataclasses import dataclass
from typing import ClassVar

from kulturspejl.core.content.choice import ChoiceQuestion, Step
from kulturspejl.core.content.scale_instrument import ScaleInstrument, ScaleItem
from kulturspejl.core.instruments import PAIRS
from kulturspejl.core.instruments.base.asked import Asked
from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.instruments.pairs.asked import AskedPlaces
from kulturspejl.core.instruments.pairs.form import LEAST, LINES, PLACES
from kulturspejl.core.instruments.pairs.reading import Line, PairsTexts
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.writing.sentence import filled

ON_LINES = Text(
    da="{lines} linjer mellem to træk, hver med et sted fra {least} til {most}",
    en="{lines} lines between two traits, with a place from {least} to {most} on each",
)


@dataclass(frozen=True)
class PairItem(ScaleItem):
    """A line from one trait to another; what each means, and the question where the team leans most to an end."""

    low: Text = NOTHING
    high: Text = NOTHING
    low_says: Text = NOTHING
    high_says: Text = NOTHING


@dataclass(frozen=True)
class PairsInstrument(ScaleInstrument):
    """Six lines with ends of their own; nothing is wished for, and nothing is added up."""

    items: tuple[PairItem, ...]
    kind: str = PAIRS

    has_own_ends = True
    lines: ClassVar[tuple[str, ...]] = (OWN, GUESS)
    """A leader stands on the same lines, of the same unit: the own place and the guess both say something."""

    def asked(self, total: int, form: str | None) -> Asked:
        """How its answers are checked, counted and told."""
        lines = [Line(one.low, one.high, one.question) for one in self.items]
        return AskedPlaces(total, None, PairsTexts(lines, self.question))

    @property
    def questions(self) -> tuple[ChoiceQuestion, ...]:
        """One screen a line, from its one end to the other."""
        return tuple(
            ChoiceQuestion(key, one.text, self.instruction, _places(one))
            for key, one in zip(self.form.keys, self.items, strict=True)
        )

    def form_text(self, points: int, preferred: str) -> Text:
        """In which form it is answered, in one line."""
        return filled(ON_LINES, lines=LINES, least=LEAST, most=PLACES)


def _places(line: PairItem) -> tuple[Step, ...]:
    ends = {LEAST: Step(LEAST, line.low, line.low_says), PLACES: Step(PLACES, line.high, line.high_says)}
    return tuple(ends.get(value) or Step(value) for value in range(LEAST, PLACES + 1))
