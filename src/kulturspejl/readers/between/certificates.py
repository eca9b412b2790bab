"""Somebody's own certificate of attendance: what they have said themselves, and nothing that they wrote."""

from datetime import datetime

from django.db.models import Count, Max, Min

from kulturspejl.access.course_access import Taking, membership_by_key
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import CourseDay
from kulturspejl.reports.certificate import Certificate
from kulturspejl.values.own_logo import logo_svg


def has_certificate(mine: Taking, *, now: datetime) -> bool:
    """Whether there is one: the course gives them, the last day has come, and they were there at least once."""
    if not mine.course.certificates or not mine.member.days_present:
        return False
    return not CourseDay.objects.filter(held=mine.held, day__gt=day_of(now)).exists()


def certificate(secret: str, *, now: datetime) -> Certificate:
    """For whoever has the secret address; NotThere where there is none."""
    mine = membership_by_key(secret, now=now)
    if not has_certificate(mine, now=now):
        raise NotThere(NOTHING_HERE)
    days = CourseDay.objects.filter(held=mine.held)
    found = days.aggregate(first=Min("day"), last=Max("day"), total=Count("id"))
    return Certificate(
        name=str(mine.member), course=mine.course.name, organisation=mine.course.organisation.name,
        days=min(mine.member.days_present, found["total"]), total=found["total"], first=found["first"],
        last=found["last"], issued=found["last"], logo=logo_svg(mine.course.made_by_id),
    )  # fmt: skip
