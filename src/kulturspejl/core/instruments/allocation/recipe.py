"""By what rules the numbers of an allocation were made, for whoever makes them again."""

from kulturspejl.core import statistics as s
from kulturspejl.core.instruments.base.telling import Floor
from kulturspejl.core.statistics.bootstrap import DRAWS, LARGEST
from kulturspejl.core.statistics.bootstrap import SEED as BOOTSTRAP_SEED
from kulturspejl.core.statistics.composition import ZERO_SHARE
from kulturspejl.core.statistics.first import POINTS
from kulturspejl.core.statistics.limit import LARGE
from kulturspejl.core.statistics.permutation import DRAWS as FLIPS
from kulturspejl.core.statistics.permutation import EXACT_PEOPLE


def recipe(total: int, preferred_form: str | None, floor: Floor | None) -> dict[str, str]:
    """By what rules the numbers were made, so that anybody can make them again from an export."""
    return {
        "persons": "now, preferred and gap of the same persons"
        if floor is not None
        else "now and preferred each of its own persons, gap of complete pairs",
        "score": "mean over valid dimensions, at least 4 of 6",
        "total": f"{total} points a dimension",
        "preferred": preferred_form or "not asked",
        "interval": "Student's t, 95 %; finite: times sqrt(1 - n/N); bounds: the silent give 0 or all points; "
        "shown: t within the scale; today: finite within bounds and scale",
        "null": f"allocation, all equally likely, variance {s.allocation_null(total):g}",
    } | (_with_floor(total, floor) if floor is not None else _without_floor(total))


def _with_floor(total: int, floor: Floor) -> dict[str, str]:
    return {
        "least_sd": f"{floor.least_sd * total:g}",
        "floor": f"every standard deviation at least that, in each group that subtraction can "
        "reach; wider pictures are put together from those. Spreads stand only where "
        f"{floor.between} people or more, or none, are between a picture and those inside it",
        "probability": f"means of n people by the trivariate t, n - 1 degrees of freedom, over {POINTS} even points; "
        "whole percents, 1 to 99",
    }


def _without_floor(total: int) -> dict[str, str]:
    return {
        "bootstrap": f"all resamples written out to n = {LARGEST}, above {DRAWS} draws from seed {BOOTSTRAP_SEED}, "
        f"above {LARGE} people of their normal law",
        "sign_flip": f"all signs written out to n = {EXACT_PEOPLE}, above {FLIPS} draws from seed {BOOTSTRAP_SEED}, "
        f"above {LARGE} people of the {LARGE} largest gaps and of the normal law of the rest",
        "zero": f"{ZERO_SHARE * 0.5 / total:g} of the whole instead of 0, in logarithms only",
    }
