"""Whom a letter has told a day of a course that is another by now, or is not held."""

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from kulturspejl.records.courses import CourseDay, CourseLetter
from kulturspejl.records.letters import LetterState

MOVED, OFF = "day_moved", "day_off"
SAID_OFF = "off"
"""What a letter tells that says that the day is not held."""


def said_of(row: CourseDay) -> str:
    """What a letter about the day tells: when and where."""
    return f"{row.day.isoformat()} {row.starts}-{row.ends} {row.place}"


def day_said(said: str) -> date | None:
    """The day that was told; None where none was, or that there is none."""
    return None if said in ("", SAID_OFF) else date.fromisoformat(said.partition(" ")[0])


def last_said(held_id: uuid.UUID, part: str) -> dict[uuid.UUID, str]:
    """What each on the class was told last about that part of the course."""
    told = letters_about(held_id, part).filter(state=LetterState.SENT).exclude(said="").order_by("id")
    return dict(told.values_list("to_id", "said"))


def not_told(row: CourseDay, *, waiting: int | None = None) -> set[uuid.UUID]:
    """Those on the class whose last letter about this day told another day, other hours or another place; not those to
    whom a letter about it waits to be sent, for it is written when it is sent. The letter `waiting` is not counted."""
    coming = _coming(row.held_id, row.part, MOVED, waiting)
    return {to for to, said in last_said(row.held_id, row.part).items() if said != said_of(row)} - coming


def not_told_off(held_id: uuid.UUID, part: str, today: date, *, waiting: int | None = None) -> dict[uuid.UUID, date]:
    """Of a part that has no day on the class: to whom a letter has told one that is still ahead, and which."""
    coming = _coming(held_id, part, OFF, waiting)
    told = {to: day_said(said) for to, said in last_said(held_id, part).items() if to not in coming}
    return {to: day for to, day in told.items() if day is not None and day >= today}


def letters_about(held_id: uuid.UUID, part: str) -> "QuerySet[CourseLetter]":
    """All about that part of the course, to whoever has said yes to taking part."""
    about = Q(about=part) | Q(about__startswith=f"{part} ")
    return CourseLetter.objects.filter(about, to__group__held_id=held_id, to__confirmed_at__isnull=False)


def _coming(held_id: uuid.UUID, part: str, kind: str, waiting: int | None) -> set[uuid.UUID]:
    rows = letters_about(held_id, part).filter(state=LetterState.WAITING, kind=kind).exclude(id=waiting or 0)
    return set(rows.values_list("to_id", flat=True))
