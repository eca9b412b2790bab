"""What is shown from which size: versioned data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

LEAST = 5
"""No policy and no organisation goes below five answers; k may be raised."""

OFF = "off"


@dataclass(frozen=True, slots=True)
class Policy:
    """Least number of answers (unless said) from which a kind of number is shown. `mean` is k of the plan."""

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
)

WITHOUT_CONTROL = Policy(OFF, 1, 0.8, 1, 5, 5, 5, 1, 1, 1, 1)
"""For a file whose owner reads all of it anyway. Below five answers a mean only, by statistics."""


def parse_policy(table: Mapping[str, Any]) -> Policy:
    """A policy from its parsed TOML. ValueError names the key that is missing, unknown, or under five."""
    names = [field.name for field in fields(Policy)]
    shown = dict(table.get("shown_from", {}))
    given = {"version": table.get("version"), "nearly_all": table.get("nearly_all"), **shown}
    if wrong := sorted(set(names) ^ {name for name, value in given.items() if value is not None}):
        raise ValueError(f"policy: missing or unknown {', '.join(wrong)}")
    for name in _ANSWERS:
        if not isinstance(given[name], int) or given[name] < LEAST:
            raise ValueError(f"policy: {name} must be a whole number, at least {LEAST}")
    if not isinstance(given["version"], str) or given["version"] == OFF:
        raise ValueError(f"policy: version must be a text other than {OFF!r}")
    return Policy(**given)
