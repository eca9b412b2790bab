"""What the instrument says of cultures and dimensions, in the reader's language."""

from dataclasses import dataclass

from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.faces.shared.templatetags.saying import language, say


@dataclass(frozen=True)
class CultureCard:
    """One of the four cultures: what it gives and what to watch. `name` is in everyday words, with its `term` or ""."""

    letter: str
    name: str
    term: str
    text: str
    keywords: list[str]
    leadership: list[str]
    gift: str
    watch: str


@dataclass(frozen=True)
class Slip:
    """What a culture may turn into under pressure. A question beside what is most common, never a verdict."""

    culture: str
    name: str
    signs: list[str]
    no_room_for: list[str]


def names_of(instrument: AllocationInstrument) -> CultureNames:
    """What the four are called, in the reader's language."""
    return instrument.names(language())


def cards_of(instrument: AllocationInstrument) -> list[CultureCard]:
    """The four cultures, A to D."""
    found = []
    for letter in instrument.letters:
        one = instrument.cultures[letter]
        found.append(
            CultureCard(
                letter=letter, name=say(one.called), term=say(one.term) if one.term else "", text=say(one.text),
                keywords=[say(word) for word in one.keywords],
                leadership=[say(word) for word in one.leadership], gift=say(one.gift), watch=say(one.watch),
            )
        )  # fmt: skip
    return found


def slips_of(instrument: AllocationInstrument, dominant: str, names: CultureNames) -> list[Slip]:
    """The regressed form of what is most common, or of each where it is a tie."""
    return [
        Slip(
            culture=names.quoted[letter], name=say(one.name), signs=[say(sign) for sign in one.signs],
            no_room_for=[say(word) for word in one.no_room_for],
        )
        for letter in dominant
        if (one := instrument.regressed.get(letter)) is not None
    ]  # fmt: skip


def dimensions_of(instrument: AllocationInstrument) -> list[str]:
    """The names of the six dimensions, d1 to d6."""
    return [say(one.label) for one in instrument.dimensions]


def guide_of(instrument: Instrument) -> list[str]:
    """Questions for a conversation without numbers."""
    return [say(question) for question in instrument.guide]
