"""When somebody is reminded of what they practise: the chosen weekday, six weeks, and no more."""

from datetime import date, timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text

WEEKS = 6
A_WEEK = timedelta(days=7)
WORKING_DAYS = range(5)
CHOOSE = Text(da="Vælg en dag fra mandag til fredag.", en="Choose a day from Monday to Friday.")


def first_day(weekday: int, today: date) -> date:
    """The first of the days, after today; `weekday` is 0 for Monday to 4. Raises Faulty."""
    if weekday not in WORKING_DAYS:
        raise Faulty(CHOOSE, {"weekday": CHOOSE})
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def days_from(first: date) -> list[date]:
    """The six days, a week between each."""
    return [first + week * A_WEEK for week in range(WEEKS)]
