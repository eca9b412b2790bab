"""Words in Danish and English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    da: str
    en: str

    def into(self, language: str) -> str:
        """The text in `language`: "da" or "en" (also "en-gb"); Danish where the language is neither."""
        return self.en if language.lower().startswith("en") else self.da
