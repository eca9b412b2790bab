"""Everyday words for the card that brings somebody back into a room.

The first word says who has chosen the six: a word at an even place of the list was chosen by the phone, which never
sends it anywhere; one at an odd place by the server, where the phone could not. So no phone has to ask the server.
"""

import tomllib
from functools import cache
from importlib.resources import files
from random import Random

HOW_MANY = 512
ON_A_CARD = 6
"""One of 256 and five of 512: 53 bits, for one room, for a month, with wrong guesses slowed."""


@cache
def words_in(language: str) -> tuple[str, ...]:
    """The words of a language, in its alphabet's order; English where there are none."""
    table = tomllib.loads((files("kulturspejl.content") / "words.toml").read_text(encoding="utf-8"))["words"]
    return tuple(table.get(language.partition("-")[0], table["en"]).split())


def six_words(language: str, rng: Random) -> str:
    """Six of them with a space between, as the server chooses them."""
    words = words_in(language)
    return " ".join([rng.choice(words[1::2]), *(rng.choice(words) for _ in range(ON_A_CARD - 1))])
