"""Who is counted, and who holds the codes: a leader cannot slip in, count twice, or be the one who lets it out."""


import pytest
from django.urls import reverse

from kulturspejl.actions import organisations, rounds
from kulturspejl.actions import people as grants
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.addresses import read_addresses
from kulturspejl.core.tables.branch_list import BranchUnit, read_branch
from kulturspejl.readers import cards
from kulturspejl.readers import rounds as reading
from kulturspejl.records.models import Round, User
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


def ask(where, *addresses, by=None, people_of=None):
    return rounds.create(
        by=by or where.leader, root=where.top if people_of else where.unit,
        people=people_of or {where.unit: rounds.People(addresses=[(one, "") for one in addresses])},
        closes_at=town.CLOSES, points=10, preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip


@pytest.mark.parametrize("own", ["karen@havnby.test", "Karen@Havnby.test", "karen+svar@havnby.test"])
def test_the_leader_cannot_invite_herself_into_the_count(own):
    where = people.team(9)
    with pytest.raises(Refused, match="leads the unit"):
        ask(where, own, *[f"p{number}@havnby.test" for number in range(5)])
    assert not Round.objects.exists()


def test_nor_can_the_administrator_invite_her_where_she_leads_but_where_she_is_an_employee():
    where = people.team(9, with_representatives=False)
    middle = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Ledergruppen", parent=where.top, headcount=6,
        now=town.NOW,
    )  # fmt: skip
    hers, others = [("karen@havnby.test", "")], [(f"p{number}@havnby.test", "") for number in range(5)]
    with pytest.raises(Refused, match="leads the unit"):
        ask(where, by=where.steward, people_of={where.unit: rounds.People(hers), middle: rounds.People(others)})
    ask(where, by=where.steward, people_of={where.unit: rounds.People(others), middle: rounds.People(hers)})


def test_who_becomes_the_leader_before_the_sending_does_not_get_a_code():
    where = people.team(9)
    made = ask(where, *[f"p{number}@havnby.test" for number in range(6)])
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="p3@havnby.test", name="Bo", role=Role.LEADER,
        unit_id=where.unit, ends=None, now=town.NOW,
    )  # fmt: skip
    with pytest.raises(Refused, match="leads the unit"):
        rounds.release_sending(by=where.amr, round_id=made, agreed=True, now=town.NOW)
    assert Round.objects.get().state == "waiting"


@pytest.mark.parametrize(
    "twice",
    ["anna+svar@havnby.test", "ANNA@havnby.test", "Anna <anna+2+3@HAVNBY.test>"],
)
def test_one_mailbox_is_one_person_however_it_is_spelt(twice):
    read = read_addresses(f"anna@havnby.test\n{twice}\nbo@havnby.test")
    assert [address for address, _ in read.good] == ["anna@havnby.test", "bo@havnby.test"]
    assert [one.line for one in read.told] == [2]
    branch = read_branch(f"Nord;anna@havnby.test\nNord;{twice}", [BranchUnit("nord", "Nord", (), None)])
    assert len(branch.by_unit["nord"]) == 1
    assert branch.told
    where = people.team(9)
    ((address, _language),) = read_addresses(twice).good
    with pytest.raises(Refused, match="several places"):
        ask(where, "anna@havnby.test", address)


def test_who_leads_a_unit_of_the_branch_does_not_let_it_out_and_sees_no_list_and_no_code():
    """Karen leads Nord and is AMR for the whole branch: she would hold her own employees' codes."""
    where = people.team(9, with_representatives=False)
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="karen@havnby.test", name="Karen", role=Role.AMR,
        unit_id=where.top, ends=None, now=town.NOW,
    )  # fmt: skip
    made = ask(where, by=where.steward, people_of={where.unit: rounds.People([("p@havnby.test", "")], cards=6)})
    seen = reading.page(where.leader, made, now=town.NOW)
    assert not {"release", "hold", "cards"} & seen.may
    assert not any(unit.addresses for unit in seen.units)
    with pytest.raises(NotThere):
        rounds.release_sending(by=where.leader, round_id=made, agreed=True, now=town.NOW)
    rounds.release_sending(by=where.steward, round_id=made, agreed=True, now=town.NOW)
    with pytest.raises(NotThere):
        cards.sheets(where.leader, made, now=town.NOW)
    assert cards.sheets(where.steward, made, now=town.NOW)


def test_the_leader_sees_no_address_list_and_no_card_sheet(at):
    where = people.team(9)
    made = people.open_round(where, mails=5, cards=4)
    with pytest.raises(NotThere):
        cards.sheets(where.leader, made.id, now=town.NOW)
    page = at(where.leader).get(reverse("round_page", args=[made.id])).content.decode()
    assert "person00@havnby.test" not in page
    assert not any(code in page for code in made.codes)


def test_an_amr_elsewhere_and_a_colleague_without_account_see_nothing(at):
    where = people.team(9)
    made = people.open_round(where)
    other = User.objects.create(email="other@havnby.test", name="Other")
    assert at(other).get(reverse("round_page", args=[made.id])).status_code == 404
    assert at(None).get(reverse("round_page", args=[made.id])).status_code in (302, 404)
