"""Everyday words for the card that brings somebody back into a room."""

import tomllib
from functools import cache
from importlib.resources import files
from random import Random

HOW_MANY = 256
ON_A_CARD = 6
"""Six of 256: 48 bits, for one room, for a day, with wrong guesses slowed."""


@cache
def words_in(language: str) -> tuple[str, ...]:
    """The words of a language, sorted; English where it is neither Danish nor English."""
    table = tomllib.loads((files("kulturspejl.content") / "words.toml").read_text(encoding="utf-8"))["words"]
    return tuple(table["da" if language.startswith("da") else "en"].split())


def six_words(language: str, rng: Random) -> str:
    """Six of them with a space between."""
    return " ".join(rng.choice(words_in(language)) for _ in range(ON_A_CARD))
