"""What the pages say of letters is true: who has been told, when letters come, and that the mail server is away."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import people as actions
from kulturspejl.actions.letters import postman, sending
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Letter, LetterState, Stuck, User
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db
SATURDAY = datetime(2026, 11, 28, 10, tzinfo=UTC)


@pytest.fixture
def page(at):
    def read(user, round_id, language="en"):
        return " ".join(at(user, language).get(reverse("round_page", args=[round_id])).content.decode().split())

    return read


@pytest.mark.slow
def test_the_page_says_who_has_been_told_and_until_when_an_answer_is_asked_for(page):
    where = people.team(9)
    round_id = people.waiting_round(where)
    assert "The letter to Amir and Tove is on its way." in page(where.leader, round_id)
    postman.CALLING.keep_only(set())
    sending.send_waiting(now=town.NOW)
    told = "We have written to Amir and Tove and asked for an answer by 26 November 2026."
    assert told in page(where.leader, round_id)
    assert "Vi har skrevet til Amir og Tove og bedt om svar senest 26. november 2026." in page(
        where.leader, round_id, "da"
    )
    Letter.objects.filter(to=where.tr).update(state=LetterState.REFUSED)
    assert "The letter to Tove could not be delivered." in page(where.leader, round_id)


def test_at_night_the_page_says_when_the_letter_comes(page, settings, monkeypatch):
    settings.KULTURSPEJL_QUIET_HOURS = True
    where = people.team(9, now=SATURDAY)
    monkeypatch.setattr(clock, "now", lambda: SATURDAY)
    round_id = people.waiting_round(where, now=SATURDAY)
    assert "Brevet til Amir og Tove kommer 30. november 2026 kl. 7.00." in page(where.leader, round_id, "da")


@pytest.mark.slow
def test_where_nobody_can_say_yes_the_page_says_what_to_do(page):
    where = people.team(9)
    round_id = people.waiting_round(where)
    actions.grant(
        by=where.steward, organisation_id=where.organisation, email=where.steward.email, name="", role="leader",
        unit_id=where.unit, ends=None, now=town.NOW,
    )  # fmt: skip
    for user in (where.amr, where.tr):
        actions.end(by=where.steward, grant_id=user.grants.get().id, now=town.NOW)
    assert "Nobody can say yes yet" in page(where.leader, round_id)


@pytest.mark.slow
def test_a_mail_server_that_is_away_and_a_round_that_is_stuck_are_seen(page, at):
    where = people.team(9)
    made = people.open_round(where)
    postman.note_away("ConnectionRefusedError", town.NOW - timedelta(minutes=2))
    Stuck.objects.create(job="close", about=str(made.id), fault="ValueError", since=town.NOW - timedelta(minutes=2))
    for user in (where.leader, where.amr, where.tr):
        assert "The mail server has taken no letters since 23 November 2026 at 08:58." in page(user, made.id)
        assert "The round has not gone on by itself since 23 November 2026 at 08:58." in page(user, made.id)
    seen = " ".join(at(where.steward, "da").get("/home").content.decode().split())
    assert "Mailserveren har ikke taget imod breve siden 23. november 2026 kl. 8.58." in seen
    assert "breve venter, og vi prøver igen hele tiden" in seen
    assert "Målingen kan ikke lukkes" in at(where.steward, "da").get("/organisation").content.decode()
    postman.note_at_work()
    assert "mail server" not in page(where.leader, made.id)


def test_a_letter_to_an_account_that_never_arrives_is_told_to_the_administrator(at):
    where = people.team(9)
    Letter.objects.create(
        to=User.objects.get(email=where.hr.email), kind="permission_for_you", path="/home", state=LetterState.REFUSED,
        done_on=town.NOW.date(),
    )  # fmt: skip
    assert "Breve når ikke frem til Hans." in at(where.steward, "da").get("/organisation").content.decode()
