"""How alike a team places itself on six lines, in one word of three."""

from kulturspejl.core.instruments.pairs.form import WIDTH
from kulturspejl.core.instruments.scale.agreement_word import ALIKE, SOMEWHAT, VERY

ALIKE_BELOW, VERY_FROM = 0.22, 0.26
"""The root of the mean variance of the lines, as a share of their width. Of places chosen at random it is a third.
Measured in benchmarks/calibration_scale."""


def agreement_word(sd: float) -> str:
    """ALIKE, SOMEWHAT or VERY from that root, in places."""
    share = sd / WIDTH
    return VERY if share >= VERY_FROM else ALIKE if share < ALIKE_BELOW else SOMEWHAT
