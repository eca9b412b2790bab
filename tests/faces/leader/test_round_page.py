"""A round as the leader sees it, and what the leader may do."""

import re
from datetime import timedelta

import numpy as np
import pytest
from django.urls import reverse

from kulturspejl.actions import closing, organisations, rounds
from kulturspejl.actions.closing import steps
from kulturspejl.faces.shared import clock
from kulturspejl.live import bell
from kulturspejl.readers import rounds as reader
from kulturspejl.records.models import Invitation, LeaderLine, Release, Round
from kulturspejl.values.tree import tree_on
from tests import people
from tests.actions import town
from tests.faces import made_up

pytestmark = pytest.mark.django_db(transaction=True)


def page_of(at, user, round_id, language="en"):
    return at(user, language).get(reverse("round_page", args=[round_id])).content.decode()


@pytest.mark.slow
def test_the_leader_reads_letter_questions_and_rules_but_no_address_and_no_code(at):
    where = people.team(9)
    made = people.open_round(where)
    page = page_of(at, where.leader, made.id)
    assert "Hvordan er kulturen i Hjemmepleje Nord?" in page
    assert "nor HR can see your answer" in page
    assert made_up.first_question() in page
    assert "person00@havnby.test" not in page
    assert not any(code in page for code in made.codes)


def test_participation_is_coarse(at):
    where = people.team(9)
    made = people.open_round(where)
    assert "Under half have answered." in page_of(at, where.leader, made.id)
    for code in made.codes[:5]:
        town.answer(code, town.profile(4, 2, 2))
    page = page_of(at, where.leader, made.id)
    assert "Over half have answered." in page
    assert "5 of 9" not in page


@pytest.mark.slow
def test_a_reminder_goes_to_all_at_most_twice_and_never_on_the_heels_of_a_letter(at, monkeypatch):
    where = people.team(9)
    made = people.open_round(where)
    client, url = at(where.leader), reverse("round_remind", args=[made.id])
    for day in (2, 4):
        early = client.post(url)
        assert early.status_code == 422
        assert f"The next reminder can be sent from {23 + day} November 2026." in early.content.decode()
        assert f"A reminder can be sent from {23 + day} November 2026." in page_of(at, where.leader, made.id)
        monkeypatch.setattr(clock, "now", lambda day=day: town.NOW + timedelta(days=day))
        assert client.post(url).status_code == 302
    monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(days=8))
    refused = client.post(url)
    assert refused.status_code == 422
    assert "Two reminders have been sent" in refused.content.decode()
    assert Round.objects.get().reminders_sent == 2


@pytest.mark.slow
def test_closing_now_opens_the_result(at):
    where = people.team(9)
    made = people.open_round(where)
    for code in made.codes[:7]:
        town.answer(code, town.profile(4, 2, 2))
    at(where.leader).post(reverse("round_close", args=[made.id]), {"reason": "We meet today"})
    assert "The round is being closed." not in page_of(at, where.leader, made.id), "it takes a yes"
    at(where.tr).post(reverse("round_close_answer", args=[made.id]), {"answer": "yes"})
    assert "The round is being closed." in page_of(at, where.leader, made.id)
    closing.close_due(now=town.NOW)
    assert Release.objects.filter(round_id=made.id).exists()
    assert reverse("result", args=[made.unit]) in page_of(at, where.leader, made.id)


@pytest.mark.slow
def test_only_those_who_may_open_the_result_are_led_to_it(at):
    where = people.team(9)
    made = people.closed_round(where)
    link = reverse("result", args=[made.unit])
    assert link in page_of(at, where.amr, made.id)
    assert link not in page_of(at, where.steward, made.id)
    assert at(where.steward).get(link).status_code == 404


def test_a_stopped_round_says_what_happens_next(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    rounds.hold(by=where.amr, round_id=round_id, note_text="Lad os tale om listen.", now=clock.now())
    told = " ".join(page_of(at, where.leader, round_id, "da").split())
    assert "Bagefter kan de frigive den, eller du kan annullere målingen og lave en ny." in told


def test_cancelling_deletes_the_addresses(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    assert at(where.leader).post(reverse("round_cancel", args=[round_id])).url == reverse("home")
    assert Round.objects.get().state == "cancelled"
    assert not Invitation.objects.exists()


def test_a_round_that_a_restore_gave_up_does_not_say_that_nothing_was_sent(at):
    made = people.open_round(people.team(9))
    Round.objects.update(state="cancelled")
    page = at(made.town.leader).get(reverse("round_page", args=[made.id])).content.decode()
    assert "restored from a backup" in page
    assert "Nothing was sent" not in page


@pytest.mark.slow
def test_a_stranger_and_hr_find_nothing_and_may_do_nothing(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    for name in ("round_page", "round_release"):
        assert at(where.hr).get(reverse(name, args=[round_id])).status_code == 404
    for name in ("close", "close_answer", "cancel", "remind", "release", "hold", "resume", "letters"):
        name = f"round_{name}"
        assert at(where.hr).post(reverse(name, args=[round_id])).status_code == 404
    assert Round.objects.get().state == "waiting"


def draw(at, where, made, guess=None, **own):
    address = reverse("lines", args=[made.id, made.unit])
    return at(where.leader).post(address, {**own, **dict(zip("ABCD", guess or (), strict=False))})


@pytest.mark.slow
def test_own_answer_to_the_teams_questions_and_guess_are_drawn_beforehand_in_one_form(at):
    where = people.team(9)
    made = people.open_round(where)
    own = people.own_answers(A=24, B=12, C=12, D=12)
    assert draw(at, where, made, (18, 6, 18, 18), **own).status_code == 302
    kept = dict(LeaderLine.objects.values_list("kind", "values"))
    assert kept == {"own": {"A": 24, "B": 12, "C": 12, "D": 12}, "guess": {"A": 18, "B": 6, "C": 18, "D": 18}}
    page = at(where.leader).get(reverse("lines", args=[made.id, made.unit])).content.decode()
    assert "A = 24 · B = 12 · C = 12 · D = 12 of 60" in page
    assert page.count("<fieldset") == 7, "six questions and the guess"
    assert made_up.first_question() in page
    assert draw(at, where, made, (20, 20, 10, 10)).status_code == 302
    assert LeaderLine.objects.get(kind="own").values["A"] == 24, "the guess alone was drawn again"


def test_a_line_that_does_not_add_up_is_told_and_kept_on_the_page(at):
    where = people.team(9)
    made = people.open_round(where)
    own = people.own_answers(A=24, B=12, C=12, D=12) | {"now_d2_A": 7}
    response = draw(at, where, made, (24, 12, 12, 13), **own)
    page = response.content.decode()
    assert response.status_code == 422
    assert "add up to 60" in page
    assert "points are used of 10 in question 2" in page
    assert 'value="13"' in page
    assert 'value="7"' in page
    assert not LeaderLine.objects.exists()


def test_nothing_filled_in_is_told(at):
    where = people.team(9)
    response = draw(at, where, people.open_round(where))
    assert response.status_code == 422
    assert "Answer the questions or make your guess" in response.content.decode()


@pytest.mark.slow
def test_nobody_but_the_leader_reaches_the_lines(at):
    where = people.team(9)
    made = people.open_round(where)
    address = reverse("lines", args=[made.id, made.unit])
    assert [at(user).get(address).status_code for user in (where.amr, where.tr, where.steward, where.hr)] == [404] * 4


@pytest.mark.slow
def test_a_leader_below_sees_a_round_of_the_branch_as_it_is_in_the_own_unit(at):
    where = people.team(9)
    organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Aften og Nat", parent=where.top, headcount=7,
        now=town.NOW,
    )  # fmt: skip
    units = {one.name: one.id for one in tree_on(where.organisation, clock.today()).units.values()}
    asked = {
        unit_id: rounds.People(addresses=[(f"{name[:5].strip()}{n}@havnby.test", "") for n in range(5)], cards=0)
        for name, unit_id in units.items() if unit_id != where.top
    }  # fmt: skip
    made = rounds.create(
        by=where.steward, root=where.top, people=asked, closes_at=town.NOW + timedelta(days=14), points=10,
        preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    page = page_of(at, where.leader, made)
    assert "Hvordan er kulturen i Hjemmepleje Nord?" in page
    assert "Aften og Nat" not in page
    assert reader.may_read(where.leader, made, now=town.NOW)
    assert not reader.may_read(where.hr, made, now=town.NOW)


@pytest.mark.slow
def test_while_it_closes_the_page_says_which_step_it_is_at(at, monkeypatch):
    where = people.team(9)
    made = people.open_round(where)
    seen, rung = [], []
    monkeypatch.setattr(bell, "ring_on_commit", lambda topic: rung.append(topic))
    for name in ("open_boxes", "make_and_keep", "forget_people"):
        real = getattr(steps, name)

        def look_and_do(*words, real=real):
            page = page_of(at, where.leader, made.id)
            seen.append(re.search(r"Step \d of 3: [a-z ]+\.", re.sub(r"\s+", " ", page)).group())
            return real(*words)

        monkeypatch.setattr(steps, name, look_and_do)
    closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(1))
    assert seen == [
        "Step 1 of 3: the answers are mixed.",
        "Step 2 of 3: the result is computed.",
        "Step 3 of 3: the list of those who were asked and the keys of their codes are destroyed.",
    ]
    assert rung == [f"round:{made.id}"] * 4, "each step and the opening are told to the pages that listen"
    assert "Step" not in page_of(at, where.leader, made.id)
