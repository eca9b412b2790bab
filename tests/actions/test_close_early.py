"""Closing before the day: somebody asks and says why, a representative says yes or no, and sees no number."""

from datetime import timedelta

import pytest

from kulturspejl.actions import people as grants
from kulturspejl.actions import rounds
from kulturspejl.actions.letters import sending
from kulturspejl.actions.letters.due import tell_due
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.readers import rounds as reader
from kulturspejl.records.models import AuditEntry, Letter, Round
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
LATER = town.NOW + timedelta(days=1)


def ask(made, by=None, reason="Vi mødes i dag", now=town.NOW):
    rounds.ask_to_close(by=by or made.town.leader, round_id=made.id, reason=reason, now=now)


def say(made, agrees, by=None, now=town.NOW):
    rounds.answer_close(by=by or made.town.amr, round_id=made.id, agrees=agrees, now=now)


def closes_at():
    return Round.objects.get().closes_at


def verbs():
    return set(AuditEntry.objects.filter(verb__contains="close").values_list("verb", "actor__name"))


def test_the_leader_alone_closes_nothing():
    made = people.open_round(people.team(9))
    ask(made)
    assert closes_at() == town.CLOSES
    with pytest.raises(NotThere):
        say(made, agrees=True, by=made.town.leader)
    with pytest.raises(NotThere):
        say(made, agrees=True, by=made.town.steward)
    say(made, agrees=True)
    assert closes_at() == town.NOW
    assert verbs() == {("round.ask_close", "Karen"), ("round.close", "Amir")}


def test_the_administrator_needs_the_yes_too_where_there_are_representatives():
    made = people.open_round(people.team(9))
    ask(made, by=made.town.steward)
    assert closes_at() == town.CLOSES
    say(made, agrees=True, by=made.town.tr)
    assert closes_at() == town.NOW


@pytest.mark.slow
def test_where_there_is_no_representative_the_yes_is_the_administrators():
    made = people.open_round(people.team(9, with_representatives=False))
    ask(made)
    assert closes_at() == town.CLOSES
    assert [letter.to for letter in Letter.objects.filter(kind="close_early_asked")] == [made.town.steward]
    say(made, agrees=True, by=made.town.steward)
    assert closes_at() == town.NOW


def test_an_administrator_who_would_ask_herself_has_said_yes():
    made = people.open_round(people.team(9, with_representatives=False))
    ask(made, by=made.town.steward)
    assert closes_at() == town.NOW
    assert not Letter.objects.filter(kind="close_early_asked").exists()


@pytest.mark.slow
def test_a_no_leaves_it_open_and_holds_for_the_day():
    made = people.open_round(people.team(9))
    ask(made)
    say(made, agrees=False)
    assert closes_at() == town.CLOSES
    with pytest.raises(Conflict):
        say(made, agrees=True)
    with pytest.raises(Refused):
        ask(made)
    ask(made, now=LATER)
    say(made, agrees=True, now=LATER)
    assert closes_at() == LATER


def test_it_is_asked_once_and_with_a_reason():
    made = people.open_round(people.team(9))
    for nothing in ("  ", "\u200b\n\u2800"):
        with pytest.raises(Refused):
            ask(made, reason=nothing)
    ask(made)
    with pytest.raises(Conflict):
        ask(made, by=made.town.steward)


@pytest.mark.slow
def test_those_who_may_say_yes_get_a_letter_that_does_not_tell_why(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    made = people.open_round(people.team(9))
    ask(made, reason="Alle har svaret, tror jeg")
    sending.send_waiting(now=town.NOW)
    told = {one.receivers[0]: one for one in mail_server.letters if "før tid" in one.message["Subject"]}
    assert set(told) == {"amir@havnby.test", "tove@havnby.test"}
    text = told["amir@havnby.test"].text
    assert "Karen vil lukke målingen i Hjemmepleje Nord før tid" in text
    assert f"/rounds/{made.id}" in text
    assert "tror jeg" not in text


@pytest.mark.slow
def test_whoever_comes_to_be_asked_hears_of_it_when_the_one_who_was_asked_has_left(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    made = people.open_round(people.team(9))
    ask(made)

    def asked():
        before = len(mail_server.letters)
        tell_due(now=town.NOW)
        sending.send_waiting(now=town.NOW)
        return sorted(
            one.receivers[0] for one in mail_server.letters[before:] if "lukke før tid" in one.message["Subject"]
        )

    assert asked() == ["amir@havnby.test", "tove@havnby.test"]
    assert asked() == []
    for who in (made.town.amr, made.town.tr):
        grants.end(by=made.town.steward, grant_id=who.grants.get().id, now=town.NOW)
    assert asked() == ["sanne@havnby.test"]
    say(made, agrees=True, by=made.town.steward)
    assert closes_at() == town.NOW


@pytest.mark.slow
def test_an_answered_wish_is_told_to_whoever_asked_and_to_nobody_else(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    made = people.open_round(people.team(9))
    ask(made)
    say(made, agrees=False)
    sending.send_waiting(now=town.NOW)
    (told,) = [one for one in mail_server.letters if "før tid" in one.message["Subject"]]
    assert (told.receivers, told.message["Reply-To"]) == (["karen@havnby.test"], "Amir <amir@havnby.test>")
    assert "Amir har sagt nej til at lukke målingen i Hjemmepleje Nord før tid." in told.text
    assert f"/rounds/{made.id}" in told.text
    tomorrow = town.NOW + timedelta(days=1)
    ask(made, now=tomorrow)
    say(made, agrees=False, now=tomorrow)
    ask(made, now=tomorrow + timedelta(days=1))
    before = len(mail_server.letters)
    sending.send_waiting(now=tomorrow + timedelta(days=1))
    late = [one.receivers for one in mail_server.letters[before:] if "Nej til" in one.message["Subject"]]
    assert late == [], "it has been asked anew before the letter went"


@pytest.mark.parametrize(
    ("answers", "word"), [(0, "under_half"), (4, "under_half"), (5, "over_half"), (9, "nearly_all")]
)
def test_whoever_says_yes_sees_one_coarse_word_and_no_number(answers, word):
    made = people.open_round(people.team(9))
    for code in made.codes[:answers]:
        town.answer(code, town.profile(4, 2, 2))
    ask(made)
    page = reader.page(made.town.amr, made.id, now=town.NOW)
    assert [unit.participation for unit in page.units] == [word]
    assert "answer_close" in page.may
    assert (page.close_wish.asked_by, page.close_wish.reason) == ("Karen", "Vi mødes i dag")
    assert "answer_close" not in reader.page(made.town.leader, made.id, now=town.NOW).may
