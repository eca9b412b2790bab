"""Words in languages: Danish and English always, and any other that somebody has written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

REQUIRED = ("da", "en")
OTHERWISE = "da"
"""What is said where a language is not held."""


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

    def into(self, language: str) -> str:
        """The text in `language` ("en"; "en-gb" is English where British is not held); else as OTHERWISE."""
        code = language.lower()
        return self.words[next((one for one in (code, code.partition("-")[0]) if one in self.words), OTHERWISE)]

    def each(self, change: Callable[[str, str], str]) -> "Text":
        """The text with `change(words, language)` in the place of its words, in every language that it has."""
        return Text(**{language: change(words, language) for language, words in self.words.items()})

    def __hash__(self) -> int:
        return hash(frozenset(self.words.items()))

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{language}={words!r}' for language, words in self.words.items())})"


NOTHING = Text(da="", en="")


def in_common(texts: Iterable[Text]) -> tuple[str, ...]:
    """The languages that all of them have, so that no sentence is half in one and half in another.

    A text that says nothing says it in every language.
    """
    found = [one for one in texts if any(one.words.values())] or [NOTHING]
    return tuple(language for language in found[0].words if all(language in one.words for one in found))


def joined(texts: Iterable[Text], between: str = " ") -> Text:
    """The texts one after the other, in the languages that all of them have; what says nothing takes no room."""
    found = [one for one in texts if any(one.words.values())]
    return Text(**{language: between.join(one.words[language] for one in found) for language in in_common(found)})
