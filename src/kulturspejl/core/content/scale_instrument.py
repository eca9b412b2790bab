"""Psychological safety and its like: statements answered on steps, and the learning scale with its goal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np

from kulturspejl.core.content.choice import ChoiceQuestion, Step
from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.content.talk import TalkStep, about_minutes, guide_of, so_many_questions
from kulturspejl.core.instruments import SCALE
from kulturspejl.core.instruments.base.asked import Asked
from kulturspejl.core.instruments.base.checked import CheckedAnswers
from kulturspejl.core.instruments.base.lines import GUESS
from kulturspejl.core.instruments.scale.asked import AskedSteps
from kulturspejl.core.instruments.scale.form import GOAL, LEAST, NOT_ASKED, ScaleForm
from kulturspejl.core.instruments.scale.line import check_line
from kulturspejl.core.instruments.scale.made_up import made_up
from kulturspejl.core.instruments.scale.reading import ScaleTexts
from kulturspejl.core.instruments.scale.sheet import ScaleSheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.statistics.shapes import Whole
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled


@dataclass(frozen=True)
class ScaleItem:
    """A statement, and the question to take to the team where it lies lowest; `goal` is how its goal is asked for."""

    id: str
    text: Text
    question: Text
    goal: Text | None = None


STATEMENTS = Text(
    da="{items} udsagn, som hver får et tal fra {least} til {most}",
    en="{items} statements, each given a number from {least} to {most}",
)
WITH_A_GOAL = Text(
    da="et tal fra {least} til {most} for, hvor I er nu, og et for målet",
    en="a number from {least} to {most} for where you are now, and one for the goal",
)


SPREAD_PROMISE = Text(
    da="Hvor forskelligt I svarer, bliver sagt med ét groft ord, og først fra {spread_of_one} svar med tal. Ingen "
    "ser, hvor mange der har valgt hvad.",
    en="How differently you answer is said in one coarse word, and only from {spread_of_one} answers in numbers. "
    "Nobody sees how many chose what.",
)
SPREAD_PROMISE_OF_ONE = Text(
    da="Hvor forskelligt I svarer, bliver først sagt fra {spread_of_one} svar. Ingen ser, hvor mange der har valgt "
    "hvad.",
    en="How differently you answer is said only from {spread_of_one} answers. Nobody sees how many chose what.",
)


@dataclass(frozen=True)
class ScaleInstrument:
    """An instrument as one text: nothing in it changes once it is parsed. `version`, `source`, `raw` as of every kind.

    Steps go from 1, called `low`, to `most`, called `high`; `anchors` has what some of them are called and mean.
    `instruction_goal` is said before the goals; None: no goal is asked for. `question` stands where no statement lies
    lowest.
    """

    id: str
    version: str
    source: str
    visibility: Visibility
    name: Text
    about: Text
    purpose: Text
    credit: Text
    instruction: Text
    instruction_goal: Text | None
    most: int
    low: Text
    high: Text
    seconds_an_item: int
    anchors: Mapping[int, Step]
    items: tuple[ScaleItem, ...]
    question: Text
    conversation: tuple[TalkStep, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)
    kind: str = SCALE

    chooses_points = False
    lines: ClassVar[tuple[str, ...]] = (GUESS,)
    """Statements say "I": a leader answers them from another place, and guesses the team's answer instead."""
    has_own_ends = False
    letters: tuple[str, ...] = field(default=(), init=False, repr=False, compare=False)

    @property
    def form(self) -> ScaleForm:
        """The form of an answer: it is the instrument's own, so a round has nothing to choose."""
        return ScaleForm(len(self.items), self.most, has_goal=self.instruction_goal is not None)

    def to_json(self) -> dict[str, Any]:
        """What a round stores so that its statements and its result keep their words."""
        return dict(self.raw)

    def ref(self) -> ContentRef:
        """Which text was used, for the result to say."""
        return ContentRef(self.id, self.version, self.name, self.credit)

    def asked(self, total: int, form: str | None) -> Asked:
        """How its answers are checked, counted and told: what a round stored of points and form is its own."""
        texts = ScaleTexts([one.text for one in self.items], [one.question for one in self.items], self.question)
        return AskedSteps(total, GOAL if form == GOAL else None, texts)

    def sheet(self, points: int, preferred: str) -> ScaleSheet:
        """The form of an answer, as a round with these settings asks it."""
        return ScaleSheet(ScaleForm(len(self.items), points, has_goal=preferred == GOAL))

    def check_line(self, kind: str, typed: Mapping[str, object], points: int) -> CheckedAnswers:
        """A leader's line as it is kept: a step for each statement by its number, and for no goal."""
        return check_line(kind, typed, items=len(self.items), most=points)

    def line_of(self, kept: Mapping[str, int]) -> Mapping[str, float]:
        """The same as it is told beside a team's means."""
        return dict(kept)

    @property
    def spread_promise(self) -> Text:
        """From how many answers it is told how different people are; {spread_of_one} is the policy's."""
        return SPREAD_PROMISE if len(self.items) > 1 else SPREAD_PROMISE_OF_ONE

    @property
    def questions_now(self) -> tuple[ChoiceQuestion, ...]:
        """Those about how it is: what a leader's line answers too."""
        return self.questions[: len(self.items)]

    @property
    def questions(self) -> tuple[ChoiceQuestion, ...]:
        """One screen each: every statement as it is, and then, where it is asked for, as a goal."""
        return tuple(self._question(key) for key in self.form.keys)

    def settled(self, points: int, preferred: str) -> tuple[int, str]:
        """Points and form as the round keeps them: they are the instrument's own, whatever was chosen."""
        return self.most, GOAL if self.form.has_goal else NOT_ASKED

    def minutes(self, points: int, preferred: str) -> int:
        """How many minutes it typically takes, rounded up, at `seconds_an_item` for one number."""
        return -(-len(self.form.keys) * self.seconds_an_item // 60)

    def minutes_text(self, points: int, preferred: str) -> Text:
        """The same in words: "omkring 2 minutter"."""
        return about_minutes(self.minutes(points, preferred))

    def questions_text(self, points: int, preferred: str) -> Text:
        """How many screens it has: "7 spørgsmål"."""
        return so_many_questions(len(self.form.keys))

    def form_text(self, points: int, preferred: str) -> Text:
        """In which form it is answered, in one line for whoever makes the round or lets it out."""
        said = WITH_A_GOAL if self.form.has_goal else STATEMENTS
        return filled(said, items=len(self.items), least=LEAST, most=self.most)

    def made_up(self, points: int, preferred: str, people: int, rng: np.random.Generator) -> Whole:
        """So many made-up answers, (people, numbers of an answer), in which no statement lies higher than another."""
        return made_up(self.form, people, rng)

    def _question(self, key: str) -> ChoiceQuestion:
        period, _, number = key.partition("_")
        item = self.items[int(number) - 1]
        if period == GOAL:
            return ChoiceQuestion(key, item.goal or item.text, self.instruction_goal or self.instruction, self._steps)
        return ChoiceQuestion(key, item.text, self.instruction, self._steps)

    @property
    def _steps(self) -> tuple[Step, ...]:
        ends = {LEAST: Step(LEAST, self.low), self.most: Step(self.most, self.high), **self.anchors}
        return tuple(ends.get(value) or Step(value) for value in range(LEAST, self.most + 1))

    @property
    def guide(self) -> tuple[Text, ...]:
        """The conversation without numbers, each step with its minutes."""
        return guide_of(self.conversation)

    @property
    def guide_minutes(self) -> int:
        """How long that conversation takes."""
        return sum(step.minutes for step in self.conversation)
