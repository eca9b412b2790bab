"""The questions that several days of a course ask, beside each other: for whoever runs the days, and nobody else."""

from datetime import date

import pytest

from kulturspejl.readers.rooms.over_modules import over_modules
from kulturspejl.records.models import CourseNumbers, User
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import facilitator
from tests.actions.town import NOW, found_town

pytestmark = pytest.mark.django_db


def asked(id: str, answers: int = 9, mean: float = 4.0):
    words = {"da": f"da {id}", "en": f"en {id}"}
    return {"id": f"evaluation/scales/{id}", "asked": words, "answers": answers, "mean": mean, "most": 5, "steps": []}


def test_days_stand_in_the_courses_order_and_only_what_is_asked_again_is_told():
    where = found_town()
    frida = facilitator(where, "Frida")
    for programme, day, numbers in (
        ("module_2", 20, [asked("useful", mean=4.2), asked("mix")]),
        ("module_1", 15, [asked("useful", mean=3.8)]),
        ("module_1", 10, [asked("useful", mean=3.5), asked("only_once")]),
        ("team_dialogue", 12, [asked("useful")]),
    ):
        CourseNumbers.objects.create(
            organisation_id=where.organisation, programme=programme, day=date(2026, 11, day), came=day, numbers=numbers
        )
    (found,) = over_modules(frida, language="en", now=NOW)
    assert [(one.title, one.on.day, one.came) for one in found.columns] == [
        ("Module 1", 10, 10), ("Module 1", 15, 15), ("Module 2", 20, 20),
    ]  # fmt: skip
    assert found.questions == (("en useful", ((9, 3.5), (9, 3.8), (9, 4.2))),)
    CourseNumbers.objects.filter(programme="module_2").delete()
    assert over_modules(frida, language="en", now=NOW) == ()
    assert over_modules(User.objects.create(email="x@y.example"), language="en", now=NOW) == ()


def test_the_last_day_judges_the_whole_course_and_fits_its_quarter_of_an_hour():
    item = next(one for one in the_library().programmes["module_3"].items if one.id == "evaluation")
    assert item.exercises == ("course_evaluation", "evaluation")
    minutes = sum(step.minutes for one in item.held for step in one.steps)
    assert 0 < item.minutes - minutes <= 5
