"""Whom a letter has told a day of a course that is another by now."""

import uuid

from django.db.models import Q

from kulturspejl.records.courses import CourseDay, CourseLetter
from kulturspejl.records.letters import LetterState

MOVED = "day_moved"


def said_of(row: CourseDay) -> str:
    """What a letter about the day tells: when and where."""
    return f"{row.day.isoformat()} {row.starts}-{row.ends} {row.place}"


def not_told(row: CourseDay, *, waiting: int | None = None) -> set[uuid.UUID]:
    """Those on the class whose last letter about this day told another day, other hours or another place; not those to
    whom a letter about it waits to be sent, for it is written when it is sent. The letter `waiting` is not counted."""
    about = Q(about=row.part) | Q(about__startswith=f"{row.part} ")
    letters = CourseLetter.objects.filter(about, to__group__held_id=row.held_id, to__confirmed_at__isnull=False)
    told = letters.filter(state=LetterState.SENT).exclude(said="").order_by("id").values_list("to_id", "said")
    waits = letters.filter(state=LetterState.WAITING, kind=MOVED).exclude(id=waiting or 0)
    coming = set(waits.values_list("to_id", flat=True))
    return {to for to, said in dict(told).items() if said != said_of(row)} - coming
