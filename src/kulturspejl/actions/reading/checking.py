"""Each night: ask the addresses of reading lists, and tell whoever holds a course what did not answer."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import F, QuerySet
from django.utils import timezone

from kulturspejl.access.course_people import holders_of
from kulturspejl.access.permission import day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.each import each
from kulturspejl.actions.reading.asking import Answer, Web, ask
from kulturspejl.actions.telling import tell
from kulturspejl.core.workdays import is_workday, working_days_before
from kulturspejl.core.writing.sentence import in_words
from kulturspejl.records.models import AskedAddress, CourseDay, CourseReading
from kulturspejl.values.course_reading import checks_links

JOB = "reading"
NIGHT = range(1, 5)
"""The hours in which addresses are asked: nobody's server is busy then."""
AHEAD = timedelta(days=60)
"""Whose lists are asked: those of days that are still to come, and not far off."""
MOST_A_TURN = 20
"""Addresses, five seconds each at the most; the rest wait for the next turn of the same night."""
WARNED = (7, 1)
"""So many days before the day of a class somebody is told."""
FAR = timedelta(days=14)
"""Longer than a week and the longest row of days on which no letter comes."""
BAD = (Answer.GONE, Answer.INWARD)
"""The second stands in rows of an earlier version alone, until it is asked again."""


def take_a_turn(*, now: datetime, web: Web | None = None) -> None:
    """Some addresses, at night; and the letters that are due. Nothing where it is not turned on."""
    if not checks_links():
        return
    if timezone.localtime(now).hour in NIGHT:
        _ask_some(day_of(now), web or Web())
    tell_of_gone(now=now)


def _ask_some(today: date, web: Web) -> None:
    """Those that have waited longest, each once a night; what stands on no list any more is forgotten."""
    wanted = set(_coming(today).exclude(address="").values_list("address", flat=True))
    AskedAddress.objects.exclude(address__in=CourseReading.objects.values("address")).delete()
    asked = dict(AskedAddress.objects.values_list("address", "asked_on"))
    due = [one for one in wanted if asked.get(one, date.min) < today]
    for address in sorted(due, key=lambda one: (asked.get(one, date.min), one))[:MOST_A_TURN]:
        # Outside any transaction: nobody waits for a stranger's server.
        answer = ask(address, web)
        # Whether a name is one of the closed network that this server stands in is nobody's to find out by a list.
        answer = Answer.GONE if answer is Answer.INWARD else answer
        AskedAddress.objects.update_or_create(address=address, defaults={"answer": answer, "asked_on": today})


def _coming(today: date) -> "QuerySet[CourseReading]":
    """What is to be read before a day of some class that is near."""
    days = CourseDay.objects.filter(day__gte=today, day__lte=today + AHEAD)
    return CourseReading.objects.filter(course__classes__days__in=days, course__classes__days__part=F("part"))


def tell_of_gone(*, now: datetime) -> None:
    """One letter to each who holds the course, a week and a day before a day, about all that did not answer."""
    today = day_of(now)
    near = CourseDay.objects.filter(day__gt=today, day__lte=today + FAR).order_by("id").values_list("id", "day")
    due = [(id, left) for left in WARNED for id, day in near if _told_on(day, left) == today]
    for one in each(JOB, due, now=now):
        with one as (day_id, left), deciding(CourseDay, day_id) as day:
            _tell(day, left, today)


def _told_on(day: date, left: int) -> date:
    """So many days before, and where no letter comes then, the last day before on which one does; never the day."""
    on = day - timedelta(days=left)
    return on if is_workday(on) else working_days_before(on, 1)


def _tell(day: CourseDay, left: int, today: date) -> None:
    gone = gone_of(day.held.course_id, [day.part])
    if not gone:
        return
    course = day.held.course
    tell(
        "links_gone", to=holders_of(course, today), path=f"/facilitate/courses/{course.id}/reading",
        values={"what": ", ".join(gone), "date": in_words(day.day), "count": str(len(gone))},
        once=f"links {day.id} {left}",
    )  # fmt: skip


def gone_of(course_id: uuid.UUID, parts: Iterable[str]) -> list[str]:
    """The titles of a course's texts before these days whose address did not answer when it was asked last."""
    bad = AskedAddress.objects.filter(answer__in=BAD).values("address")
    rows = CourseReading.objects.filter(course_id=course_id, part__in=list(parts), address__in=bad)
    return list(rows.values_list("title", flat=True))
