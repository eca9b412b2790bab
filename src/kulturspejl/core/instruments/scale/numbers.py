"""What is told about one group of people who answered on a scale. None stands where the policy holds a number back."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.base.estimates import Estimate


@dataclass(frozen=True, slots=True)
class ScaleNumbers:
    """`now`, `preferred` (the goal) and `gap` of the score, a person's mean over the statements, in steps.

    `items` has the mean of each statement, by period and then by its number ("1"); empty where the score is the one
    statement there is. `word` says how alike they see it now. How far apart they are in single statements is no number
    here: on five steps it would tell a team of one mind from one where somebody is a step away.
    """

    now: Estimate
    items: Mapping[str, Mapping[str, float]]
    preferred: Estimate | None = None
    gap: Estimate | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class ScaleMeans:
    """The means of the score alone, in steps."""

    now: float
    preferred: float | None = None
