"""Who holds a course: whom its letters to the provider go to."""

from datetime import date

from kulturspejl.access.handed_to import accounts
from kulturspejl.access.room_access import organisations_of
from kulturspejl.access.standing import grants_on
from kulturspejl.core.permissions import Role
from kulturspejl.records.courses import Course
from kulturspejl.records.people import User


def holders_of(course: Course, day: date) -> list[User]:
    """Whoever made it, while they may still run its days; else every facilitator of its organisation."""
    made_by = course.made_by
    if made_by is not None and made_by.is_active and course.organisation_id in organisations_of(made_by, day):
        return [made_by]
    rows = grants_on(day).filter(organisation_id=course.organisation_id, role=Role.FACILITATOR).order_by("starts", "id")
    return accounts(rows.values_list("user_id", flat=True))
