"""By what rules the numbers of a scale were made, for whoever makes them again."""

from kulturspejl.core.instruments.base.telling import Floor
from kulturspejl.core.instruments.scale.agreement_word import ALIKE_BELOW, VERY_FROM
from kulturspejl.core.instruments.scale.form import LEAST


def recipe(most: int, form: str | None, floor: Floor | None, width: float) -> dict[str, str]:
    """So that anybody can make the numbers again from an export; the floor is a share of `width`."""
    said = {
        "persons": "whole answers only",
        "score": "a person's mean over the statements",
        "total": f"steps {LEAST} to {most}",
        "preferred": form or "not asked",
        "interval": "Student's t, 95 %; finite: times sqrt(1 - n/N); bounds: the silent give the lowest or the highest "
        "step; shown: t within the scale; today: finite within bounds and scale",
        "word": f"standard deviation of the scores: alike under {ALIKE_BELOW:g} of the width of the scale, very "
        f"different from {VERY_FROM:g}, or where the statements agree no better than 95 of 100 teams who throw blindly",
    }
    if floor is None:
        return said
    return said | {
        "least_sd": f"{floor.least_sd * width:g}",
        "floor": "every standard deviation at least that, in each group that subtraction can reach; wider pictures are "
        "put together from those. A scale tells its spread as a single question does: only where "
        f"{floor.between} people or more, or none, are between a picture and those inside it",
    }
