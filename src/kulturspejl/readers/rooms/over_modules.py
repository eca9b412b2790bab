"""How a course's days were judged, one beside the other: the questions that more than one of its days asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.core.content.course import CourseContent
from kulturspejl.records.models import CourseNumbers, User
from kulturspejl.values.the_library import the_library

MOST_COLUMNS = 40
Cell = tuple[int, float] | None
"""(how many answered, mean); None where there were too few, or it was not asked."""


@dataclass(frozen=True)
class Column:
    """One class on one day of the course."""

    title: str
    on: date
    came: int


@dataclass(frozen=True)
class OverModules:
    """Columns in the order of the course's days, and of each the oldest class first. Rows are (asked, cells).

    Which class a column is of is kept nowhere: only the day, and how many came.
    """

    name: str
    columns: tuple[Column, ...]
    questions: tuple[tuple[str, tuple[Cell, ...]], ...]


def over_modules(by: User, *, language: str, now: datetime) -> tuple[OverModules, ...]:
    """Of each course whose days have left numbers of more than one of them, for whoever may run them."""
    kept = list(CourseNumbers.objects.filter(organisation__in=organisations_of(by, day_of(now))).order_by("day", "id"))
    found = (_of(course, kept, language) for course in the_library().courses.values())
    return tuple(one for one in found if one is not None)


def _of(course: CourseContent, kept: Sequence[CourseNumbers], language: str) -> OverModules | None:
    titles = {part.programme: part.title.into(language) for part in course.parts}
    order = list(titles)
    newest = [row for row in kept if row.programme in titles][-MOST_COLUMNS:]
    rows = sorted(newest, key=lambda row: order.index(row.programme))
    by_question = _by_question(rows)
    asked_twice = {id for id, found in by_question.items() if len({row.programme for row, _one in found}) > 1}
    if not asked_twice:
        return None
    return OverModules(
        name=course.name.into(language),
        columns=tuple(Column(titles[row.programme], row.day, row.came) for row in rows),
        questions=tuple(
            (_words(found[-1][1], language), _cells(rows, found))
            for id, found in by_question.items()
            if id in asked_twice
        ),
    )


Found = list[tuple[CourseNumbers, Mapping[str, Any]]]


def _by_question(rows: Sequence[CourseNumbers]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for row in rows:
        for one in row.numbers:
            found.setdefault(one["id"], []).append((row, one))
    return found


def _cells(rows: Sequence[CourseNumbers], found: Found) -> tuple[Cell, ...]:
    told = {row.id: (one["answers"], one["mean"]) for row, one in found}
    return tuple(told.get(row.id) for row in rows)


def _words(one: Mapping[str, Any], language: str) -> str:
    words: Mapping[str, str] = one["asked"]
    return words.get(language, words["da"])
