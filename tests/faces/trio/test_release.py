"""AMR, TR or the steward reads everything and decides; the leader never does."""

import io
import re
from datetime import timedelta

import pypdf
import pytest
from django.urls import reverse

from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Invitation, Round
from tests import people
from tests.actions import town
from tests.faces import made_up

pytestmark = pytest.mark.django_db(transaction=True)


def page_of(at, user, round_id, language="en"):
    return at(user, language).get(reverse("round_release", args=[round_id])).content.decode()


@pytest.mark.slow
def test_they_see_list_letter_questions_and_rules(at):
    where = people.team(9)
    round_id = people.waiting_round(where, mails=7, cards=2)
    page = page_of(at, where.amr, round_id)
    assert "person06@havnby.test" in page
    assert "9 employees" in page
    assert "2 of them on cards" in page
    assert "Hvordan er kulturen i Hjemmepleje Nord?" in page
    assert "nor HR can see your answer" in page
    assert made_up.first_question() in page


def test_releasing_opens_the_round_and_says_who_did(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    response = at(where.tr).post(reverse("round_release", args=[round_id]))
    made = Round.objects.get()
    assert response.url == reverse("round_page", args=[round_id])
    assert (made.state, made.approved_by, made.approved_as) == ("open", where.tr, "tr")
    page = at(where.leader).get(reverse("round_page", args=[round_id])).content.decode()
    assert "Tove, union representative (TR), released the sending." in page


@pytest.mark.slow
def test_the_leader_and_hr_find_nothing(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    for user in (where.leader, where.hr, where.steward):
        assert at(user).get(reverse("round_release", args=[round_id])).status_code == 404
        assert at(user).post(reverse("round_release", args=[round_id])).status_code == 404
    assert Round.objects.get().state == "waiting"
    assert not Invitation.objects.exclude(code_sealed=None).exists()


def test_without_representatives_it_is_the_stewards(at):
    where = people.team(9, with_representatives=False)
    round_id = people.waiting_round(where)
    assert at(where.steward).post(reverse("round_release", args=[round_id])).status_code == 302
    assert Round.objects.get().approved_as == "steward"


def test_wait_we_must_talk_about_it(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    at(where.amr).post(reverse("round_hold", args=[round_id]), {"note": "Why now, in the middle of the move?"})
    assert Round.objects.get().state == "on_hold"
    page = at(where.leader).get(reverse("round_page", args=[round_id])).content.decode()
    assert "Why now, in the middle of the move?" in page
    assert "Nothing has been sent" in page
    at(where.tr).post(reverse("round_resume", args=[round_id]))
    assert Round.objects.get().state == "waiting"


@pytest.mark.slow
def test_within_six_weeks_their_agreement_is_asked_for_and_needed(at):
    where = people.team(9)
    people.closed_round(where)
    round_id = people.waiting_round(where)
    assert 'name="agreed"' in page_of(at, where.amr, round_id)
    refused = at(where.amr).post(reverse("round_release", args=[round_id]))
    assert refused.status_code == 422
    assert "needs the agreement" in refused.content.decode()
    assert at(where.amr).post(reverse("round_release", args=[round_id]), {"agreed": "1"}).status_code == 302


@pytest.mark.slow
def test_after_six_weeks_it_is_not(at, monkeypatch):
    where = people.team(9)
    people.closed_round(where)
    later = town.NOW + timedelta(weeks=6, days=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    round_id = people.waiting_round(where, now=later)
    assert 'name="agreed"' not in page_of(at, where.amr, round_id)


@pytest.mark.slow
def test_the_cards_are_a_pdf_for_them_and_never_for_the_leader(at):
    where = people.team(9)
    made = people.open_round(where, mails=5, cards=4)
    address = reverse("round_cards", args=[made.id])
    answer = at(where.amr).get(address)
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "no-store"
    assert [at(user).get(address).status_code for user in (where.leader, where.steward, where.hr)] == [404] * 3
    assert address in at(where.amr).get(reverse("round_page", args=[made.id])).content.decode()
    assert address not in at(where.leader).get(reverse("round_page", args=[made.id])).content.decode()


def test_the_questions_on_paper_are_for_whoever_reads_the_round_and_hold_no_code(at):
    where = people.team(9)
    made = people.open_round(where, mails=0, cards=9)
    address, round_page = (reverse(name, args=[made.id]) for name in ("round_paper", "round_page"))
    for user in (where.leader, where.amr, where.tr):
        assert f'href="{address}"' in at(user).get(round_page).content.decode()
        printed = at(user).get(address)
        assert printed.content.startswith(b"%PDF")
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed.content)).pages)
        assert "Kulturprofil på papir" in text
        assert not re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", text)
    assert at(where.hr).get(address).status_code == 404
    assert b"/Lang (en" in at(where.leader).get(f"{address}?lang=en").content.replace(b"/Lang(", b"/Lang (")
    assert at(where.leader).get(f"{address}?lang=xx").content == at(where.leader).get(address).content
    town.close_early(where, made.id)
    assert at(where.leader).get(address).status_code == 404
    assert address not in at(where.leader).get(round_page).content.decode()


def test_it_can_be_printed_before_the_letters_go(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    assert reverse("round_paper", args=[round_id]) in page_of(at, where.amr, round_id)


def test_once_it_is_out_the_page_leads_on(at):
    where = people.team(9)
    made = people.open_round(where)
    assert at(where.amr).get(reverse("round_release", args=[made.id])).url == reverse("round_page", args=[made.id])


@pytest.mark.slow
def test_whoever_is_too_late_lands_on_the_round_and_is_told_so(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    at(where.tr).post(reverse("round_release", args=[round_id]))
    for way in ("round_release", "round_hold", "round_resume"):
        late = at(where.amr).post(reverse(way, args=[round_id]), follow=True)
        assert late.redirect_chain == [(reverse("round_page", args=[round_id]), 302)]
        assert "That has been decided already" in late.content.decode()


@pytest.mark.slow
def test_the_agreement_is_asked_for_as_things_stand_now_and_the_page_says_so(at):
    """The unit has been asked meanwhile, by a round that was made before this one and let out after it."""
    where = people.team(9)
    first = people.waiting_round(where)
    Round.objects.filter(id=first).update(state="cancelled")
    second = people.waiting_round(where)
    Round.objects.filter(id=first).update(state="waiting")
    assert "less than 6 weeks ago" not in page_of(at, where.amr, second)
    at(where.amr).post(reverse("round_release", args=[first]))
    assert "less than 6 weeks ago" in page_of(at, where.amr, second)
    refused = at(where.amr).post(reverse("round_release", args=[second]))
    assert refused.status_code == 422
    assert Round.objects.get(id=second).state == "waiting"
    assert at(where.amr).post(reverse("round_release", args=[second]), {"agreed": "1"}).status_code == 302
    assert Round.objects.get(id=second).needs_agreement
