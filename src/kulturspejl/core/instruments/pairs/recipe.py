"""By what rules the numbers of six lines were made, for whoever makes them again."""

from kulturspejl.core.instruments.base.telling import Floor
from kulturspejl.core.instruments.pairs.agreement_word import ALIKE_BELOW, VERY_FROM
from kulturspejl.core.instruments.pairs.form import LEAST, PLACES
from kulturspejl.core.instruments.scale.form import WIDE


def recipe(floor: Floor | None) -> dict[str, str]:
    """So that anybody can make the numbers again from an export."""
    said = {
        "persons": "whole answers only",
        "score": "the mean place on each line; no total",
        "total": f"places {LEAST} to {PLACES}",
        "interval": "Student's t, 95 %; finite: times sqrt(1 - n/N); bounds: the silent give the first or the last "
        "place; shown: t within the line; today: finite within bounds and line",
        "word": f"root of the mean variance of the lines: alike under {ALIKE_BELOW:g} of their width, very different "
        f"from {VERY_FROM:g}",
    }
    if floor is None:
        return said
    return said | {
        "least_sd": f"{floor.least_sd * WIDE:g}",
        "floor": "every standard deviation at least that, in each group that subtraction can reach; wider pictures are "
        "put together from those. A line tells its spread as a single question does: only where "
        f"{floor.between} people or more, or none, are between a picture and those inside it",
    }
