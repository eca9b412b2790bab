"""Since last time: who gets it, against which result, and that nobody sees a difference of what is not theirs."""

import uuid
from datetime import timedelta

import pytest

from kulturspejl.actions import people as grants
from kulturspejl.actions import results
from kulturspejl.core.disclosure.since import WhyNot
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.readers.results import for_card, for_unit
from kulturspejl.records.models import Round, User
from tests import people
from tests.actions import town
from tests.actions.town import profile
from tests.attacks.test_above import branch

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
THEN = town.NOW - timedelta(days=190)
MOVED = [profile(1, 4, 1), profile(1, 5, 1), profile(2, 4, 1), profile(1, 4, 2), profile(1, 5, 1), profile(2, 4, 1),
         profile(1, 5, 1), profile(2, 4, 1)]  # fmt: skip


def closed(where, answers, now):
    """A round that closes and opens on its own day."""
    made = people.closed_round(where, answers, now=now)
    Round.objects.filter(id=made.id).update(closed_on=now.date(), released_at=now)
    return made


def two_rounds(headcount=9):
    where = people.team(headcount, now=THEN - timedelta(days=30))
    return where, closed(where, people.ANSWERS, THEN), closed(where, MOVED, town.NOW)


def page_of(user, made, now=town.NOW + timedelta(days=1), **more):
    return for_unit(user, made.unit, now=now, **more)


def test_leader_amr_and_tr_see_the_later_result_beside_the_earlier_and_the_first_alone():
    where, first, second = two_rounds()
    for user in (where.leader, where.amr, where.tr):
        since = page_of(user, second).since
        assert since.earlier.round_unit_id == first.unit
        assert since.since.changes.now["B"].word == "more_than_chance"
        assert since.since.changes.now["B"].d > 0
        assert page_of(user, first).since is None


def test_a_code_shows_its_own_round_alone():
    _where, _first, second = two_rounds()
    assert for_card(second.unit).since is None


def test_an_older_one_may_be_chosen_and_what_is_none_of_them_is_not_there():
    where, first, second = two_rounds()
    third = closed(where, people.ANSWERS, town.NOW + timedelta(days=60))
    now = town.NOW + timedelta(days=61)
    latest = page_of(where.leader, third, now)
    assert latest.since.earlier.round_unit_id == second.unit
    assert [one.round_unit_id for one in latest.since.others] == [first.unit]
    assert page_of(where.leader, third, now, since=first.unit).since.earlier.round_unit_id == first.unit
    for wrong in (third.unit, uuid.uuid4(), where.unit):
        with pytest.raises(NotThere):
            page_of(where.leader, third, now, since=wrong)
    with pytest.raises(NotThere):
        page_of(where.leader, second, now, since=third.unit)


def test_a_round_that_was_too_small_is_passed_over():
    where, first, _second = two_rounds()
    closed(where, people.ANSWERS[:3], town.NOW + timedelta(days=30))
    third = closed(where, MOVED, town.NOW + timedelta(days=60))
    since = page_of(where.leader, third, town.NOW + timedelta(days=61)).since
    assert since.earlier.round_unit_id != first.unit
    assert [one.round_unit_id for one in since.others] == [first.unit]


def test_a_right_given_afterwards_does_not_open_the_earlier_one_beside_the_later():
    """A new leader above: Nord has shared the second alone."""
    where, first, second = two_rounds()
    results.share(by=where.leader, round_unit_id=second.unit, now=town.NOW)
    lise = people.leader_above(where, now=THEN - timedelta(days=20))
    assert page_of(lise, second).since is None
    with pytest.raises(NotThere):
        page_of(lise, second, since=first.unit)
    results.share(by=where.leader, round_unit_id=first.unit, now=town.NOW)
    assert page_of(lise, second).since.earlier.round_unit_id == first.unit
    assert page_of(lise, second).since.agreed == ()


def test_a_new_representative_gets_it_when_the_earlier_one_opens_for_them():
    where, _first, second = two_rounds()
    now = town.NOW - timedelta(days=2)
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Ny", role=Role.TR,
        unit_id=where.unit, ends=None, now=now,
    )  # fmt: skip
    new = User.objects.get(email="ny@havnby.test")
    assert page_of(new, second).since is None, "nobody has been told of the role, so the earlier one stays shut"


def test_a_branch_with_other_units_below_stands_without_a_difference():
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where, now=town.NOW)
    first = branch(where, ["Syd", "Vest"])
    long_ago = {"opened_on": THEN.date(), "closed_on": THEN.date(), "released_at": THEN}
    Round.objects.filter(id=first.id).update(**long_ago, requested_on=THEN.date())
    second = branch(where, ["Øst"])
    since = for_unit(lise, second.unit, now=town.NOW + timedelta(days=1)).since
    assert since.since.why_not is WhyNot.OTHER_UNITS
    assert since.since.changes is None
