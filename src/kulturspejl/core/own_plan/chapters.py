"""Which chapter of a development plan is next on a day of a course."""

BEGIN, AGAIN, AT_THE_END = 1, 2, 3


def chapter_at(place: int, days: int) -> int:
    """The chapter at the day at `place`, counted from 0, of a course of so many days.

    The last day closes the plan, the one before it opens it again, and on any earlier one it is begun. The first day
    of all begins it, also where it is the last but one, or the only one.
    """
    if place <= 0:
        return BEGIN
    return {1: AT_THE_END, 2: AGAIN}.get(days - place, BEGIN)
