"""The mirror with an account: same page for leader, AMR and TR; lines, sharing, PDF, trait and action."""

import pytest
from django.urls import reverse

from kulturspejl.actions import lines
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Action, Trait
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
OWN = {"A": 24, "B": 12, "C": 12, "D": 12}


def result(at, user, made, language="en"):
    return at(user, language).get(reverse("result", args=[made.unit])).content.decode()


@pytest.mark.slow
def test_leader_amr_and_tr_read_the_same_numbers(at):
    where = people.team(9)
    made = people.closed_round(where)
    for user in (where.leader, where.amr, where.tr):
        assert "A = 24 · B = 8 · C = 10 · D = 18 of 60" in result(at, user, made)
    assert "A = 24 · B = 8 · C = 10 · D = 18 af 60" in result(at, where.leader, made, "da")


@pytest.mark.slow
def test_hr_and_steward_and_the_leader_above_find_nothing(at):
    where = people.team(9)
    made = people.closed_round(where)
    for user in (where.hr, where.steward, people.leader_above(where)):
        for name in ("result", "result_pdf", "trait_new"):
            assert at(user).get(reverse(name, args=[made.unit])).status_code == 404


@pytest.mark.slow
def test_the_leader_above_sees_it_when_the_team_shares_and_no_longer_afterwards(at):
    where = people.team(9)
    made = people.closed_round(where)
    lise = people.leader_above(where)
    address = reverse("result_share", args=[made.unit])
    at(where.amr).post(address, {"shared": "1"})
    assert "A = 24" in result(at, lise, made)
    assert reverse("result", args=[made.unit]) in at(lise).get(reverse("home")).content.decode()
    assert reverse("result_share", args=[made.unit]) not in result(at, lise, made)
    at(where.tr).post(address, {"shared": "0"})
    assert at(lise).get(reverse("result", args=[made.unit])).status_code == 404
    assert at(where.hr).get(reverse("result", args=[made.unit])).status_code == 404


def drawn(where):
    made = people.open_round(where)
    own = people.own_answers(**OWN)
    lines.draw(by=where.leader, round_unit_id=made.unit, own=own, guess=OWN, now=clock.now())
    people.close_with(made, people.ANSWERS)
    return made


@pytest.mark.slow
def test_the_leaders_lines_are_seen_by_the_leader_alone_unless_shown(at):
    where = people.team(9)
    made = drawn(where)
    assert "own answer" in result(at, where.leader, made)
    assert "own answer" not in result(at, where.amr, made)
    at(where.leader).post(reverse("line_show", args=[made.unit]), {"kind": "own", "shown": "1"})
    assert "own answer" in result(at, where.amr, made)
    assert "guess" not in result(at, where.amr, made)
    at(where.leader).post(reverse("line_show", args=[made.unit]), {"kind": "own", "shown": "0"})
    assert "own answer" not in result(at, where.amr, made)


@pytest.mark.slow
def test_the_pdf_is_a_pdf_and_carries_no_line_that_the_team_has_not_seen(at):
    where = people.team(9)
    made = drawn(where)
    answer = at(where.leader).get(reverse("result_pdf", args=[made.unit]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    shown = at(where.leader).get(reverse("result_pdf", args=[made.unit])).content
    at(where.leader).post(reverse("line_show", args=[made.unit]), {"kind": "own", "shown": "1"})
    assert at(where.leader).get(reverse("result_pdf", args=[made.unit])).content != shown


@pytest.mark.slow
def test_under_five_answers_there_is_a_conversation_and_not_one_number(at):
    where = people.team(9)
    made = people.closed_round(where, people.ANSWERS[:4])
    page = result(at, where.leader, made)
    assert "A conversation without numbers" in page
    assert "fewer than 5 answered" in page
    assert "A = " not in page
    assert 'class="web"' not in page
    assert "4 of 9" not in page
    assert at(where.leader).get(reverse("result_pdf", args=[made.unit])).status_code == 200


@pytest.mark.slow
def test_trait_and_action_come_from_the_mirror(at):
    where = people.team(9)
    made = people.closed_round(where)
    trait = {"more_of": "talk early on", "less_of": "", "notice": "We say it at the meeting", "better_for": "the task"}
    response = at(where.tr).post(reverse("trait_new", args=[made.unit]), trait)
    kept = Trait.objects.get()
    assert response.url == reverse("action_new", args=[kept.id])
    assert kept.stems_from_id == made.unit
    form = at(where.leader).get(response.url).content.decode()
    assert 'value="2027-01-04"' in form, "six weeks ahead"
    action = {"what": "Five minutes", "who": "Amir", "due": "2026-12-07", "follow_up": "2027-01-04"}
    assert at(where.leader).post(response.url, action).url == reverse("plan", args=[where.unit])
    assert Action.objects.get().who == "Amir"
    assert "Five minutes" in result(at, where.amr, made)


@pytest.mark.slow
def test_what_is_missing_is_told_at_its_field_and_nothing_is_lost(at):
    where = people.team(9)
    made = people.closed_round(where)
    response = at(where.leader, "da").post(reverse("trait_new", args=[made.unit]), {"more_of": "snak"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="snak"' in page
    assert "hvem det bliver bedre for" in page.lower()
    assert not Trait.objects.exists()


@pytest.mark.slow
def test_it_warns_against_names_and_health(at):
    where = people.team(9)
    made = people.closed_round(where)
    page = at(where.leader, "da").get(reverse("trait_new", args=[made.unit])).content.decode()
    assert "Skriv ikke navne, og skriv ikke om andres helbred." in page


@pytest.mark.slow
def test_a_made_up_address_looks_like_one_that_is_not_yours(at):
    where = people.team(9)
    made = people.closed_round(where)
    nothing = at(where.hr).get(reverse("result", args=[where.unit]))
    refused = at(where.hr).get(reverse("result", args=[made.unit]))
    assert (nothing.status_code, refused.status_code) == (404, 404)
    assert nothing.content.decode().replace(str(where.unit), "") == refused.content.decode().replace(str(made.unit), "")
