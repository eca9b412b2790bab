"""One value for all questions about where somebody stands: it says at every unit what the grants and the tree say."""

import random
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kulturspejl.access.crew import crew_of
from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import sight_of, sights_of
from kulturspejl.access.standing import roles_at
from kulturspejl.access.union import Seen
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.readers import results
from kulturspejl.records.models import Grant, Organisation, RoundUnit, Unit, UnitVersion, User
from kulturspejl.values.releases import part_of, sizes_of
from kulturspejl.values.tree import tree_on
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = day_of(town.NOW)


def a_random_organisation(rng: random.Random, units: int = 30) -> tuple[uuid.UUID, User]:
    """A tree of any shape, and somebody with grants of any kind in it, some of them over."""
    where = town.found_town()
    made = [where.top]
    for number in range(units):
        unit = Unit.objects.create(organisation_id=where.organisation)
        UnitVersion.objects.create(unit=unit, parent_id=rng.choice([*made, None]), name=f"{number}", valid_from=TODAY)
        made.append(unit.id)
    user = User.objects.create(email="alle@havnby.test")
    for _ in range(6):
        Grant.objects.create(
            user=user, organisation_id=where.organisation, unit_id=rng.choice([*made, None]),
            role=rng.choice(list(Role)), starts=TODAY, ends=rng.choice([None, TODAY, TODAY.replace(year=2025)]),
        )  # fmt: skip
    return where.organisation, user


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.slow
def test_the_walk_from_the_top_gives_what_each_unit_gives_by_itself(seed):
    organisation, user = a_random_organisation(random.Random(seed))
    sight = sight_of(user, organisation, TODAY)
    assert sight.by_unit == {unit: sight.at(unit) for unit in sight.tree.units if sight.at(unit)}
    assert all(sight.at(unit) == roles_at(user, unit, TODAY) for unit in list(sight.tree.units)[:10])


@pytest.mark.slow
def test_whoever_is_something_in_several_organisations_has_the_sight_of_each():
    first, user = a_random_organisation(random.Random(1))
    second = Organisation.objects.create(name="Nabo Kommune").id
    Grant.objects.create(user=user, organisation_id=second, role=Role.HR, starts=TODAY)
    with CaptureQueriesContext(connection) as asked:
        found = {sight.organisation_id: sight for sight in sights_of(user, TODAY)}
    assert len(asked) == 3, "their grants, and a tree each"
    assert found.keys() == {first, second}
    assert all(one.held == sight_of(user, where, TODAY).held for where, one in found.items())
    Grant.objects.filter(user=user).update(ended_at=town.NOW)
    assert sights_of(user, TODAY) == []


def test_it_takes_two_questions_to_make_and_none_to_ask():
    where = people.team(9)
    with CaptureQueriesContext(connection) as asked:
        sight = sight_of(where.amr, where.organisation, TODAY)
        for _ in range(100):
            assert sight.at(where.unit) == {Role.AMR}
            assert sight.at(where.top) == frozenset()
    assert len(asked) == 2


def test_of_two_representatives_the_one_who_leads_the_unit_does_not_count_there():
    where = people.team(9)
    above = people.leader_above(where)
    Grant.objects.create(user=above, organisation_id=where.organisation, unit_id=where.top, role=Role.AMR, starts=TODAY)
    crew = crew_of(where.organisation, [where.unit, where.top], tree_on(where.organisation, TODAY), TODAY)
    assert {post.person for post in crew.representatives(where.unit)} == {"Amir", "Tove", "Lise"}
    assert crew.representatives(where.top) == []
    assert [post.person for post in crew.leaders(where.top)] == ["Lise"]


def test_a_closed_unit_stays_with_its_own_people_and_with_those_above():
    where = people.team(9)
    above = User.objects.create(email="ove@havnby.test")
    Grant.objects.create(user=above, organisation_id=where.organisation, unit_id=where.top, role=Role.AMR, starts=TODAY)
    assert sight_of(above, where.organisation, TODAY).at(where.unit) == {Role.AMR}
    UnitVersion.objects.filter(unit_id=where.unit).update(valid_to=TODAY)
    assert sight_of(above, where.organisation, TODAY).at(where.unit) == {Role.AMR}
    assert sight_of(where.leader, where.organisation, TODAY).at(where.unit) == {Role.LEADER}


def test_a_reader_of_a_result_and_whoever_is_refused_read_no_whole_release():
    made = people.closed_round(people.team(9))
    for user, is_refused in ((made.town.leader, False), (made.town.hr, True), (User.objects.create(), True)):
        with CaptureQueriesContext(connection) as asked:
            if is_refused:
                with pytest.raises(NotThere):
                    results.for_unit(user, made.unit, now=town.NOW)
            else:
                assert results.for_unit(user, made.unit, now=town.NOW).picture.n == 8
        said = [query["sql"] for query in asked]
        assert not any('"records_release"."released"' in sql and "JSON_EXTRACT" not in sql for sql in said)
        assert sum("SELECT part" in sql for sql in said) == (not is_refused)


def test_the_part_of_a_unit_is_what_the_release_says_of_it():
    made = people.closed_round(people.team(9))
    whole, part = people.released_of(made.id), part_of(made.unit)
    assert part.picture(str(made.unit)) == whole.picture(str(made.unit))
    assert isinstance(part, Released)
    assert sizes_of([made.unit])[made.unit].answers == 8


@pytest.mark.slow
def test_an_opening_is_what_each_page_says():
    made = people.closed_round(people.team(9))
    unit = RoundUnit.objects.select_related("round").get(id=made.unit)
    for user in (made.town.leader, made.town.amr, made.town.hr, made.town.steward):
        seen = Seen(user, town.NOW)
        try:
            results.for_unit(user, made.unit, now=town.NOW)
        except NotThere:
            assert not seen.may_open(unit)
        else:
            assert seen.may_open(unit)


def test_whoever_comes_with_a_code_reads_the_own_part_and_no_other_unit_of_the_round():
    made = people.closed_round(people.team(9))
    with CaptureQueriesContext(connection) as asked:
        assert results.for_card(made.unit).picture.n == 8
    said = [query["sql"] for query in asked]
    assert sum("SELECT part" in sql for sql in said) == 1
    assert not any('"records_release"' in sql for sql in said)
    assert not any('FROM "records_roundunit" WHERE "records_roundunit"."round_id"' in sql for sql in said)
