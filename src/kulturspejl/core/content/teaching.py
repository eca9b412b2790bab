"""What a facilitator teaches from: a definition, what to say, a common misunderstanding, and examples from work."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from kulturspejl.core.text import Text

WORDS_A_MINUTE = 200
"""How fast a grown-up reads: 238 words of English a minute (Brysbaert 2019), and slower with a figure beside them."""
LONGEST = 10
"""Minutes that a model may take to read, with all its parts."""
SAID_ALOUD = "notes"


@dataclass(frozen=True)
class Example:
    """Something that happened at a kind of workplace, `place`; invented, and it names nobody."""

    place: Text
    text: Text


@dataclass(frozen=True)
class ModelPart:
    """One part of a model seen closer: a level, a culture, a mechanism, a practice.

    `culture` and `regressed` are letters of the culture profile, which then says name, meaning, keywords and the rest
    in one place; "" for none. `group` is the heading that several parts share; `signs` are what to look for.
    """

    id: str
    name: Text | None
    definition: Text | None
    culture: str
    regressed: str
    group: Text | None
    keywords: tuple[Text, ...]
    signs: tuple[Text, ...]
    notes: tuple[Text, ...]
    mistaken: Text
    better: Text
    way_back: Text | None
    examples: tuple[Example, ...]
    ask: Text


@dataclass(frozen=True)
class Teaching:
    """`notes` are said aloud, one after the other, in about `minutes`; `mistaken` is what people often think."""

    minutes: int
    definition: Text
    keywords: tuple[Text, ...]
    notes: tuple[Text, ...]
    mistaken: Text
    better: Text
    examples: tuple[Example, ...]


def texts_in(piece: object) -> Iterator[Text]:
    """Every text of a piece of content, however deep, without what is only said aloud."""
    if isinstance(piece, Text):
        yield piece
    elif isinstance(piece, tuple):
        for one in piece:
            yield from texts_in(one)
    elif is_dataclass(piece):
        for field in fields(piece):
            if field.name != SAID_ALOUD:
                yield from texts_in(getattr(piece, field.name))


def minutes_to_read(piece: object, language: str) -> int:
    """Whole minutes that it takes to read, rounded; one at least."""
    words = sum(len(one.into(language).split()) for one in texts_in(piece))
    return max(1, round(words / WORDS_A_MINUTE))
