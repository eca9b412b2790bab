"""The end of a class: on its day everything of it is deleted, whoever is on it included; and what is soon forgotten."""

import uuid
from datetime import datetime

from kulturspejl.access.course_access import ends_of, require_class
from kulturspejl.access.permission import day_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.courses.signing_up import drop_unconfirmed
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.actions.each import each
from kulturspejl.actions.sent import forget, keep, may_be_gone
from kulturspejl.actions.sweeping import sweep_afterwards, tables_under
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import Course, CourseClass, Membership, User
from kulturspejl.values.course_keeping import too_early
from kulturspejl.vault import ledger

SWEPT = tables_under(Course)
"""The tables that a class is deleted from, and with the last one its course, for the store to be swept."""


def delete_class(*, by: User, class_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The class with everybody on it, at once. Rooms of its days go by their own date."""
    with may_be_gone(form, by), deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        _delete(held, by, now)
        keep(form, by, "", now)
        sweep_afterwards(*SWEPT)


def delete_due(*, now: datetime) -> list[uuid.UUID]:
    """Carry out what was promised; returns the classes that are gone. Repeating does no harm, and one that cannot be
    deleted stops no other."""
    _forget_days(now)
    ends = ends_of(set(CourseClass.objects.values_list("id", flat=True)))
    gone = []
    for one in each("delete a class", [id for id, end in ends.items() if end <= day_of(now)], now=now):
        with one as class_id:
            if _delete_still_due(class_id, now):
                gone.append(class_id)
    late = Membership.objects.filter(confirmed_at=None, joined_at__lt=too_early(now))
    for one in each("forget a sign-up", list(late.values_list("group__held_id", flat=True).distinct()), now=now):
        with one as class_id, deciding(CourseClass, class_id) as held:
            drop_unconfirmed(held, now)
    if gone:
        sweep_afterwards(*SWEPT)
    return gone


def _forget_days(now: datetime) -> None:
    """Which day somebody said that they were there is needed on that day alone."""
    Membership.objects.filter(present_on__lt=day_of(now)).update(present_on=None)


def _delete_still_due(class_id: uuid.UUID, now: datetime) -> bool:
    """Delete it if it is still due now that it is locked: its days may have been moved meanwhile."""
    try:
        with deciding(CourseClass, class_id) as held:
            end = ends_of({held.id}).get(held.id)
            if end is None or end > day_of(now):
                return False
            _delete(held, None, now)
            return True
    except NotThere:
        return False


def _delete(held: CourseClass, by: User | None, now: datetime) -> None:
    """A course goes with its last class."""
    course = held.course
    ledger.note(what=ledger.COURSE_CLASS, round_id=held.id, on=day_of(now))
    note(by=by, organisation_id=course.organisation_id, verb="course.delete", about=course.id, now=now)
    forget(held.id, *(one.id for one in lock_all(held.groups.all())))
    held.delete()
    if not CourseClass.objects.filter(course_id=course.id).exists():
        forget(course.id)
        Course.objects.filter(id=course.id).delete()
