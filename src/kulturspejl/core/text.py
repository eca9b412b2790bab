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
        return self.words["da"]

    @property
    def en(self) -> str:
        return self.words["en"]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is written in, Danish and English first."""
        return tuple(self.words)

    def into(self, language: str) -> str:
        """The text in `language` ("en"; "en-gb" is English where British is not held); else as OTHERWISE."""
        code = language.lower()
        return self.words.get(code) or self.words.get(code.partition("-")[0]) or self.words[OTHERWISE]

    def each(self, change: Callable[[str, str], str]) -> "Text":
        """The text with `change(words, language)` in the place of its words, in every language that it has."""
        return Text(**{language: change(words, language) for language, words in self.words.items()})

    def filled(self, **places: object) -> "Text":
        """The text with its {places} filled in, as `str.format` does it. A place that is a text is said in the language
        around it, and what not all of them are written in is left out: no sentence is half in one, half in another."""
        texts = [self, *(one for one in places.values() if isinstance(one, Text))]
        return Text(
            **{language: self.words[language].format(**_said(places, language)) for language in in_common(texts)}
        )

    def __hash__(self) -> int:
        return hash(frozenset(self.words.items()))

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{language}={words!r}' for language, words in self.words.items())})"


def in_common(texts: Iterable[Text]) -> tuple[str, ...]:
    """The languages in which all of them are written; Danish and English of none."""
    found = list(texts)
    first = found[0].languages if found else REQUIRED
    return tuple(language for language in first if all(language in one.words for one in found))


def joined(texts: Iterable[Text], between: str = " ") -> Text:
    """The texts one after the other, in the languages that all of them have; what is empty takes no room."""
    found = list(texts)
    return Text(
        **{
            language: between.join(one.words[language] for one in found if one.words[language])
            for language in in_common(found)
        }
    )


def _said(places: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: one.words[language] if isinstance(one, Text) else one for name, one in places.items()}
