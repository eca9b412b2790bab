"""What a picture shows: one line of the web is one series."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["now", "preferred", "own", "guess", "before"]


@dataclass(frozen=True, slots=True)
class Series:
    """One profile. `values` are mean points by letter (0 to total), `low` and `high` an interval.

    `kind` chooses line, marker and colour: now, preferred, the leader's own answer, the leader's guess, an earlier
    round.
    """

    name: str
    kind: Kind
    values: Mapping[str, float]
    low: Mapping[str, float] | None = None
    high: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One of the six dimensions: its label and the mean points by letter."""

    name: str
    now: Mapping[str, float]
    preferred: Mapping[str, float] | None = None
