"""The few words that a picture itself carries, in Danish and English."""

from collections.abc import Mapping
from typing import Literal

LANGUAGES = ("da", "en")
Edge = Literal["up", "down", "left", "right"]

_WORDS: Mapping[str, Mapping[str, str]] = {
    "of": {"da": "af", "en": "of"},
    "points_out_of": {"da": "Point ud af {total}", "en": "Points out of {total}"},
    "culture": {"da": "Kultur", "en": "Culture"},
    "mean": {"da": "Gennemsnit", "en": "Mean"},
    "between": {"da": "Mellem", "en": "Between"},
    "dimension": {"da": "Dimension", "en": "Dimension"},
    "now": {"da": "Nu", "en": "Now"},
    "preferred": {"da": "Ønsket", "en": "Preferred"},
    "up": {"da": "Fleksibilitet og frihed", "en": "Flexibility and freedom"},
    "down": {"da": "Stabilitet og styring", "en": "Stability and control"},
    "left": {"da": "Blikket indad", "en": "Looking inward"},
    "right": {"da": "Blikket udad", "en": "Looking outward"},
}


def say(word: str, lang: str) -> str:
    """One word of the pictures. Raises KeyError for an unknown word or language."""
    return _WORDS[word][lang]


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
