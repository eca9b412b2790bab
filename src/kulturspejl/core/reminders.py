"""How often everybody may be reminded: rarely enough that a letter is read, and that nobody is worn down."""

from datetime import date

from kulturspejl.core.workdays import working_days_ahead

MOST_REMINDERS = 2
WORKING_DAYS_BETWEEN = 2


def reminded_from(opened_on: date, reminded_on: date | None, sent: int) -> date | None:
    """The first day on which a reminder may go, two working days after the letter before; None where all have gone."""
    if sent >= MOST_REMINDERS:
        return None
    return working_days_ahead(reminded_on or opened_on, WORKING_DAYS_BETWEEN)
