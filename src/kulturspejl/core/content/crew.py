"""The robots of a practice room as data: what they are called, where they work, and what they may write."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CrewTexts:
    """One language's words; `lines` are short notes that fit any question."""

    names: tuple[str, ...]
    workplaces: tuple[str, ...]
    lines: tuple[str, ...]


def crew_texts(table: Mapping[str, Any], language: str) -> CrewTexts:
    """From the parsed [practice] table; English where the language is neither Danish nor English."""
    key = "da" if language.startswith("da") else "en"
    return CrewTexts(tuple(table["names"]), tuple(table["workplaces"][key]), tuple(table["lines"][key]))
