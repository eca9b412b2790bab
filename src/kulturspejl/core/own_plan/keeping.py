"""How long a plan is kept that hangs on nobody."""

from datetime import date, timedelta

KEPT_FOR = timedelta(days=270)
"""A course is half a year, and what is practised afterwards a while longer."""


def ends_on(today: date) -> date:
    """The day on which a plan that is begun today is deleted: told to its owner from the first moment."""
    return today + KEPT_FOR
