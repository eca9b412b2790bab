"""Which instrument a round asks with: the leader chooses among all there are, and TRIO reads what it is."""

import re

import pytest
from django.urls import reverse

from kulturspejl.records.models import Round
from kulturspejl.values.the_library import the_library
from tests import people
from tests.actions import town
from tests.faces.leader.test_new_round import NINE, post

pytestmark = pytest.mark.django_db(transaction=True)
SAFETY = "psychological_safety"


def test_every_instrument_of_the_library_can_be_chosen_and_says_what_it_is_for_and_how_long_it_takes(at):
    where = people.team(9)
    page = at(where.leader).get(reverse("round_new", args=[where.unit])).content.decode()
    offered = re.findall(r'name="instrument" value="(\w+)"', page)
    assert offered[0] == "culture_profile"
    assert set(offered) == set(the_library().questionnaires)
    assert re.search(r'value="culture_profile"[^>]*checked', page)
    for one in the_library().questionnaires.values():
        assert one.purpose.en in page.replace("&#x27;", "'")
        assert one.minutes_text(*one.settled(10, "drawn")).en in page


def test_a_round_of_what_was_chosen_is_looked_at_and_made(at):
    where = people.team(9)
    looked = post(at(where.leader), where, addresses=NINE, instrument=SAFETY).content.decode()
    assert "Psychological safety</strong>: 7 statements, each given a number from 1 to 5 (7 questions, ab" in looked
    assert "If all 9 answer, you get your averages. How differently you answer is said in one" in looked
    assert "said in one coarse word, and only from 8 answers in numbers" in looked
    post(at(where.leader), where, step="send", addresses=NINE, instrument=SAFETY)
    made = Round.objects.get()
    assert (made.content_id, made.points, made.preferred) == (SAFETY, 5, "none")


def test_what_is_no_instrument_of_ours_is_told_and_nothing_typed_is_lost(at):
    where = people.team(9)
    answer = post(at(where.leader), where, step="send", addresses=NINE, instrument="horoscope")
    assert answer.status_code == 422
    assert "p3@havnby.test" in answer.content.decode()
    assert not Round.objects.exists()


def test_amr_reads_what_is_asked_before_anything_is_sent(at):
    where = people.team(9)
    round_id = town.ask(where, mails=9, instrument=SAFETY)
    page = at(where.amr).get(reverse("round_release", args=[round_id])).content.decode()
    assert "<strong>Psychological safety</strong>: 7 statements, each given a number from 1 to 5." in page
    assert "7 questions, about 2 minutes." in page
    for one in the_library().questionnaires[SAFETY].questions:
        assert one.text.en in page
    assert "points" not in page
    home = at(where.amr).get(reverse("home")).content.decode()
    assert "Hjemmepleje Nord</strong> · Psychological safety" in home


def test_the_leader_guesses_at_a_scale_and_does_not_answer_it(at):
    where = people.team(9)
    round_id = town.ask(where, mails=9, instrument=SAFETY)
    page = at(where.leader).get(reverse("round_page", args=[round_id])).content.decode()
    assert "Make your guess" in page
    assert "Draw your lines" not in page


def test_asked_again_it_is_the_same_that_is_asked(at):
    where = people.team(9)
    round_id = town.ask(where, mails=9, instrument="learning_scale")
    unit = Round.objects.get(id=round_id).units.get()
    Round.objects.update(state="released")
    page = at(where.leader).get(reverse("round_new", args=[where.unit]) + f"?like={unit.id}").content.decode()
    assert re.search(r'value="learning_scale"[^>]*checked', page)
    assert re.search(r'value="10"[^>]*checked', page), "points of a culture profile stay as they are offered"
