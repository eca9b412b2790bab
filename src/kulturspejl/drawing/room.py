"""The room that a picture has on the wall, in pixels of a screen of 1280 by 720."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room that a picture has."""

    width: float
    height: float
