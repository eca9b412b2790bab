"""What somebody sees behind a sign-up link: the course, its days, and whether there is room."""

from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.course_access import contact_of, ends_of, places_taken
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.core.text import Text
from kulturspejl.records.models import CourseClass, CourseDay
from kulturspejl.values.letters import Somebody
from kulturspejl.vault import codes


@dataclass(frozen=True)
class SignUp:
    """`days` are (title, day). `is_open` until the last day; `is_full` by groups that have said yes."""

    course: str
    name: str
    text: Text
    days: tuple[tuple[Text, CourseDay], ...]
    until: date | None
    is_open: bool
    is_full: bool
    contact: Somebody | None
    deleted_on: date


def behind(code: str, *, now: datetime) -> SignUp:
    """The class of a sign-up link; NotThere for none."""
    rows = CourseClass.objects.select_related("course").filter(sign_up_code=codes.normalise(code))
    held = rows.first() if code else None
    end = ends_of({held.id}).get(held.id) if held else None
    if held is None or end is None:
        raise NotThere(NOTHING_HERE)
    content = course_from_json(held.course.content)
    days = tuple(
        (part.title, row) for row in held.days.order_by("day") if (part := content.part(row.part)) is not None
    )
    return SignUp(
        course=held.course.name, name=held.name, text=content.text, days=days, until=held.sign_up_until,
        is_open=held.sign_up_until is not None and day_of(now) <= held.sign_up_until,
        is_full=places_taken(held) >= held.sign_up_most, contact=contact_of(held.course, now), deleted_on=end,
    )  # fmt: skip
