"""From the answers of a group to its moments: after this nothing sees an answer."""

from kulturspejl.core.instruments.allocation.respondents import Respondents
from kulturspejl.core.statistics.moments import Moments, squares_of


def moments_of(group: Respondents, floor: float) -> Moments:
    """Of one group that no subtraction divides; `floor` is the least standard deviation, 0 for none.

    Without a floor there is no `joint`: where all agree, it has no room. ValueError where there is nobody.
    """
    if not len(group):
        raise ValueError("nobody has no moments")
    scores = {
        period: squares_of(values, floor, is_joint=floor > 0 and period != "gap")
        for period, values in group.scores().items()
    }
    blocks = {"now": group.now, "preferred": group.wished} if group.is_complete else {}
    return Moments(
        n=len(group),
        scores=scores,
        dimensions={
            period: squares_of(found.reshape(len(found), -1), floor)
            for period, found in blocks.items()
            if found is not None and found.ndim == 3
        },
        is_drawn=group.wished is not None and group.wished.ndim == 2,
    )
