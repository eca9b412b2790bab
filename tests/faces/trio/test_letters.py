"""Refused letters as AMR and TR put them right, an early close as they decide it, and a list that is too short."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import organisations, rounds
from kulturspejl.readers import rounds as reader
from kulturspejl.records.models import Invitation, Round
from kulturspejl.values.tree import tree_on
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
WRONG = "person04@havnby.test"


@pytest.fixture
def made():
    found = people.open_round(people.team(9))
    Invitation.objects.exclude(address=WRONG).update(mails_sent=1)
    Invitation.objects.filter(address=WRONG).update(undeliverable="refused")
    return found


def text_of(reply) -> str:
    return re.sub(r"\s+", " ", reply.content.decode())


def page(at, user, made, name="round_page", language="en") -> str:
    return text_of(at(user, language).get(reverse(name, args=[made.id])))


def post(at, user, made, **words):
    one = Invitation.objects.exclude(undeliverable="").get()
    return at(user, "en").post(reverse("round_letters", args=[made.id]), {"invitation": str(one.id)} | words)


@pytest.mark.slow
def test_the_page_says_how_many_and_which_to_those_who_see_the_list(made, at):
    assert "1 letter was refused" in page(at, made.town.amr, made)
    shown = page(at, made.town.tr, made, "round_letters")
    assert WRONG in shown
    assert "refused 1 of 9 letters" in shown
    assert "comes back later goes to kulturspejl@localhost" in shown
    assert reverse("round_letters", args=[made.id]) in text_of(at(made.town.amr).get(reverse("home")))


def test_the_leader_reads_that_they_see_to_it_and_no_number(made, at):
    shown = page(at, made.town.leader, made)
    assert "Not every letter got through. AMR or TR sees to it" in shown
    assert WRONG not in shown
    assert "1 letter" not in shown
    assert at(made.town.leader).get(reverse("round_letters", args=[made.id])).status_code == 404


@pytest.mark.slow
def test_an_address_is_put_right_and_what_is_wrong_with_one_is_said_beside_it(made, at):
    refused = post(at, made.town.amr, made, address="person03@havnby.test")
    assert refused.status_code == 422
    assert 'value="person03@havnby.test"' in text_of(refused)
    assert "on the list already" in text_of(refused)
    assert post(at, made.town.amr, made, address="ny@havnby.test").status_code == 302
    assert Invitation.objects.get(address="ny@havnby.test").mails_sent == 0
    assert "Letters are on their way." in page(at, made.town.leader, made), "one would tell that one was mended"
    assert "1 letter is on its way." in page(at, made.town.tr, made)


@pytest.mark.slow
def test_a_card_is_made_and_printed_alone_and_again(made, at):
    assert post(at, made.town.amr, made, instead="card").status_code == 302
    shown = page(at, made.town.tr, made, "round_letters")
    link = re.search(r'href="([^"]+card\.pdf)"', shown).group(1)
    printed = [at(made.town.tr).get(link) for _ in range(2)]
    assert {reply["Content-Type"] for reply in printed} == {"application/pdf"}
    assert printed[0].content == printed[1].content
    assert at(made.town.leader).get(link).status_code == 404
    assert "Cards in the place of letters" in page(at, made.town.amr, made)


def test_nonsense_is_told_and_nothing_breaks(made, at):
    client = at(made.town.amr, "en")
    reply = client.post(reverse("round_letters", args=[made.id]), {"invitation": "x"}, follow=True)
    assert "has been seen to already" in text_of(reply)


@pytest.mark.slow
@pytest.mark.parametrize("answers", [0, 9])
def test_whoever_says_yes_reads_that_too_few_give_no_picture_and_no_number_of_answers(at, answers):
    made = people.open_round(people.team(9))
    for code in made.codes[:answers]:
        town.answer(code, town.profile(4, 2, 2))
    assert "If fewer than 5 have answered, there is no picture" in page(at, made.town.leader, made)
    at(made.town.leader).post(reverse("round_close", args=[made.id]), {"reason": "We meet today"})
    shown = page(at, made.town.amr, made)
    assert "Karen asks to close the round before its day" in shown
    assert "We meet today" in shown
    assert "If fewer than 5 have answered, there is no picture" in shown
    assert "Yes, close it now" in shown
    assert f"{answers} of 9" not in shown
    assert "Yes, close it now" not in page(at, made.town.leader, made)


@pytest.mark.slow
def test_a_no_is_read_by_the_one_who_asked(at):
    made = people.open_round(people.team(9))
    at(made.town.leader).post(reverse("round_close", args=[made.id]), {"reason": "We meet today"})
    assert "This waits for you" in text_of(at(made.town.tr, "en").get(reverse("home")))
    at(made.town.tr).post(reverse("round_close_answer", args=[made.id]), {"answer": "no"})
    shown = page(at, made.town.leader, made)
    assert "There was a no to closing before the day" in shown
    assert "Ask for a yes" not in shown


def test_after_the_yes_the_page_says_one_thing(at):
    """Also the part with the leader's own lines is fetched again by the bell."""
    made = people.open_round(people.team(9))
    before = page(at, made.town.leader, made)
    assert re.search(r'<div data-region="lines" data-key="\w+" id="lines">\s*<section', before)
    town.close_early(made.town, made.id)
    after = page(at, made.town.leader, made)
    assert "The round is being closed" in after
    assert "Before the result opens" not in after
    assert "What you can do" not in after


@pytest.mark.slow
def test_five_of_twenty_four_are_marked_where_it_is_released(at):
    where = people.team(24)
    made = people.waiting_round(where, mails=5)
    shown = text_of(at(where.amr, "en").get(reverse("round_release", args=[made])))
    assert "Hjemmepleje Nord: only 5 of 24 employees are asked." in shown
    assert "19 have no code and cannot answer" in shown


@pytest.mark.slow
@pytest.mark.parametrize("asked", [18, 23, 24])
def test_three_in_four_or_more_are_told_as_a_number_alone(at, asked):
    where = people.team(24)
    made = people.waiting_round(where, mails=asked)
    shown = text_of(at(where.amr, "en").get(reverse("round_release", args=[made])))
    assert "employees are asked" not in shown
    assert ("<dt>Not asked</dt>" in shown) == (asked < 24)


@pytest.mark.slow
def test_in_a_branch_it_is_marked_by_unit_and_units_left_out_are_named(at):
    where = people.team(20)
    for name, headcount in (("Aften", 8), ("Nat", 7)):
        organisations.add_unit(
            by=where.steward, organisation_id=where.organisation, name=name, parent=where.top, headcount=headcount,
            now=town.NOW,
        )  # fmt: skip
    units = {one.name: one.id for one in tree_on(where.organisation, town.NOW.date()).units.values()}
    asked = {
        units["Hjemmepleje Nord"]: rounds.People(addresses=[(f"n{n}@havnby.test", "") for n in range(5)]),
        units["Aften"]: rounds.People(addresses=[(f"a{n}@havnby.test", "") for n in range(8)]),
    }
    made = rounds.create(
        by=where.steward, root=where.top, people=asked, closes_at=town.NOW + timedelta(days=14), points=10,
        preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    shown = text_of(at(where.steward, "en").get(reverse("round_release", args=[made])))
    assert "Hjemmepleje Nord: only 5 of 20 employees are asked." in shown
    assert "Aften: only" not in shown
    assert "In these units of the branch nobody is asked:</strong> Nat." in shown
    found = reader.page(where.steward, made, now=town.NOW)
    assert found.left_out == ("Nat",)
    assert Round.objects.get(id=made).state == "waiting"
