"""What is shown from which size: versioned data, never code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Least sizes (answers, unless said). `mean` is k of the tree condition."""

    version: str
    participation_invited: int
    mean: int
    spread_of_many: int
    spread_of_one: int
    distribution: int
    open_answers: int
    sensitive: int
    above_units: int
    above_answers: int
