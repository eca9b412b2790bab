"""Psychological safety and its like: statements answered on steps, and the learning scale with its goal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.content.talk import TalkStep, about_minutes, guide_of
from kulturspejl.core.instruments import SCALE
from kulturspejl.core.instruments.scale.asked import AskedSteps
from kulturspejl.core.instruments.scale.form import GOAL, ScaleForm
from kulturspejl.core.instruments.scale.reading import ScaleTexts
from kulturspejl.core.instruments.scale.sheet import ScaleSheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text


@dataclass(frozen=True)
class ScaleItem:
    """A statement, and the question to take to the team where it lies lowest."""

    id: str
    text: Text
    question: Text


@dataclass(frozen=True)
class ScaleInstrument:
    """An instrument as one text: nothing in it changes once it is parsed. `version`, `source`, `raw` as of every kind.

    Steps go from 1, called `low`, to `most`, called `high`. `instruction_goal` is said before the goals; None: no goal
    is asked for. `question` stands where no statement lies lowest.
    """

    id: str
    version: str
    source: str
    visibility: Visibility
    name: Text
    credit: Text
    instruction: Text
    instruction_goal: Text | None
    most: int
    low: Text
    high: Text
    seconds_an_item: int
    items: tuple[ScaleItem, ...]
    question: Text
    conversation: tuple[TalkStep, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)
    kind: str = SCALE

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

    def asked(self, total: int, form: str | None) -> AskedSteps:
        """How its answers are checked, counted and told: what a round stored of points and form is its own."""
        texts = ScaleTexts([one.text for one in self.items], [one.question for one in self.items], self.question)
        return AskedSteps(total, GOAL if form == GOAL else None, texts)

    def sheet(self, points: int, preferred: str) -> ScaleSheet:
        """The form of an answer, as a round with these settings asks it."""
        return ScaleSheet(ScaleForm(len(self.items), points, has_goal=preferred == GOAL))

    @property
    def minutes_text(self) -> Text:
        """How long it typically takes: "omkring 2 minutter"."""
        return about_minutes(-(-len(self.form.keys) * self.seconds_an_item // 60))

    @property
    def guide(self) -> tuple[Text, ...]:
        """The conversation without numbers, each step with its minutes."""
        return guide_of(self.conversation)

    @property
    def guide_minutes(self) -> int:
        """How long that conversation takes."""
        return sum(step.minutes for step in self.conversation)
