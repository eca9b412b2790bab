"""From how many answers a part is shown."""

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import Least
from kulturspejl.core.permissions.visibility import Visibility

FEWEST_LINES = 3
"""Unsigned notes of a class: under three, a line has an author."""


def least_for(part: Part, policy: Policy) -> int:
    """How many must have answered before the part is shown."""
    least = part.picture.least if part.picture else Least.MEAN
    if least is Least.WORDS and part.visibility is Visibility.TEAM:
        return 1 if part.is_of_group else FEWEST_LINES  # One writes what a whole group has agreed on: nobody stands behind it.
    if least is Least.WORDS:
        return policy.open_answers
    return policy.distribution if least is Least.COUNTS else policy.mean
