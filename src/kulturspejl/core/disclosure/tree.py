"""A frozen tree of units with the people who answered attached directly to each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Tree:
    """`parent` maps a unit to its parent (None at a root); `direct` counts respondents attached to the unit itself."""

    parent: Mapping[str, str | None]
    direct: Mapping[str, int]
