"""Whether somebody with an account takes part in a course, or may see the counts of one."""

from datetime import datetime

from kulturspejl.access.course_access import counting_in, memberships_of
from kulturspejl.records.models import Course, User


def takes_part(user: User, *, now: datetime) -> bool:
    """Whether the address of the account is on a class that is still there."""
    return bool(memberships_of(user, now=now))


def counts(user: User, *, now: datetime) -> bool:
    """Whether there is a course whose days and counts this person may see."""
    return Course.objects.filter(organisation_id__in=counting_in(user, now=now)).exists()
