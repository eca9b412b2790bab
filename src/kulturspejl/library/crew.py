"""The words of the robots in a practice room."""

import tomllib
from functools import cache
from importlib.resources import files

from kulturspejl.core.content.crew import CrewTexts, crew_texts


@cache
def crew_in(language: str) -> CrewTexts:
    """The robots' words in a language."""
    read = tomllib.loads((files("kulturspejl.content") / "practice.toml").read_text(encoding="utf-8"))
    return crew_texts(read["practice"], language)
