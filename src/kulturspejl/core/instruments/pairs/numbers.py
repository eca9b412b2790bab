"""What is told about one group of people who placed themselves on six lines. None: the policy holds a number back."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.base.estimates import Estimate


@dataclass(frozen=True, slots=True)
class PairsNumbers:
    """`now` has the mean place on each line, by its number ("1"); `word` says how alike they see it. There is no total:
    no end of a line is better than the other.
    """

    now: Mapping[str, Estimate]
    word: str | None = None


@dataclass(frozen=True, slots=True)
class PairsMeans:
    """The mean places alone, by line."""

    now: Mapping[str, float]
