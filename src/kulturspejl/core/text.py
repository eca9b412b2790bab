"""Words in languages: Danish and English always, and any other that somebody has written.

What content says stands in its files, a language beside the other. What the program itself says stands in the code in
Danish and English; a further language comes as a catalogue (`learn`), as the texts of the pages have it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

REQUIRED = ("da", "en")
OTHERWISE = "da"
"""What is said where a language is not held."""
CODE = re.compile(r"[a-z]{2,3}(-[a-z]{2,4})?")
"""A language as files and catalogues name it: "de", "pt-br"."""
Catalogue = Callable[[str], str]
"""From an English sentence to the same in another language; "" where it has none."""
_CATALOGUES: dict[str, Catalogue] = {}


def learn(language: str, catalogue: Catalogue) -> None:
    """From now on the program's own sentences have `language` too. Told once, when the program starts."""
    _CATALOGUES[language] = catalogue


def known() -> tuple[str, ...]:
    """The languages in which the program can speak."""
    return (*REQUIRED, *(one for one in _CATALOGUES if one not in REQUIRED))


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Text:
    """One text by language: `Text(da="…", en="…")`, with `de="…"` and the like where they are written."""

    words: Mapping[str, str]

    def __init__(self, da: str, en: str, **others: str) -> None:
        object.__setattr__(self, "words", {"da": da, "en": en, **others})

    @property
    def da(self) -> str:
        """The text in Danish."""
        return self.words["da"]

    @property
    def en(self) -> str:
        """The text in English."""
        return self.words["en"]

    @property
    def languages(self) -> tuple[str, ...]:
        """Those it is written in, Danish and English first, and those whose catalogue has it."""
        learned = [one for one in _CATALOGUES if one not in self.words and self._learned(one)]
        return (*self.words, *learned)

    def into(self, language: str) -> str:
        """The text in `language` ("en"; "en-gb" is English where British is not held); else as OTHERWISE."""
        if language in self.words:
            return self.words[language]
        code = language.lower()
        for one in (code, code.partition("-")[0]):
            if one in self.words:
                return self.words[one]
            if said := self._learned(one):
                return said
        return self.words[OTHERWISE]

    def each(self, change: Callable[[str, str], str]) -> "Text":
        """The text with `change(words, language)` in the place of its words, in every language that it has."""
        return Text(**{language: change(self.into(language), language) for language in self.languages})

    def _learned(self, language: str) -> str:
        return _CATALOGUES[language](self.en) if self.en and language in _CATALOGUES else ""

    def __hash__(self) -> int:
        return hash(frozenset(self.words.items()))

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{language}={words!r}' for language, words in self.words.items())})"


NOTHING = Text(da="", en="")


def written(raw: Mapping[str, Any]) -> dict[str, str]:
    """What a file says in languages, without what is none and without empty words: {"da": "…", "en": "…"}."""
    found = {language: said.strip() for language, said in raw.items() if isinstance(said, str)}
    return {language: said for language, said in found.items() if said and CODE.fullmatch(language)}


def in_common(texts: Iterable[Text]) -> tuple[str, ...]:
    """The languages that all of them have, so that no sentence is half in one and half in another.

    A text that says nothing says it in every language.
    """
    found = [set(one.languages) for one in texts if any(one.words.values())]
    rest = set.intersection(*found) - set(REQUIRED) if found else set()
    return (*REQUIRED, *sorted(rest))


def joined(texts: Iterable[Text], between: str = " ") -> Text:
    """The texts one after the other, in the languages that all of them have; what says nothing takes no room."""
    found = [one for one in texts if any(one.words.values())]
    return Text(**{language: between.join(one.into(language) for one in found) for language in in_common(found)})
