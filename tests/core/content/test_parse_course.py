"""A course from TOML: days in order, and every fault with its key; where somebody is in it."""

from datetime import date

import pytest

from kulturspejl.core.content.course_path import path_of
from kulturspejl.core.content.parse_course import course_from_json, parse_course
from kulturspejl.core.toml.faults import ContentError
from kulturspejl.values.the_library import the_library

DAYS = {"start_workshop": date(2027, 1, 11), "module_1": date(2027, 2, 22), "module_2": date(2027, 4, 5)}


def course():
    return the_library().courses["psychosocial"]


def text(words: str) -> dict[str, str]:
    return {"da": words, "en": words}


def test_the_course_has_a_start_workshop_and_three_modules_and_is_read_back_as_it_was():
    made = course()
    assert [one.programme for one in made.parts] == ["start_workshop", "module_1", "module_2", "module_3"]
    assert [(one.starts, one.ends) for one in made.parts][:2] == [(540, 750), (540, 960)]
    assert {one.kind for one in made.parts[2].between} == {"dialogue", "plan", "reading", "trio"}
    assert course_from_json(made.raw) == made
    assert all(one.before in the_library().short_letters for one in made.parts)


def test_every_fault_is_told_with_its_key():
    day = {
        "id": "one", "programme": "one", "start": "9", "end": "16:00", "title": text("x"), "perspective": text("x"),
        "purposes": {"da": ["x"], "en": ["x"]}, "bring": text("x"), "homwork": "y",
        "between": [{"id": "a", "kind": "game", "text": text("x")}],
    }  # fmt: skip
    other = {**day, "start": "16:00", "end": "09:00", "between": []}
    data = {"course": {"id": "Course", "version": "1", "name": text("x"), "text": text("x")}, "day": [day, other]}
    with pytest.raises(ContentError) as fault:
        parse_course(data, "own/courses/course.toml")
    keys = {one.key for one in fault.value.faults}
    assert {
        "course.id", "day", "day.one.start", "day.one.end", "day.one.homwork", "day.one.between.a.kind",
        "day.one.between",
    } <= keys  # fmt: skip


@pytest.mark.parametrize(
    ("today", "here", "following"),
    [
        (date(2026, 12, 1), 0, 0),
        (date(2027, 1, 11), 0, 0),
        (date(2027, 1, 12), 1, 1),
        (date(2027, 4, 5), 2, 2),
        (date(2027, 4, 6), 2, None),
    ],
)
def test_a_day_is_ahead_until_it_is_over(today, here, following):
    path = path_of(course(), DAYS, today)
    assert (len(path.stops), path.here, path.next) == (3, here, following)
    assert path.is_over == (following is None)
