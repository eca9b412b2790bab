"""The few words that a picture itself carries, in Danish and English."""

from collections.abc import Mapping
from typing import Literal

from kulturspejl.core.text import Text

Edge = Literal["up", "down", "left", "right"]

_WORDS: Mapping[str, Text] = {
    "of": Text("af", "of"),
    "points_out_of": Text("Point ud af {total}", "Points out of {total}"),
    "culture": Text("Kultur", "Culture"),
    "mean": Text("Gennemsnit", "Mean"),
    "between": Text("Mellem", "Between"),
    "dimension": Text("Dimension", "Dimension"),
    "now": Text("Nu", "Now"),
    "preferred": Text("Ønsket", "Preferred"),
    "goal": Text("Mål", "Goal"),
    "up": Text("Fleksibilitet og frihed", "Flexibility and freedom"),
    "down": Text("Stabilitet og styring", "Stability and control"),
    "left": Text("Blikket indad", "Looking inward"),
    "right": Text("Blikket udad", "Looking outward"),
}


def say(word: str, lang: str) -> str:
    """One word of the pictures. Raises KeyError for an unknown word."""
    return _WORDS[word].into(lang)


def inside(label: str) -> str:
    """A label inside a sentence: small first letter, but an abbreviation stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def sentence_case(text: str) -> str:
    """A capital to begin with."""
    return text[:1].upper() + text[1:]


def edges(lang: str) -> dict[Edge, str]:
    """The two axes of the Competing Values Framework, by the edge where each end stands."""
    return {
        "up": say("up", lang),
        "down": say("down", lang),
        "left": say("left", lang),
        "right": say("right", lang),
    }
