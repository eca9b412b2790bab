"""Numbers that a leader of eight can trust, one concept a file."""

from kulturspejl.core.statistics.agreement import (
    ByGroup,
    ad_mean,
    ad_median,
    awg,
    r_star,
    r_star_j,
    rwg,
    rwg_j,
    rwg_j_of,
)
from kulturspejl.core.statistics.allocation import (
    profile_r_star,
    profile_r_star_of,
    profile_r_stars_of,
    random_allocations,
    random_profile_r_star,
)
from kulturspejl.core.statistics.anova import IccResult, icc, icc_of, unit_reliability
from kulturspejl.core.statistics.bootstrap import Resamples, bootstrap, chance_of_most, exact_bootstrap
from kulturspejl.core.statistics.composition import (
    aitchison_distance,
    closure,
    clr,
    compositional_center,
    total_variance,
    z_axes,
    zero_replace,
)
from kulturspejl.core.statistics.first import chance_of_first, chances_of_first, chances_of_first_today
from kulturspejl.core.statistics.intervals import (
    bounds_of,
    exact_sd,
    exact_sds,
    finite_factor,
    finite_interval,
    interval_of,
    nonresponse_bounds,
    t_interval,
    t_quantile,
)
from kulturspejl.core.statistics.nulls import (
    HEAVY_SKEW,
    MODERATE_SKEW,
    SLIGHT_SKEW,
    allocation_null,
    uniform_null,
)
from kulturspejl.core.statistics.permutation import SignFlip, permutation_between, sign_flip
from kulturspejl.core.statistics.power import PLANNED_POWER, smallest_visible_gap
from kulturspejl.core.statistics.welch import WelchResult, welch

__all__ = [
    "HEAVY_SKEW",
    "MODERATE_SKEW",
    "PLANNED_POWER",
    "SLIGHT_SKEW",
    "ByGroup",
    "IccResult",
    "Resamples",
    "SignFlip",
    "WelchResult",
    "ad_mean",
    "ad_median",
    "aitchison_distance",
    "allocation_null",
    "awg",
    "bootstrap",
    "bounds_of",
    "chance_of_first",
    "chance_of_most",
    "chances_of_first",
    "chances_of_first_today",
    "closure",
    "clr",
    "compositional_center",
    "exact_bootstrap",
    "exact_sd",
    "exact_sds",
    "finite_factor",
    "finite_interval",
    "icc",
    "icc_of",
    "interval_of",
    "nonresponse_bounds",
    "permutation_between",
    "profile_r_star",
    "profile_r_star_of",
    "profile_r_stars_of",
    "r_star",
    "r_star_j",
    "random_allocations",
    "random_profile_r_star",
    "rwg",
    "rwg_j",
    "rwg_j_of",
    "sign_flip",
    "smallest_visible_gap",
    "t_interval",
    "t_quantile",
    "total_variance",
    "uniform_null",
    "unit_reliability",
    "welch",
    "z_axes",
    "zero_replace",
]
