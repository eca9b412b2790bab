"""How an action decides: it locks the row that decides, asks the rule on what stands there now, changes and notes.

A rule that is asked before the lock is asked of yesterday: two who press at once both hear yes. So permission, rule,
change and audit line stand together inside `deciding`, and nothing that was read before it counts in there.

The embedded store lets one transaction write at a time, so there the lock is the store's own. On PostgreSQL rows are
locked, always in one order (the organisation, the round, the thing itself), so that no two actions block each other for
good. Rows that only point at a locked one are not held up (FOR NO KEY UPDATE): a close that notes its line goes on.
"""

import uuid
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import (
    Action,
    AnnualMatter,
    Course,
    CourseClass,
    CourseDay,
    Grant,
    KeptMeeting,
    Membership,
    Organisation,
    Participant,
    PlanStatus,
    Room,
    Round,
    RoundUnit,
    SealedPlan,
    Trait,
    TrioMeeting,
    Unit,
    UnitList,
    User,
)
from kulturspejl.records.questions import id_of, key_of
from kulturspejl.records.rooms import HEAVY
from kulturspejl.records.single import row_by

Row = TypeVar("Row", bound=Model)
Above = tuple[tuple[type[Model], str], ...]

ABOVE: Mapping[type[Model], Above] = {
    Organisation: (),
    Unit: ((Organisation, "organisation_id"),),
    UnitList: ((Organisation, "organisation_id"),),
    Grant: ((Organisation, "organisation_id"),),
    Round: ((Organisation, "organisation_id"),),
    RoundUnit: ((Organisation, "round__organisation_id"), (Round, "round_id")),
    Trait: ((Organisation, "unit__organisation_id"),),
    Action: ((Organisation, "unit__organisation_id"),),
    PlanStatus: ((Organisation, "unit__organisation_id"),),
    TrioMeeting: ((Organisation, "unit__organisation_id"),),
    AnnualMatter: ((Organisation, "unit__organisation_id"),),
    KeptMeeting: ((Organisation, "unit__organisation_id"),),
    Room: (),
    Course: ((Organisation, "organisation_id"),),
    CourseClass: (),
    CourseDay: ((CourseClass, "held_id"),),
    Membership: ((CourseClass, "group__held_id"),),
    Participant: (),
    SealedPlan: (),
    User: (),
}
"""What is locked before a thing itself, from the top. Grants, tree, shares and rounds weigh on each other, so what is
decided by a role begins with the organisation. A day in a room goes by the room alone, and a class of a course by the
class: none waits for an office. Where a unit takes a room over, the unit is locked first.
"""
WITHOUT: Mapping[type[Model], tuple[str, ...]] = {Room: HEAVY}
"""Columns that are fetched when they are asked for."""
OURS = 0x6B756C75
"""PostgreSQL's advisory locks are numbers that everybody in the database shares; this half says that it is ours."""


@contextmanager
def deciding(table: type[Row], id: uuid.UUID) -> Iterator[Row]:
    """One transaction with the thing, as it stands now that it is locked; NotThere where there is no such thing."""
    with transaction.atomic():
        for above, path in ABOVE[table]:
            _locked(above, table._default_manager.filter(id=id).values_list(path, flat=True).first())
        yield _locked(table, id)


@contextmanager
def deciding_alone(what: str) -> Iterator[None]:
    """One transaction at a time for a rule about rows that are not there yet; it comes before every other lock."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [OURS, zlib.crc32(what.encode()) - 2**31])
        yield


def lock_all(rows: "QuerySet[Row]") -> list[Row]:
    """Lock more things that hang on the one decided on, before they go: nothing is hung on them meanwhile."""
    return list(rows.select_for_update(no_key=True).order_by("pk"))


def _locked(table: type[Row], id: Any) -> Row:
    without = WITHOUT.get(table, ())
    found = None if id is None else row_by(table, "id", key_of(id_of(id)), without=without, is_locked=True)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found
