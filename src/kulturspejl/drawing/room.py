"""The room that a picture has on the wall, in pixels of a screen of 1280 by 720."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room that a picture has."""

    width: float
    height: float


FULL = Canvas(1216.0, 480.0)
"""Under the step's name and its question."""
HALF = Canvas(690.0, 520.0)
"""Beside what is agreed on."""
