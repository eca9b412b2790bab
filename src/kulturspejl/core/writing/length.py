"""What is said of words that have no room: one sentence, wherever they were typed."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

TOO_LONG = Text(
    da="Gør teksten kortere: der er plads til {most} tegn, og den har {length}.",
    en="Make the text shorter: there is room for {most} characters, and it has {length}.",
)


def too_long(words: str, most: int) -> Text:
    """What to do with words that have more than `most` characters."""
    return filled(TOO_LONG, most=most, length=len(words))


def without_room(values: Mapping[str, str], longest: Mapping[str, int]) -> dict[str, Text]:
    """A sentence for each value that is longer than `longest` says of its name."""
    return {name: too_long(values[name], most) for name, most in longest.items() if len(values[name]) > most}
