"""The culture profile and its like: points divided over four statements in six dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.content.talk import TalkStep, about_minutes, guide_of
from kulturspejl.core.instruments import ALLOCATION
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.core.instruments.allocation.form import DIMENSIONS, LETTERS, AnswerForm, blocks_of
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.reading import ReadingTexts
from kulturspejl.core.instruments.allocation.sheet import PointsSheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled


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

    `version` is the author's own plus a hash of all words; `source` is the folder that the newest of them came from.
    `raw` is the parsed TOML: a round keeps it, and `parse.instrument_from_json` makes the same instrument of it.
    """

    id: str
    version: str
    source: str
    visibility: Visibility
    name: Text
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

    def minutes_for(self, form: AnswerForm) -> int:
        """How many minutes the form typically takes, rounded up, at `seconds_a_block` for four numbers."""
        return -(-len(blocks_of(form)) * self.seconds_a_block // 60)

    def minutes_text(self, form: AnswerForm) -> Text:
        """The same in words: "omkring 6 minutter"."""
        return about_minutes(self.minutes_for(form))

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
