"""Kinds of answers that a round can ask for. A kind is one folder here, and stands in this list."""

from collections.abc import Callable, Mapping

from kulturspejl.core.instruments.allocation.asked import ALLOCATION as ALLOCATION
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.core.instruments.base.asked import Asked
from kulturspejl.core.instruments.pairs.asked import PAIRS as PAIRS
from kulturspejl.core.instruments.pairs.asked import AskedPlaces
from kulturspejl.core.instruments.scale.asked import SCALE as SCALE
from kulturspejl.core.instruments.scale.asked import AskedSteps

ASKED: Mapping[str, Callable[[int, str | None], Asked]] = {
    ALLOCATION: AskedPoints, SCALE: AskedSteps, PAIRS: AskedPlaces,
}  # fmt: skip
"""By the word that stands in an instrument's TOML: from points a question and the form of what is wished for."""


def asked_of(kind: str, total: int, form: str | None) -> Asked:
    """A kind of answers without the words of its sentences. KeyError for an unknown kind."""
    return ASKED[kind](total, form)
