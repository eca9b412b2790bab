"""Tree and moves are what the tables say at that moment, whoever wrote there; made anew only where they changed."""

import random
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction

from kulturspejl.records.models import Organisation, Unit, UnitVersion
from kulturspejl.values.ends_of_a_day import start_of
from kulturspejl.values.places import Places, _joined, _stood, places_since
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(days=one) for one in range(0, 60, 9)]


def a_history(rng: random.Random, units: int = 14) -> uuid.UUID:
    """Units that were renamed, moved, closed and opened again, on days and at moments; and another organisation's."""
    where = town.found_town()
    stranger = Unit.objects.create(organisation=Organisation.objects.create(name="Another"))
    UnitVersion.objects.create(unit=stranger, name="elsewhere", valid_from=FIRST)
    made: list[uuid.UUID] = []
    for number in range(units):
        unit = Unit.objects.create(organisation_id=where.organisation)
        began = rng.choice(DAYS)
        for turn in range(rng.randint(1, 3)):
            ended = began + timedelta(days=rng.randint(0, 20)) if turn < 2 and rng.random() < 0.7 else None
            moment = datetime.combine(began, datetime.min.time(), UTC) + timedelta(hours=rng.randint(0, 20))
            UnitVersion.objects.create(
                unit=unit, parent_id=rng.choice([*made, None]), name=f"{number} {turn}", headcount=turn,
                valid_from=began, valid_to=ended, since_at=rng.choice([None, moment]),
                told_at=rng.choice([None, moment]), told_from=rng.choice([None, moment - timedelta(days=3)]),
            )  # fmt: skip
            if ended is None:
                break
            began = ended + timedelta(days=rng.randint(0, 9))
        made.append(unit.id)
    return where.organisation


def as_told_row_by_row(organisation_id: uuid.UUID, day: date) -> TreeNow:
    """The tree by its definition, from rows as Django gives them."""
    units, closed = dict[uuid.UUID, UnitNow](), dict[uuid.UUID, UnitNow]()
    rows = UnitVersion.objects.filter(unit__organisation_id=organisation_id, valid_from__lte=day)
    for row in rows.order_by("valid_from", "id"):
        stands = row.valid_to is None or row.valid_to > day
        (units if stands else closed)[row.unit_id] = UnitNow(row.unit_id, row.name, row.parent_id, row.headcount)
    return TreeNow(units, {key: one for key, one in closed.items() if key not in units})


@pytest.mark.parametrize("seed", range(4))
def test_a_tree_is_what_its_rows_say_on_every_day(seed):
    organisation = a_history(random.Random(seed))
    for day in [*DAYS, DAYS[-1] + timedelta(days=40), FIRST - timedelta(days=1)]:
        found, expected = tree_on(organisation, day), as_told_row_by_row(organisation, day)
        assert (found.units, found.closed) == (expected.units, expected.closed)


@pytest.mark.parametrize("seed", range(4))
def test_places_are_made_of_every_version_that_stood_since(seed):
    """And of units that had none then, of those that came later or had gone before."""
    organisation = a_history(random.Random(seed))
    rows = UnitVersion.objects.filter(unit__organisation_id=organisation).order_by("unit_id", "valid_from", "id")
    for first in DAYS:
        lasting = {row.id for row in rows if row.valid_to is None or row.valid_to >= first}
        stood_then = {row.unit_id for row in rows if row.id in lasting and row.valid_from <= first}
        told = [
            _stood(start_of, row.unit_id, row.parent_id, row.valid_from, row.valid_to, row.since_at, row.until_at,
                   row.told_at, row.told_from)
            for row in rows
            if row.id in lasting or row.unit_id not in stood_then
        ]  # fmt: skip
        assert places_since(organisation, first) == Places(start_of(first), tuple(_joined(iter(told))))


def test_nothing_is_made_anew_while_the_rows_are_the_same():
    organisation = a_history(random.Random(9))
    assert tree_on(organisation, DAYS[-1]) is tree_on(organisation, DAYS[-1])
    assert places_since(organisation, FIRST) is places_since(organisation, FIRST)


CHANGES = {
    "a name": ("name", "another name"),
    "a count": ("headcount", 77),
    "an end": ("valid_to", DAYS[-1].isoformat()),
    "a beginning": ("valid_from", "2026-01-02"),
    "a parent": ("parent_id", None),
    "a moment": ("since_at", "2026-01-03 10:00:00+00:00"),
    "who was told": ("told_at", "2026-01-04 10:00:00+00:00"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whoever_writes_in_the_tables_changes_the_next_page(change: str):
    """By no action, by no model: as another process does."""
    organisation, (column, value) = a_history(random.Random(2)), CHANGES[change]
    rows = UnitVersion.objects.filter(unit__organisation_id=organisation, valid_to=None, parent__isnull=False)
    row = rows.filter(valid_from__lte=DAYS[-2]).order_by("valid_from", "name")[0]
    UnitVersion.objects.filter(id=row.id).update(since_at=None, told_at=None)
    before = read(organisation)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE records_unitversion SET {column} = %s WHERE id = %s", [value, row.id])
    assert read(organisation) != before


def read(organisation: uuid.UUID) -> tuple[TreeNow, Places]:
    return tree_on(organisation, DAYS[-1]), places_since(organisation, FIRST)


def test_what_was_taken_back_was_never_so():
    """Read in the middle of a change that comes to nothing: the next page is as before it."""
    organisation = a_history(random.Random(5))
    before = read(organisation)
    with pytest.raises(RuntimeError), transaction.atomic():
        UnitVersion.objects.filter(unit__organisation_id=organisation).update(name="never", headcount=1)
        assert read(organisation) != before
        raise RuntimeError
    assert read(organisation) == before
    assert all(unit.name != "never" for unit in tree_on(organisation, DAYS[-1]).units.values())
