"""When somebody is reminded of what they practise: the chosen weekday, six weeks, and no more."""

from datetime import date, timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text

WEEKS = 6
A_WEEK = timedelta(days=7)
WORKING_DAYS = range(5)
CHOOSE = Text(da="Vælg en dag fra mandag til fredag.", en="Choose a day from Monday to Friday.")


def days_of(weekday: int, today: date) -> list[date]:
    """The six days; `weekday` is 0 for Monday to 4, and the first is after today. Raises Faulty."""
    if weekday not in WORKING_DAYS:
        raise Faulty(CHOOSE, {"weekday": CHOOSE})
    first = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return [first + week * A_WEEK for week in range(WEEKS)]
