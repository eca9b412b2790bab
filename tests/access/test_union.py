"""What one person opens, from the rows: grants that are over, moves in the tree, days and the questions it takes."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kulturspejl.access import shown as shown_module
from kulturspejl.access import union
from kulturspejl.access.shown import shown
from kulturspejl.access.union import Seen
from kulturspejl.actions import organisations, results
from kulturspejl.actions import people as grants
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Grant, ResultShare, RoundUnit, Unit, UnitVersion, User
from tests import people
from tests.actions import town
from tests.actions.told import take_all
from tests.attacks.test_above import branch, row
from tests.attacks.test_anonymity_above import leader_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NORD = "Hjemmepleje Nord"


@pytest.fixture
def made():
    return branch(people.team(9, with_representatives=False), ["Syd", "Vest"])


def day(number):
    return town.NOW + timedelta(days=number)


def give(made, role, name=None, *, now=town.NOW, email="ida@havnby.test", ends=None):
    """A role at a unit by its name; without one at the top, for HR and administrator everywhere."""
    where = made.town.top if name is None else RoundUnit.objects.get(id=row(made, name)).unit_id
    everywhere = name is None and role in (Role.HR, Role.STEWARD)
    grants.grant(
        by=made.town.steward, organisation_id=made.town.organisation, email=email, name="Ida", role=role,
        unit_id=None if everywhere else where, ends=ends, now=now,
    )  # fmt: skip
    Grant.objects.filter(told_at=None).update(told_at=now)  # tests/attacks/test_seen.py is about who is told, and when
    return User.objects.get(email=email)


def seen(made, user, now):
    """Names of what opens, and why others do not."""
    names = {str(one.id): one.name for one in RoundUnit.objects.filter(round_id=made.id)}
    found = Seen(user, now).in_round(made.id)
    return {names[one] for one in found.open}, {names[one]: why for one, why in found.shut.items()}


def end(made, user, name, now):
    held = Grant.objects.get(user=user, unit_id=RoundUnit.objects.get(id=row(made, name)).unit_id, ended_at=None)
    grants.end(by=made.town.steward, grant_id=held.id, now=now)


def test_an_ended_grant_stays_as_a_row_and_gives_nothing(made):
    ida = give(made, Role.LEADER, NORD)
    assert seen(made, ida, town.NOW)[0] == {NORD}
    end(made, ida, NORD, day(1))
    assert seen(made, ida, day(1)) == (set(), {})
    assert Grant.objects.get(user=ida).ended_at == day(1)


def test_a_new_representative_opens_an_earlier_result_the_next_day(made):
    ida = give(made, Role.AMR, now=day(3))
    assert seen(made, ida, day(3)) == (set(), dict.fromkeys((NORD, "Syd", "Vest"), Shut.SOON))
    assert seen(made, ida, day(4)) == ({NORD, "Syd", "Vest"}, {})


def test_a_new_leader_too_and_one_who_was_given_it_again_at_once(made):
    ida = give(made, Role.LEADER, NORD)
    end(made, ida, NORD, day(2))
    give(made, Role.LEADER, NORD, now=day(2))
    assert seen(made, ida, day(2)) == ({NORD}, {})
    new = give(made, Role.LEADER, NORD, now=day(2), email="ny@havnby.test")
    assert seen(made, new, day(2)) == (set(), {NORD: Shut.SOON})
    assert seen(made, new, day(3)) == ({NORD}, {})


def test_a_role_for_the_day_alone_opens_nothing_and_gives_no_right_to_the_unit(made):
    """Ida of HR leads Nord and Syd; a day as TR of Vest would else make what is left, Vest, hers to find."""
    ida = give(made, Role.HR)
    give(made, Role.LEADER, NORD, now=day(1))
    give(made, Role.LEADER, "Syd", now=day(2))
    before = seen(made, ida, day(4))
    assert before == ({"Hjemmeplejen", NORD}, {"Syd": Shut.OTHER_ROLES})
    give(made, Role.TR, "Vest", now=day(5), ends=day(5).date())
    assert seen(made, ida, day(5)) == (before[0], before[1] | {"Vest": Shut.SOON})
    assert seen(made, ida, day(6)) == before


def test_a_role_for_a_minute_twice_opens_nothing_the_second_day_either(made):
    ida = give(made, Role.TR, NORD, now=day(3))
    leader = give(made, Role.LEADER, NORD, now=day(3), email="ny@havnby.test")
    for user in (ida, leader):
        end(made, user, NORD, day(3))
    give(made, Role.TR, NORD, now=day(6))
    give(made, Role.LEADER, NORD, now=day(6), email="ny@havnby.test")
    for user in (ida, leader):
        assert seen(made, user, day(6)) == (set(), {NORD: Shut.SOON})
        assert seen(made, user, day(7)) == ({NORD}, {})


def test_what_the_grants_of_before_have_opened_counts_after_years(made):
    ida = give(made, Role.HR, ends=day(5).date())
    give(made, Role.LEADER, NORD, now=day(1))
    assert seen(made, ida, day(2))[0] == {"Hjemmeplejen", NORD}
    give(made, Role.LEADER, "Syd", now=day(900))
    assert seen(made, ida, day(902)) == ({NORD}, {"Syd": Shut.OTHER_ROLES})


def test_a_share_that_was_over_before_somebody_led_is_none_of_theirs(made):
    syd = leader_of(made, "Syd")
    results.share(by=syd, round_unit_id=row(made, "Syd"), now=town.NOW)
    results.unshare(by=syd, round_unit_id=row(made, "Syd"), now=day(1))
    ida = give(made, Role.LEADER, now=day(2))
    give(made, Role.LEADER, NORD, now=day(2))
    assert seen(made, ida, day(3)) == ({"Hjemmeplejen", NORD}, {})
    results.share(by=syd, round_unit_id=row(made, "Syd"), now=day(4))
    assert seen(made, ida, day(4)) == ({"Hjemmeplejen", NORD}, {"Syd": Shut.OTHER_ROLES})
    assert ResultShare.objects.count() == 2


def test_whoever_stood_above_for_a_day_has_seen_what_was_shared(made):
    """Syd is moved under Ida's own unit, and away again: within the day that opens nothing, the next day it does."""
    where = made.town
    elsewhere = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Andet", parent=None, headcount=0, now=town.NOW
    )
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="ida@havnby.test", name="Ida", role=Role.LEADER,
        unit_id=elsewhere, ends=None, now=town.NOW,
    )  # fmt: skip
    ida = User.objects.get(email="ida@havnby.test")
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    syd = RoundUnit.objects.get(id=row(made, "Syd")).unit_id

    def move(parent, number):
        organisations.change_unit(
            by=where.steward, unit_id=syd, name="Syd", parent=parent, headcount=9, now=day(number)
        )
        take_all(day(number))

    def also_hr_and_leader(number):
        for role, unit in ((Role.HR, None), (Role.LEADER, NORD)):
            give(made, role, unit, now=day(number))
        return seen(made, ida, day(number + 2))

    move(elsewhere, 5)
    move(where.top, 5)
    assert seen(made, ida, day(5)) == seen(made, ida, day(6)) == (set(), {})
    assert UnitVersion.objects.filter(unit_id=syd, valid_from=day(5).date(), valid_to=day(5).date()).count() == 1
    with transaction.atomic():
        assert also_hr_and_leader(7) == ({"Hjemmeplejen", NORD}, {})
        transaction.set_rollback(True)
    move(elsewhere, 10)
    assert seen(made, ida, day(11)) == ({"Syd"}, {})
    move(where.top, 11)
    assert also_hr_and_leader(12) == ({"Hjemmeplejen"}, {NORD: Shut.OTHER_ROLES})


@pytest.mark.parametrize(("moved", "opens"), [(-1, {"Hjemmeplejen", NORD}), (1, {"Hjemmeplejen", NORD, "Syd"})])
def test_a_unit_that_left_just_before_the_release_was_not_theirs(made, moved, opens):
    """Ida was AMR over Vest's old place: had it left after the release, Vest, what is left of the branch, was hers."""
    where, hour = made.town, timedelta(hours=moved)
    elsewhere = Unit.objects.create(organisation_id=where.organisation)
    UnitVersion.objects.create(unit=elsewhere, name="Andet", valid_from=day(-9).date(), since_at=day(-9))
    Grant.objects.create(
        user=User.objects.create(email="ida@havnby.test"), organisation_id=where.organisation, unit=elsewhere,
        role=Role.AMR, starts=day(-7).date(), given_at=day(-7),
    )  # fmt: skip
    vest = RoundUnit.objects.get(id=row(made, "Vest")).unit_id
    UnitVersion.objects.filter(unit_id=vest).update(parent_id=elsewhere, valid_from=day(-8).date(), since_at=day(-8))
    organisations.change_unit(
        by=where.steward, unit_id=vest, name="Vest", parent=where.top, headcount=9, now=town.NOW + hour
    )
    ida = give(made, Role.HR, now=day(1))
    give(made, Role.LEADER, NORD, now=day(2))
    give(made, Role.LEADER, "Syd", now=day(3))
    assert seen(made, ida, day(5))[0] == opens


def test_a_new_leader_above_opens_the_branch_at_once_and_what_is_shared_the_next_day(made):
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    ida = give(made, Role.LEADER, now=day(3))
    assert seen(made, ida, day(3)) == ({"Hjemmeplejen"}, {"Syd": Shut.SOON})
    assert seen(made, ida, day(4)) == ({"Hjemmeplejen", "Syd"}, {})


def test_one_role_alone_opens_the_same_by_the_short_way_and_the_long_one(made, monkeypatch):
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    wanted = [(Role.LEADER, None), (Role.LEADER, NORD), (Role.HR, None), (Role.STEWARD, None)]
    wanted += [(Role.HR, "Hjemmeplejen")]
    users = [give(made, role, name, email=f"i{number}@havnby.test") for number, (role, name) in enumerate(wanted)]
    short = [seen(made, one, day(1)) for one in users]
    monkeypatch.setattr(union, "_is_one_role", lambda held: False)
    assert [seen(made, one, day(1)) for one in users] == short
    top, all_of_it = {"Hjemmeplejen"}, {"Hjemmeplejen", "Syd"}
    assert [opened for opened, _shut in short] == [all_of_it, {NORD}, top, top, top]


def test_many_rounds_are_asked_for_together(monkeypatch):
    """A representative's front page lists every round of every team; a program that has just started knows none."""
    where = people.team(9)
    rounds = [people.closed_round(where, now=day(60 * number)).id for number in range(3)]

    def questions(ids):
        monkeypatch.setattr(shown_module, "_KEPT", shown_module._Kept(100))
        with CaptureQueriesContext(connection) as asked:
            assert all(one.open for one in Seen(where.amr, day(200)).in_rounds(ids).values())
        return len(asked)

    assert questions(rounds) == questions(rounds[:1])


def test_what_is_kept_of_rounds_is_bounded_and_read_again(made):
    kept = shown_module._Kept(most_units=9)
    found = shown(made.id)
    for number in range(5):
        kept.keep({uuid.UUID(int=number): found})
    assert list(kept.get([uuid.UUID(int=number) for number in range(5)])) == [uuid.UUID(int=3), uuid.UUID(int=4)]


def test_a_page_asks_the_tables_a_fixed_number_of_questions(made):
    ida = give(made, Role.LEADER)
    give(made, Role.LEADER, NORD)
    shown(made.id)
    with CaptureQueriesContext(connection) as asked:
        page = Seen(ida, day(1))
        for _ in range(20):
            page.in_round(made.id)
    assert len(asked) <= 6
