"""The culture profile and its like: points divided over four statements in six dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kulturspejl.core.content.choice import ChoiceQuestion
from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.content.talk import TalkStep, about_minutes, guide_of, so_many_questions
from kulturspejl.core.instruments import ALLOCATION
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.core.instruments.allocation.form import (
    DIMENSIONS,
    IN_DIMENSIONS,
    LETTERS,
    AnswerForm,
    blocks_of,
)
from kulturspejl.core.instruments.allocation.made_up import made_up
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.own import check_line
from kulturspejl.core.instruments.allocation.reading import ReadingTexts
from kulturspejl.core.instruments.allocation.sheet import PointsSheet
from kulturspejl.core.instruments.base.checked import CheckedAnswers
from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.statistics.shapes import Whole
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

FORMS = (
    Text(
        da="seks spørgsmål med {points} point at fordele i hvert, og til sidst tegnes den ønskede kultur",
        en="six questions with {points} points to give out in each, and then the preferred culture is drawn",
    ),
    Text(
        da="seks spørgsmål med {points} point at fordele i hvert, først om nu og så om den ønskede kultur",
        en="six questions with {points} points to give out in each, first as it is and then as one would like it",
    ),
)
"""With the wish drawn, or in all dimensions."""

SPREAD_PROMISE = Text(
    da="Hvor meget I er uenige i det enkelte spørgsmål, kan først ses fra {spread_of_one} svar.",
    en="How much you differ on a single question can be seen only from {spread_of_one} answers.",
)


@dataclass(frozen=True)
class Dimension:
    """One question: a stem and a statement for each letter A to D. `number` is 1 to 6."""

    number: int
    id: str
    label: Text
    stem: Text
    statements: Mapping[str, Text]


@dataclass(frozen=True)
class Axis:
    """One of the two axes of the competing values, with what stands at its ends."""

    id: str
    low: Text
    high: Text


@dataclass(frozen=True)
class Tension:
    """Two cultures across from each other ("AC", "BD"), and what they pull between."""

    letters: str
    text: Text


@dataclass(frozen=True)
class Culture:
    """What one letter stands for: what it gives, and what to watch.

    `plain` is what it is called in everyday words, None where only the term, its `name`, is known.
    """

    letter: str
    id: str
    name: Text
    text: Text
    keywords: tuple[Text, ...]
    leadership: tuple[Text, ...]
    gift: Text
    watch: Text
    plain: Text | None = None

    @property
    def called(self) -> Text:
        """The everyday half-sentence, or the term where there is none."""
        return self.plain or self.name

    @property
    def term(self) -> Text | None:
        """What stands in grey beside the everyday words; None where the term is all there is."""
        return self.name if self.plain else None


@dataclass(frozen=True)
class Regressed:
    """What a culture may slip into under pressure: only ever a question. `letter` is the culture it comes from."""

    letter: str
    id: str
    name: Text
    signs: tuple[Text, ...]
    no_room_for: tuple[Text, ...]


@dataclass(frozen=True)
class AllocationInstrument:
    """An instrument as one text: nothing in it changes once it is parsed.

    `about` is what it asks about, within a sentence, and `purpose` one line on what it is for, or nothing.
    `version` is the author's own plus a hash of all words; `source` is the folder that the newest of them came from.
    `raw` is the parsed TOML: a round keeps it, and `parse.instrument_from_json` makes the same instrument of it.
    """

    id: str
    version: str
    source: str
    visibility: Visibility
    name: Text
    about: Text
    purpose: Text
    credit: Text
    instruction_now: Text
    instruction_preferred: Text
    instruction_drawn: Text
    no_right_answer: Text
    seconds_a_block: int
    axes: tuple[Axis, ...]
    tensions: tuple[Tension, ...]
    dimensions: tuple[Dimension, ...]
    cultures: Mapping[str, Culture]
    regressed: Mapping[str, Regressed]
    reading: ReadingTexts
    conversation: tuple[TalkStep, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)
    kind: str = ALLOCATION

    chooses_points = True
    lines = (OWN, GUESS)
    questions: tuple[ChoiceQuestion, ...] = field(default=(), init=False, repr=False, compare=False)

    def to_json(self) -> dict[str, Any]:
        """What a round stores so that its questions and its result keep their words."""
        return dict(self.raw)

    def ref(self) -> ContentRef:
        """Which text was used, for the result to say."""
        return ContentRef(self.id, self.version, self.name, self.credit)

    def asked(self, total: int, form: str | None) -> AskedPoints:
        """How its answers are checked, counted and told, when `total` points a dimension were given."""
        return AskedPoints(total, form, self.reading)

    def sheet(self, points: int, preferred: str) -> PointsSheet:
        """The form of an answer, as a round with these settings asks it."""
        return PointsSheet(AnswerForm(total=points, preferred=preferred))

    def check_line(self, kind: str, typed: Mapping[str, object], points: int) -> CheckedAnswers:
        """A leader's line as it is kept: sums on paper by letter."""
        return check_line(kind, typed, points)

    def line_of(self, kept: Mapping[str, int]) -> Mapping[str, float]:
        """The same as it is told beside a team's means: mean points a question."""
        return {letter: points / len(DIMENSIONS) for letter, points in kept.items()}

    @property
    def spread_promise(self) -> Text:
        """From how many answers it is told how different people are; {spread_of_one} is the policy's."""
        return SPREAD_PROMISE

    @property
    def letters(self) -> tuple[str, ...]:
        """What the points are divided over, in its own order."""
        return LETTERS

    def names(self, language: str) -> CultureNames:
        """What the four are called, for whoever draws them, lists them or says them."""
        terms = {letter: self.cultures[letter].term for letter in LETTERS}
        return CultureNames(
            called={letter: self.cultures[letter].called.into(language) for letter in LETTERS},
            terms={letter: term.into(language) for letter, term in terms.items() if term},
            quoted={letter: self.reading.cultures[letter].into(language) for letter in LETTERS},
            texts={letter: self.cultures[letter].text.into(language) for letter in LETTERS},
        )

    def settled(self, points: int, preferred: str) -> tuple[int, str]:
        """Points and form as the round keeps them: both are chosen by whoever makes it."""
        return points, preferred

    def minutes(self, points: int, preferred: str) -> int:
        """How many minutes the form typically takes, rounded up, at `seconds_a_block` for four numbers."""
        return -(-self._blocks(points, preferred) * self.seconds_a_block // 60)

    def minutes_text(self, points: int, preferred: str) -> Text:
        """The same in words: "omkring 6 minutter"."""
        return about_minutes(self.minutes(points, preferred))

    def questions_text(self, points: int, preferred: str) -> Text:
        """How many screens it has: "7 spørgsmål"."""
        return so_many_questions(self._blocks(points, preferred))

    def form_text(self, points: int, preferred: str) -> Text:
        """In which form it is answered, in one line for whoever makes the round or lets it out."""
        return filled(FORMS[preferred == IN_DIMENSIONS], points=points)

    def made_up(self, points: int, preferred: str, people: int, rng: np.random.Generator) -> Whole:
        """So many made-up answers, (people, numbers of an answer), in which no letter comes first."""
        return made_up(AnswerForm(points, preferred), people, rng)

    def _blocks(self, points: int, preferred: str) -> int:
        return len(blocks_of(AnswerForm(points, preferred)))

    def instructions(self, form: AnswerForm) -> tuple[Text, Text]:
        """What is said before the now part and before the preferred part of this form."""
        preferred = self.instruction_drawn if form.preferred == "drawn" else self.instruction_preferred
        return _filled(self.instruction_now, form), _filled(preferred, form)

    @property
    def guide(self) -> tuple[Text, ...]:
        """The conversation without numbers, each step with its minutes."""
        return guide_of(self.conversation)

    @property
    def guide_minutes(self) -> int:
        """How long that conversation takes."""
        return sum(step.minutes for step in self.conversation)


def _filled(text: Text, form: AnswerForm) -> Text:
    places = {"points": form.total, "sum": len(DIMENSIONS) * form.total, "letters": len(LETTERS)}
    return filled(text, **places)
