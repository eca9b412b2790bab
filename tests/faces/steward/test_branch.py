"""A round over a branch: one opening for many units, in the same few steps as a leader's."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kulturspejl.actions import organisations
from kulturspejl.records.models import Invitation, Round, RoundUnit
from tests import people
from tests.actions import town
from tests.pages import tight

pytestmark = pytest.mark.django_db(transaction=True)
FOUR = "\n".join(f"Hjemmepleje Syd;p{number}@x.dk" for number in range(4))


@pytest.fixture
def where():
    """Hjemmeplejen (2 people of its own) with Nord (9) and Syd (3)."""
    made = people.team(9)
    words = {"by": made.steward, "now": town.NOW}
    organisations.change_unit(unit_id=made.top, name="Hjemmeplejen", parent=None, headcount=2, **words)
    organisations.add_unit(
        organisation_id=made.organisation, name="Hjemmepleje Syd", parent=made.top, headcount=3, **words
    )
    return made


def post(client, where, step="look", **changes):
    address = reverse("branch_new", args=[where.top])
    closes = re.search(r'name="closes_on" value="([^"]+)"', client.get(address).content.decode())[1]
    chosen = {"addresses": "", "rest": "cards", "closes_on": closes, "why": "", "language": "da", "preferred": "drawn",
              "points": "10", "step": step}  # fmt: skip
    return client.post(address, chosen | changes)


def invited():
    return {unit.name: (unit.invited["E"], unit.cards) for unit in RoundUnit.objects.all()}


@pytest.mark.slow
def test_cards_for_all_need_no_typing_and_looking_makes_nothing(at, where):
    page = tight(post(at(where.steward), where).content.decode())
    assert "14 people are asked in 3 units." in page
    assert "2 units have fewer than 5 people" in page
    assert Round.objects.count() == 0
    answer = post(at(where.steward), where, step="send")
    assert answer.status_code == 302
    assert invited() == {"Hjemmeplejen": (2, 2), "Hjemmepleje Nord": (9, 9), "Hjemmepleje Syd": (3, 3)}
    assert Round.objects.get().state == "waiting"


@pytest.mark.slow
def test_of_many_units_a_word_finds_the_line_and_what_was_written_stays(at, where):
    for number in range(300):
        organisations.add_unit(
            organisation_id=where.organisation, name=f"Team {number}", parent=where.top, headcount=1, by=where.steward,
            now=town.NOW,
        )  # fmt: skip
    page = post(at(where.steward), where, find="team 299", why="To talk").content.decode()
    lines = re.findall(r'<tr data-name="([^"]*)">', page)
    assert lines == ["Team 299"], "also of those that come last"
    assert "1 of 303 are shown" in page
    assert "To talk" in page
    assert 'name="seen"' in page, "it can be sent from here"


@pytest.mark.slow
def test_addresses_go_to_their_units_and_the_rest_get_cards(at, where):
    text = "Hjemmepleje Nord;a@x.dk\nHjemmepleje Nord;b@x.dk;en\nHjemmepleje Syd;c@x.dk"
    post(at(where.steward), where, step="send", addresses=text)
    assert invited() == {"Hjemmeplejen": (2, 2), "Hjemmepleje Nord": (9, 7), "Hjemmepleje Syd": (3, 2)}
    assert Invitation.objects.get(address="b@x.dk").language == "en"


def test_only_those_on_the_list_may_be_asked(at, where):
    post(at(where.steward), where, step="send", rest="none", addresses="Hjemmepleje Nord;a@x.dk")
    assert invited() == {"Hjemmeplejen": (0, 0), "Hjemmepleje Nord": (1, 0)}


def test_a_file_is_put_among_what_was_typed(at, where):
    file = SimpleUploadedFile("list.csv", "Hjemmepleje Syd;ærø@x.dk\nHjemmepleje Syd;d@x.dk".encode("cp1252"))
    page = post(at(where.steward), where, addresses="Hjemmepleje Nord;a@x.dk", file=file).content.decode()
    assert "Hjemmepleje Nord;a@x.dk\nHjemmepleje Syd;ærø@x.dk" in page.replace("\r", "")


@pytest.mark.slow
def test_a_table_with_other_columns_is_taken_and_a_mailbox_in_two_units_counts_once(at, where):
    text = "Navn;Mail;Afdeling\nBo;b@x.dk;Hjemmepleje Nord\nIda;B@x.dk;Hjemmepleje Syd\nLis;;Hjemmepleje Syd"
    client = at(where.steward)
    page = post(client, where, step="send", rest="none", addresses=text).content.decode()
    assert Round.objects.count() == 0
    assert "Line 3: b@x.dk goes to the same mailbox as line 2 and counts once" in " ".join(page.split())
    assert "Line 4: “Lis · Hjemmepleje Syd” has no address" in " ".join(page.split())
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    post(client, where, step="send", rest="none", addresses=text, seen=seen)
    assert invited() == {"Hjemmeplejen": (0, 0), "Hjemmepleje Nord": (1, 0)}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"addresses": "Nowhere;a@x.dk"}, "No unit of the branch is called"),
        ({"addresses": FOUR}, "has 3 employees, but 4 are invited"),
        ({"rest": "none"}, "Nobody is asked yet"),
        ({"closes_on": "2020-01-01"}, "closing day"),
        ({"closes_on": ""}, "corrected below"),
    ],
)
@pytest.mark.slow
def test_what_cannot_be_sent_is_told_nothing_is_made_and_all_is_kept(at, where, changes, told):
    answer = post(at(where.steward), where, step="send", why="To talk", **changes)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert "To talk" in page
    assert Round.objects.count() == 0


def test_only_the_steward_asks_a_branch(at, where):
    above = people.leader_above(where)
    for user in (above, where.leader, where.amr, where.hr):
        assert at(user).get(reverse("branch_new", args=[where.top])).status_code == 404
