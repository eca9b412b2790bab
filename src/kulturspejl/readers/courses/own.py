"""Whether somebody with an account may see the counts of a course."""

from datetime import datetime

from kulturspejl.access.course_access import counting_in
from kulturspejl.records.models import Course, User


def counts(user: User, *, now: datetime) -> bool:
    """Whether there is a course whose days and counts this person may see."""
    return Course.objects.filter(organisation_id__in=counting_in(user, now=now)).exists()
