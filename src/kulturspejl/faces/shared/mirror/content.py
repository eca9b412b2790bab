"""What the instrument says of cultures and dimensions, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.profile.numbers import LETTERS
from kulturspejl.faces.shared.templatetags.saying import say


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


def labels_of(instrument: AllocationInstrument) -> dict[str, str]:
    """Letter -> the culture's name."""
    return {letter: say(instrument.cultures[letter].name) for letter in LETTERS}


def called_of(instrument: AllocationInstrument) -> dict[str, str]:
    """Letter -> what the culture is called in everyday words."""
    return {letter: say(instrument.cultures[letter].called) for letter in LETTERS}


def terms_of(instrument: AllocationInstrument) -> dict[str, str]:
    """Letter -> the term that stands in grey beside it; only where the culture has everyday words."""
    found = {letter: instrument.cultures[letter].term for letter in LETTERS}
    return {letter: say(term) for letter, term in found.items() if term}


def cards_of(instrument: AllocationInstrument) -> list[CultureCard]:
    """The four cultures, A to D."""
    found = []
    for letter in LETTERS:
        one = instrument.cultures[letter]
        found.append(
            CultureCard(
                letter=letter, name=say(one.called), term=say(one.term) if one.term else "", text=say(one.text),
                keywords=[say(word) for word in one.keywords],
                leadership=[say(word) for word in one.leadership], gift=say(one.gift), watch=say(one.watch),
            )
        )  # fmt: skip
    return found


def slips_of(instrument: AllocationInstrument, dominant: str, labels: Mapping[str, str]) -> list[Slip]:
    """The regressed form of what is most common, or of each where it is a tie."""
    return [
        Slip(
            culture=labels[letter], name=say(one.name), signs=[say(sign) for sign in one.signs],
            no_room_for=[say(word) for word in one.no_room_for],
        )
        for letter in dominant
        if (one := instrument.regressed.get(letter)) is not None
    ]  # fmt: skip


def dimensions_of(instrument: AllocationInstrument) -> list[str]:
    """The names of the six dimensions, d1 to d6."""
    return [say(one.label) for one in instrument.dimensions]


def guide_of(instrument: AllocationInstrument) -> list[str]:
    """Questions for a conversation without numbers."""
    return [say(question) for question in instrument.guide]
