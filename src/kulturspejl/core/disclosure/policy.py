"""What is shown from which size: versioned data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

LEAST = 5
"""No policy and no organisation goes below five answers; k may be raised."""

LEAST_APART = 8
"""Nor does any show a spread of single questions from fewer, or leave fewer between two groups that tell theirs."""

LEAST_SD = 0.07
"""Nor does any tell of people closer together than this share of the points a question: 0.7 of 10. With half a point
one person's answer would be known to within a quarter of the scale in teams of five to eight."""

OFF = "off"


@dataclass(frozen=True, slots=True)
class Policy:
    """Least number of answers (unless said) from which a kind of number is shown. `mean` is k of the plan.

    `least_sd` is the floor: the least standard deviation, as a share of the points a question. `spread_between` is the
    least number of people between two published groups that both tell how far apart people are (else 0).
    """

    version: str
    participation_invited: int
    nearly_all: float
    mean: int
    spread_of_many: int
    spread_of_one: int
    distribution: int
    open_answers: int
    sensitive: int
    above_units: int
    above_answers: int
    least_sd: float = LEAST_SD
    spread_between: int = LEAST_APART

    def raised_to(self, k: int) -> "Policy":
        """The same policy with no size below `k`. ValueError where k lies under the policy's own."""
        if k < self.mean:
            raise ValueError(f"k may be raised, never lowered: {k} is under {self.mean}")
        sizes = {name: max(k, getattr(self, name)) for name in _ANSWERS}
        return replace(self, **sizes)

    @property
    def is_on(self) -> bool:
        return self.version != OFF


_ANSWERS = (
    "participation_invited",
    "mean",
    "spread_of_many",
    "spread_of_one",
    "distribution",
    "open_answers",
    "sensitive",
    "above_answers",
    "spread_between",
)
_APART = ("spread_of_one", "distribution", "spread_between")

WITHOUT_CONTROL = Policy(OFF, 1, 0.8, 1, 5, 5, 5, 1, 1, 1, 1, least_sd=0.0, spread_between=1)
"""For a file whose owner reads all of it anyway. Below five answers a mean only, by statistics."""


def parse_policy(table: Mapping[str, Any]) -> Policy:
    """A policy from its parsed TOML. ValueError names the key that is missing, unknown, or under its least.

    A table from before the floor says nothing of it: it gets the least there is.
    """
    names = [field.name for field in fields(Policy)]
    newer = {"least_sd": table.get("least_sd", LEAST_SD), "spread_between": LEAST_APART}
    given = {"version": table.get("version"), "nearly_all": table.get("nearly_all"), **newer}
    given |= table.get("shown_from", {})
    if wrong := sorted(set(names) ^ {name for name, value in given.items() if value is not None}):
        raise ValueError(f"policy: missing or unknown {', '.join(wrong)}")
    for name in _ANSWERS:
        least = LEAST_APART if name in _APART else LEAST
        if not isinstance(given[name], int) or given[name] < least:
            raise ValueError(f"policy: {name} must be a whole number, at least {least}")
    if not isinstance(given["least_sd"], float) or not LEAST_SD <= given["least_sd"] < 1:
        raise ValueError(f"policy: least_sd must be a share of the points, at least {LEAST_SD}")
    if not isinstance(given["version"], str) or given["version"] == OFF:
        raise ValueError(f"policy: version must be a text other than {OFF!r}")
    return Policy(**given)
