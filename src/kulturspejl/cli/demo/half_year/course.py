"""The course of the half-year: one class with its four days, the TRIO of the unit, and leaders of other units."""

from datetime import datetime

from kulturspejl.actions import courses
from kulturspejl.actions.courses import CourseWish, DayWish
from kulturspejl.cli.demo import course
from kulturspejl.cli.demo.half_year import change, module_1, module_2, workshop
from kulturspejl.cli.demo.half_year.story import Story
from kulturspejl.cli.demo.places import PLACES, SHOWN
from kulturspejl.records.models import CourseClass
from kulturspejl.values.the_library import the_library

DAYS = {
    "start_workshop": workshop.BEFORE, "module_1": module_1.BEFORE, "module_2": module_2.DAY, "module_3": change.BEFORE,
}  # fmt: skip
OTHERS = 12


def begin(it: Story, now: datetime) -> None:
    """Made by the provider, who puts people on the class; each gets a letter with their own address."""
    name, content = it.into(the_library().courses[course.CONTENT].name), the_library().courses[course.CONTENT]
    days = {}
    for id, before in DAYS.items():
        part = content.part(id)
        if part is not None:
            days[id] = DayWish(it.reel.day(before), part.starts, part.ends, it.into(course.PLACE))
    course_id = courses.create_course(
        by=it.provider, content=course.CONTENT, wish=CourseWish(name, certificates=True),
        class_name=it.into(course.CLASSES[0]), days=days, now=now,
    )  # fmt: skip
    it.class_id = CourseClass.objects.get(course_id=course_id).id
    others = [place.key for place in PLACES if place.key != SHOWN][:OTHERS]
    courses.add_people(
        by=it.provider, class_id=it.class_id, people=course.people_of(it.made, [SHOWN, *others]),
        language=it.made.language, now=now,
    )  # fmt: skip
