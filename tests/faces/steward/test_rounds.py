"""The steward's list of rounds: where each is, and deleting one that is over for good."""

import pytest
from django.urls import reverse

from kulturspejl.actions import plans
from kulturspejl.records.models import Door, Release, Round, Trait
from kulturspejl.vault import ledger
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path


def test_it_says_where_a_round_is_and_nothing_of_what_came_of_it(at):
    where = people.team(9)
    people.waiting_round(where)
    page = at(where.steward).get(reverse("all_rounds")).content.decode()
    assert "9 invited in 1 unit" in page
    assert "nothing has been sent" in page
    assert "Delete the round" not in page
    for user in (where.leader, where.hr, where.amr):
        assert at(user).get(reverse("all_rounds")).status_code == 404


@pytest.mark.slow
def test_deleting_takes_everything_but_what_was_agreed_and_the_ledger_knows(at):
    made = people.closed_round(people.team(9))
    where = made.town
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=made.unit, more_of="a", less_of="", notice="b",
        better_for="c", now=town.NOW,
    )  # fmt: skip
    page = at(where.steward).post(reverse("round_delete", args=[made.id]), follow=True).content.decode()
    assert "The round is deleted" in page
    assert not Round.objects.exists()
    assert not Release.objects.exists()
    assert not Door.objects.exists()
    assert Trait.objects.get(id=trait).stems_from is None
    assert (ledger.ROUND, made.id) in [(one.what, one.round_id) for one in ledger.entries()]
    assert "deleted a round" in at(where.steward).get(reverse("changes")).content.decode()


def test_a_round_under_way_is_not_deleted_and_no_other_role_may(at):
    made = people.open_round(people.team(9))
    assert at(made.town.steward).post(reverse("round_delete", args=[made.id])).status_code == 409
    for user in (made.town.leader, made.town.hr, made.town.tr):
        assert at(user).post(reverse("round_delete", args=[made.id])).status_code == 404
    assert Round.objects.filter(id=made.id).exists()
    assert ledger.ROUND not in [one.what for one in ledger.entries()]
