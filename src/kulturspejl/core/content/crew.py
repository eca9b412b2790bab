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
    """From the parsed [practice] table; English where it does not have the language."""
    base = language.partition("-")[0]
    key = base if base in table["lines"] else "en"
    return CrewTexts(tuple(table["names"]), tuple(table["workplaces"][key]), tuple(table["lines"][key]))
