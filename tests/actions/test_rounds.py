"""Who may make, see and release a round, and what is refused (issue 2, point 3; science.md 2.9)."""

import uuid
from datetime import timedelta

import pytest

from kulturspejl.actions import mailing, organisations, people, rounds
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.reminders import MOST_REMINDERS
from kulturspejl.readers import cards, new_round
from kulturspejl.readers import rounds as read
from kulturspejl.readers.instruments import culture_profile
from kulturspejl.records.models import Invitation, Round, RoundState
from tests.actions.town import NOW, ask, found_town, long_codes, open_round

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_more_are_invited_than_the_unit_has():
    town = found_town(headcount=6)
    with pytest.raises(Refused) as caught:
        ask(town, mails=5, cards=2)
    assert "har 6 medarbejdere, men der er 7 inviteret" in caught.value.text.da


def test_an_address_counts_once():
    town = found_town()
    people_of = {town.unit: rounds.People(addresses=[("a@x.dk", ""), ("A+svar@x.dk\u200b", "")])}
    with pytest.raises(Refused):
        rounds.create(by=town.leader, root=town.unit, people=people_of, closes_at=NOW + timedelta(days=5), points=10,
                      preferred="drawn", why="", language="da", now=NOW)  # fmt: skip


def test_an_address_is_stored_as_it_is_sent_to_and_one_that_cannot_be_is_refused():
    town = found_town()

    def make(address: str) -> None:
        people_of = {town.unit: rounds.People(addresses=[(address, "")])}
        rounds.create(by=town.leader, root=town.unit, people=people_of, closes_at=NOW + timedelta(days=5), points=10,
                      preferred="drawn", why="", language="da", now=NOW)  # fmt: skip

    with pytest.raises(Refused, match="is not a mail address"):
        make("=?utf-8?q?=0a?=@x.dk")
    make("\ufeffAnna@XN--R-3FA9C.example\u200b")
    assert Invitation.objects.get().address == "anna@ærø.example"


def test_one_code_a_person_and_none_to_spare():
    round_id = open_round(found_town(), mails=4, cards=3)
    assert len(set(long_codes(round_id))) == 7


def test_the_leader_neither_releases_the_sending_nor_sees_a_code():
    town = found_town()
    round_id = ask(town, cards=6)
    with pytest.raises(NotThere):
        rounds.release_sending(by=town.leader, round_id=round_id, agreed=True, now=NOW)
    rounds.release_sending(by=town.amr, round_id=round_id, agreed=True, now=NOW)
    for user in (town.leader, town.steward, town.hr):
        with pytest.raises(NotThere):
            cards.sheets(user, round_id, now=NOW)
    assert len(cards.sheets(town.tr, round_id, now=NOW)[0].cards) == 6
    assert read.page(town.leader, round_id, now=NOW).units[0].addresses == ()


def test_a_leader_who_is_made_amr_still_does_not_release():
    town = found_town()
    people.grant(by=town.steward, organisation_id=town.organisation, email=town.leader.email, name="", role=Role.AMR,
                 unit_id=town.unit, ends=None, now=NOW)  # fmt: skip
    with pytest.raises(NotThere):
        rounds.release_sending(by=town.leader, round_id=ask(town, cards=6), agreed=True, now=NOW)


@pytest.mark.slow
def test_without_representatives_the_steward_releases():
    town = found_town(with_representatives=False)
    round_id = ask(town, cards=6)
    rounds.release_sending(by=town.steward, round_id=round_id, agreed=False, now=NOW)
    assert Round.objects.get().approved_as == "steward"


def test_waiting_for_a_talk_stops_the_sending_until_they_have_talked():
    town = found_town()
    round_id = ask(town, cards=6)
    rounds.hold(by=town.tr, round_id=round_id, note_text="Vi mangler at tale om tidspunktet.", now=NOW)
    assert read.page(town.leader, round_id, now=NOW).hold_note == "Vi mangler at tale om tidspunktet."
    with pytest.raises(NotThere):
        rounds.resume(by=town.leader, round_id=round_id, now=NOW)
    rounds.resume(by=town.amr, round_id=round_id, now=NOW)
    rounds.release_sending(by=town.amr, round_id=round_id, agreed=False, now=NOW)
    with pytest.raises(Conflict):
        rounds.hold(by=town.tr, round_id=round_id, note_text="", now=NOW)


@pytest.mark.slow
def test_a_second_round_within_six_weeks_needs_their_agreement():
    town = found_town()
    first = open_round(town, cards=6)
    Round.objects.filter(id=first).update(state=RoundState.RELEASED)
    soon, later = NOW + timedelta(weeks=5), NOW + timedelta(weeks=6, days=1)
    assert new_round.before(town.leader, town.unit, branch=False, now=soon).needs_agreement
    assert not new_round.before(town.leader, town.unit, branch=False, now=later).needs_agreement
    second = ask(town, cards=6, now=soon)
    with pytest.raises(Refused, match="six weeks"):
        rounds.release_sending(by=town.amr, round_id=second, agreed=False, now=soon)
    rounds.release_sending(by=town.amr, round_id=second, agreed=True, now=soon)


def test_one_round_at_a_time():
    town = found_town()
    ask(town, cards=6)
    with pytest.raises(Refused, match="already has a round"):
        ask(town, cards=6)


def test_cancelling_deletes_the_addresses_at_once():
    town = found_town()
    round_id = ask(town, mails=6)
    rounds.cancel(by=town.leader, round_id=round_id, now=NOW)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("who", ["hr", "steward"])
def test_nobody_outside_the_team_makes_a_round_for_the_unit(who):
    town = found_town()
    user = getattr(town, who)
    if who == "hr":
        with pytest.raises(NotThere):
            new_round.before(user, town.unit, branch=False, now=NOW)
    else:
        assert new_round.before(user, town.top, branch=True, now=NOW).units


def test_the_foresight_says_what_so_many_can_show():
    few, some = (
        new_round.foresight(people, minimum=5, asked=culture_profile()) for people in (4, 9)
    )
    assert "spørgsmål til en samtale" in few.da
    assert "mindst 14 point af 60" in some.da
    assert "at least 14 points of 60" in some.en


@pytest.mark.slow
def test_letters_go_out_once_and_reminders_to_everybody_alike(mail_server, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    town = found_town()
    round_id = open_round(town, mails=6, cards=1)
    assert (mailing.send_due(now=NOW).letters, mailing.send_due(now=NOW).letters) == (6, 0)
    from tests.actions.town import answer, profile

    answer(long_codes(round_id)[-1], profile(4, 2, 2))
    rounds.remind(by=town.leader, round_id=round_id, now=NOW + timedelta(days=2))
    assert mailing.send_due(now=NOW).letters == 6
    letters = mail_server.wait_for(12)
    bodies = [letter.message.get_content() for letter in letters]
    assert sum("Har du svaret, så se bort fra den." in body.replace("\n", " ") for body in bodies) == 6
    said = "Der kommer højst to i alt."
    assert (sum(said in body.replace("\n", " ") for body in bodies), MOST_REMINDERS) == (6, 2), "what it says is so"
    assert len({letter.message["To"] for letter in letters}) == 6


def test_a_unit_of_another_organisation_is_nowhere():
    town = found_town()
    with pytest.raises(NotThere):
        organisations.change_unit(
            by=town.leader, unit_id=town.unit, name="x", parent=None, headcount=99, now=NOW
        )
    with pytest.raises(NotThere):
        read.page(town.leader, uuid.uuid4(), now=NOW)


def test_content_whose_answers_have_an_owner_goes_into_no_round(monkeypatch):
    from dataclasses import replace

    from kulturspejl.actions.rounds import create as making
    from kulturspejl.core.permissions.visibility import Visibility
    from kulturspejl.values.the_library import the_library

    whole = the_library()
    private = replace(whole.instruments["culture_profile"], visibility=Visibility.PRIVATE)
    import sys

    module = sys.modules[making.__module__]
    monkeypatch.setattr(
        module, "the_library", lambda: replace(whole, questionnaires={"culture_profile": private})
    )
    monkeypatch.setattr("tests.actions.town.kept", lambda _step, make: make())
    with pytest.raises(Refused, match="its answers have an owner"):
        ask(found_town(), cards=6)
