"""What is told about one group of people: every number that a picture, a page or a table may show.

Letters are A clan, B adhocracy, C market, D hierarchy; periods are "now" and "preferred".
None stands where a number does not exist or the policy holds it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from kulturspejl.core.instruments.allocation.form import LETTERS as LETTERS
from kulturspejl.core.instruments.base.estimates import Estimate as Estimate
from kulturspejl.core.instruments.base.estimates import Interval as Interval

DIMENSIONS = ("d1", "d2", "d3", "d4", "d5", "d6")


@dataclass(frozen=True, slots=True)
class CultureType:
    """`dominant` holds every letter of a tie ("AC"). `probability`: the chance of each to be the most common beyond
    today; `today`: among all who were asked, where some of them are silent. Under disclosure control both in whole
    percents from .01 to .99."""

    dominant: str
    strength: float
    margin: float
    probability: Mapping[str, float] | None
    congruent_dimensions: int | None
    congruence_rms: float | None
    effective_cultures: float | None
    today: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class ScoreAgreement:
    r_star: float | None
    rwg_j: float | None
    ad_mean: float | None
    ad_median: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """`random_95` is the profile r* that 95 in 100 teams of this size stay under when answering at random."""

    profile_r_star: float | None
    random_95: float | None
    scores: Mapping[str, ScoreAgreement]


@dataclass(frozen=True, slots=True)
class Composition:
    center: Mapping[str, float]
    clr: Mapping[str, float]
    z: tuple[float, float, float]
    total_variance: float | None


@dataclass(frozen=True, slots=True)
class GapTest:
    p_signflip: float | None
    p_signflip_max_t: float | None


@dataclass(frozen=True, slots=True)
class DimensionSpread:
    """`step` is close, mixed or wide (never tells unanimity); `sd` by letter only from the policy's size."""

    step: str
    sd: Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """`sums` is as on paper, mean x 6. The inner mappings of `dimensions` are by letter, outer d1 to d6.

    `answers_to_flip` has the fewest further answers that could turn "dominance" and "gap" (the largest).
    `preferred`, `gap` are None where no preferred profile was asked. All periods stand on the same persons.
    """

    now: Mapping[str, Estimate]
    preferred: Mapping[str, Estimate] | None
    gap: Mapping[str, Estimate] | None
    sums: Mapping[str, Mapping[str, float]]
    dimensions: Mapping[str, Mapping[str, Mapping[str, float]]]
    dimension_spread: Mapping[str, Mapping[str, DimensionSpread]]
    type: Mapping[str, CultureType]
    agreement: Mapping[str, Agreement]
    composition: Mapping[str, Composition]
    aitchison_distance: float | None
    gap_tests: Mapping[str, GapTest] | None
    smallest_visible_gap: float | None
    points_to_move: float | None
    answers_to_flip: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class Means:
    """Mean points by letter, where nothing more is told."""

    now: Mapping[str, float]
    preferred: Mapping[str, float] | None


NO_AGREEMENT = Agreement(None, None, dict.fromkeys(LETTERS, ScoreAgreement(None, None, None, None)))
NO_TEST = dict.fromkeys(LETTERS, GapTest(None, None))
NO_COMPOSITION = dict.fromkeys(field.name for field in fields(Composition))
"""In data what is not told has its place all the same, with nothing in it."""
