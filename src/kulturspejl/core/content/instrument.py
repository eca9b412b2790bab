"""The culture profile and its like: points divided over four statements in six dimensions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.content.text import Text
from kulturspejl.core.disclosure.released import ContentRef, Line
from kulturspejl.core.scoring.reading import ReadingTexts


@dataclass(frozen=True)
class Dimension:
    """One question: a stem and a statement for each letter A to D."""

    number: int
    id: str
    label: Text
    stem: Text
    statements: Mapping[str, Text]


@dataclass(frozen=True)
class Axis:
    """One of the two axes of the competing values."""

    id: str
    low: Text
    high: Text


@dataclass(frozen=True)
class Culture:
    """What one letter stands for: what it gives, and what to watch."""

    letter: str
    id: str
    name: Text
    text: Text
    keywords: Sequence[Text]
    leadership: Sequence[Text]
    gift: Text
    watch: Text


@dataclass(frozen=True)
class Regressed:
    """What a culture slips into under pressure: only ever a question."""

    letter: str
    name: Text
    signs: Sequence[Text]
    no_room_for: Sequence[Text]


@dataclass(frozen=True)
class AllocationInstrument:
    """`raw` is the parsed TOML it was made of: a round keeps it, and `parse.instrument_from_json` reads it back."""

    id: str
    version: str
    name: Text
    credit: Text
    instruction_now: Text
    instruction_preferred: Text
    instruction_drawn: Text
    no_right_answer: Text
    seconds_a_block: int
    axes: Sequence[Axis]
    dimensions: Sequence[Dimension]
    cultures: Mapping[str, Culture]
    regressed: Mapping[str, Regressed]
    reading: ReadingTexts
    guide: Sequence[Text]
    raw: Mapping[str, Any] = field(repr=False, compare=False)
    kind: Kind = Kind.ALLOCATION

    def to_json(self) -> dict[str, Any]:
        """What a round stores so that its questions and its result keep their words."""
        return dict(self.raw)

    def ref(self) -> ContentRef:
        """Which text was used, for the result to say."""
        return ContentRef(
            id=self.id,
            version=self.version,
            name=Line(da=self.name.da, en=self.name.en),
            credit=Line(da=self.credit.da, en=self.credit.en),
        )

    def reading_lines(self) -> ReadingTexts:
        """The sentences of a result, as `core.scoring.reading` chooses among them."""
        return self.reading

    def minutes_for(self, form: AnswerForm) -> int:
        """How many minutes the form takes, rounded up, from the measured seconds a block of four numbers."""
        blocks = 7 if form.preferred == "drawn" else 12
        return -(-blocks * self.seconds_a_block // 60)
