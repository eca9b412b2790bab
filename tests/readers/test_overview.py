"""What HR and the administrator read of the whole organisation: plans as counts of several, in the tree's order."""

import uuid
from datetime import date

import pytest

from kulturspejl.actions import organisations
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.overview import MOST, _branches, overview
from kulturspejl.readers.pictures import BranchPicture
from kulturspejl.records.models import Action, Trait, Unit
from kulturspejl.values.tree import TreeNow, UnitNow
from tests.actions import town
from tests.actions.town import found_town

pytestmark = pytest.mark.django_db


def with_plan(unit, *, late):
    day = town.NOW.date()
    trait = Trait.objects.create(unit=unit, more_of="Ro", notice="Vi taler", better_for="Alle", chosen_on=day)
    on = town.NOW.date().replace(year=town.NOW.year - 1) if late else None
    Action.objects.create(unit=unit, trait=trait, what="Fem minutter", who="Mia", state="under_way", follow_up=on)


def test_plans_are_counted_for_three_units_or_more_and_for_nobody_else(tree_of_units):
    where, units = tree_of_units
    with_plan(units[0], late=True)
    with_plan(units[1], late=False)
    for reader in (where.hr, where.steward):
        found = overview(reader, where.organisation, now=town.NOW)
        assert [(one.name, one.units >= 3) for one in found.plans] == [("", True)]
        (together,) = found.plans
        assert (together.with_trait, together.in_hand, together.late) == (2, 2, 1)
    for stranger in (where.leader, where.amr):
        with pytest.raises(NotThere):
            overview(stranger, where.organisation, now=town.NOW)


@pytest.fixture
def tree_of_units():
    where = found_town()
    for name in ("Syd", "Vest"):
        organisations.add_unit(
            by=where.steward, organisation_id=where.organisation, name=name, parent=where.top, headcount=9, now=town.NOW
        )
    return where, list(Unit.objects.filter(organisation_id=where.organisation))


def test_two_units_are_too_few_to_be_counted():
    where = found_town()
    with_plan(Unit.objects.get(id=where.unit), late=False)
    assert overview(where.hr, where.organisation, now=town.NOW).plans == ()


def test_of_a_branch_that_is_asked_every_month_the_newest_are_drawn_and_the_older_can_be_opened():
    unit = UnitNow(uuid.uuid4(), "Sundhed", None, 0)
    months = [date(2026 - number // 12, 12 - number % 12, 5) for number in range(60)]
    found = [BranchPicture(uuid.uuid4(), unit.id, unit.name, month, 90, 12) for month in months]
    (branch,) = _branches(found, TreeNow({unit.id: unit}))
    assert [one.picture.closed_on for one in branch.taken] == months[MOST - 1 :: -1]
    assert [one.closed_on for one in branch.older] == months[MOST:]
