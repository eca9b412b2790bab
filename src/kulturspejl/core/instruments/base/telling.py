"""How much may be told of a group: disclosure decides it from counts, and each kind of answers takes out the rest."""

from dataclasses import dataclass
from enum import StrEnum


class Telling(StrEnum):
    """What stays of a group's numbers, from nothing to all."""

    NOTHING = "nothing"
    FEW = "few"
    """Of three or four people whose own file it is: the means alone, for nothing can be read out of so few."""
    MEANS = "means"
    """What stands on counts and means: no spread, and nothing that is made of one."""
    WORDS = "words"
    """Single questions tell how far apart people are in words alone."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Floor:
    """Under disclosure control: the least standard deviation, as a share of the points a question, and the least number
    of people between two published groups that both tell how far apart people are."""

    least_sd: float
    between: int
