"""A closed unit stands where it stood last: in the tree, in what roles reach, and in what is counted of the past."""

from datetime import timedelta

import pytest

from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import sight_of
from kulturspejl.actions import organisations, people
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.records.models import User
from kulturspejl.values.places import places_since
from kulturspejl.values.tree import tree_on
from kulturspejl.values.where import Where, where_of
from tests.actions import town

pytestmark = pytest.mark.django_db


def on(day):
    return town.NOW + timedelta(days=day)


def end(where, unit, day):
    organisations.close_unit(by=where.steward, unit_id=unit, now=on(day))


def again(where, unit, parent, day):
    organisations.open_unit_again(by=where.steward, unit_id=unit, parent=parent, now=on(day))


def tree(where, day):
    return tree_on(where.organisation, day_of(on(day)))


def test_it_leaves_the_tree_and_keeps_its_line_up():
    where = town.found_town()
    end(where, where.unit, 1)
    found = tree(where, 1)
    assert where.unit not in found.units
    assert found.line_up(where.unit) == [where.unit, where.top]
    assert [one.id for one in found.subtree(where.top)] == [where.top]
    assert found.with_closed_below(where.top) == {where.top, where.unit}
    assert where_of(found, where.unit) == Where("Hjemmepleje Nord", is_closed=True)
    end(where, where.top, 2)
    assert tree(where, 2).line_up(where.unit) == [where.unit, where.top], "closed above closed"
    assert tree(where, 0).line_up(where.unit) == [where.unit, where.top]
    assert tree(where, 0).closed == {}


def test_whoever_reached_it_from_above_still_does_and_nobody_is_asked_there():
    where = town.found_town()
    people.grant(by=where.steward, organisation_id=where.organisation, email="aja@havnby.test", name="Aja",
                 role=Role.AMR, unit_id=where.top, ends=None, now=on(0))  # fmt: skip
    end(where, where.unit, 1)
    aja = sight_of(User.objects.get(name="Aja"), where.organisation, day_of(on(2)))
    assert aja.may(Verb.RESULT_READ, where.unit)
    assert where.unit in aja.by_closed_unit
    assert where.unit not in aja.by_unit
    assert not sight_of(where.hr, where.organisation, day_of(on(2))).may(Verb.RESULT_READ, where.unit)


def test_what_is_counted_of_the_past_has_no_gap_while_it_was_closed():
    where = town.found_town()
    end(where, where.unit, 1)
    for first in (0, 3):
        places = places_since(where.organisation, day_of(on(first)))
        assert where.unit in places.below(where.top, on(5)), "closed, and it stands there still"
    again(where, where.unit, None, 10)
    for first in (0, 3):
        places = places_since(where.organisation, day_of(on(first)))
        assert where.unit in places.below(where.top, on(5))
        assert where.unit not in places.below(where.top, on(11)), "opened again somewhere else"


def test_a_unit_that_is_open_hangs_on_none_that_is_closed():
    where = town.found_town()
    end(where, where.unit, 1)
    below = organisations.add_unit(by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top,
                                   headcount=3, now=on(1))  # fmt: skip
    organisations.change_unit(by=where.steward, unit_id=below, name="Syd", parent=None, headcount=3, now=on(2))
    end(where, where.top, 2)
    assert tree(where, 2).line_up(below) == [below]
