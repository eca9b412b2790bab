"""The letter about the result: to all alike, from a list that says nothing else and forgets line by line."""

import uuid
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings as django_settings

from kulturspejl.actions import closing, result_letters
from kulturspejl.actions.result_letters import lists, sending
from kulturspejl.actions.rooms import ending
from kulturspejl.actions.rounds.delete import delete
from kulturspejl.readers import result_letters as reader
from kulturspejl.records.models import Invitation, ResultLetters, Round
from kulturspejl.vault.sealed_list import open_list
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
LATER = town.CLOSES + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def by_the_real_server(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    settings.KULTURSPEJL_BASE_URL = "https://kultur.example.dk"


def closed(answers: int = 6, mails: int = 9, cards: int = 0):
    made = people.open_round(people.team(mails + cards), mails=mails, cards=cards)
    for code in made.codes[-answers:] if answers else ():
        town.answer(code, town.profile(4, 2, 2))
    closing.close(round_id=made.id, now=town.CLOSES, rng=np.random.default_rng(1))
    return made


def key_files(made) -> list[Path]:
    return list(Path(django_settings.KULTURSPEJL_KEYS).glob(f"{lists.owner_of(made.id)}.*"))


def addresses(round_id) -> list[str]:
    return [line.address for line in lists.lines_of(round_id)]


def lost() -> int:
    return Round.objects.get().result_letters_lost


@pytest.mark.slow
@pytest.mark.parametrize("answers", [0, 3, 9])
def test_everybody_gets_the_same_letter_whether_they_have_answered_or_not(mail_server, answers):
    made = closed(answers)
    assert result_letters.send_due(now=LATER).letters == 9
    assert sorted(letter.receivers[0] for letter in mail_server.letters) == [
        f"person{number:02}@havnby.test" for number in range(9)
    ]
    assert len({letter.text for letter in mail_server.letters}) == 1
    assert "samme link som i dit første brev" in mail_server.letters[0].text
    assert not any(code in mail_server.letters[0].text for code in made.codes)
    assert result_letters.send_due(now=LATER).letters == 0
    assert (ResultLetters.objects.count(), key_files(made), lost()) == (0, [], 0)


def test_nothing_is_sent_before_the_result_is_open(mail_server, monkeypatch):
    monkeypatch.setattr(closing.steps, "_open_result", lambda *_: None)
    closed()
    assert result_letters.send_due(now=LATER).letters == 0
    assert mail_server.letters == []


@pytest.mark.slow
def test_the_list_holds_address_unit_and_language_in_an_order_of_chance_and_nothing_else():
    made = people.open_round(people.team(60), mails=60)
    ids = set(Invitation.objects.values_list("id", flat=True))
    closing.close(round_id=made.id, now=town.CLOSES, rng=np.random.default_rng(1))
    (row,) = ResultLetters.objects.all()
    key = key_files(made)[0].read_bytes()[:32]
    records = open_list(key, row.sealed, b"result letters" + made.id.bytes + bytes(4), row.size)
    packed = made.unit.bytes + b"da   "
    assert {line[: len(packed)] for line in records.values()} == {packed}
    assert sorted(line[len(packed) :].rstrip(b"\0").decode() for line in records.values()) == [
        f"person{number:02}@havnby.test" for number in range(60)
    ]
    assert len({len(line) for line in records.values()}) == 1
    assert addresses(made.id) != sorted(addresses(made.id))
    assert not {uuid.UUID(bytes=number) for number in records} & ids


@pytest.mark.slow
def test_a_line_dies_with_its_letter_and_its_key_with_it(mail_server, monkeypatch):
    """What stood in the list before a letter went opens with no key that is there afterwards."""
    made = closed()
    before = bytes(ResultLetters.objects.get().sealed)
    (line, *_rest) = lists.lines_of(made.id)
    (file,) = key_files(made)
    old_key = file.read_bytes()[:32]
    lists.take_out(line, made.id, is_lost=False)
    assert old_key not in file.read_bytes()
    assert line.address not in addresses(made.id)
    assert len(addresses(made.id)) == 8
    row = ResultLetters.objects.get()
    assert bytes(row.before) == before, "kept until the key is there, and a riddle from then on"
    assert reader.on_their_way(made.id) == 8


@pytest.mark.slow
def test_a_refused_letter_is_counted_and_stops_no_other(mail_server):
    made = closed()
    mail_server.refused.add("person04@havnby.test")
    result_letters.send_due(now=LATER)
    assert len(mail_server.letters) == 8
    assert (lost(), reader.on_their_way(made.id)) == (1, 0)


def test_without_a_server_the_letters_wait_for_two_days_and_are_counted(mail_server, settings):
    made = closed()
    settings.EMAIL_PORT = 1
    waits = result_letters.send_due(now=LATER)
    assert (waits.letters, waits.has_waiting, reader.on_their_way(made.id)) == (0, True, 9)
    result_letters.send_due(now=town.CLOSES + sending.KEPT - timedelta(seconds=1))
    assert reader.on_their_way(made.id) == 9
    result_letters.send_due(now=town.CLOSES + sending.KEPT)
    assert (reader.on_their_way(made.id), lost(), key_files(made)) == (0, 9, [])


@pytest.mark.slow
def test_a_kill_between_the_servers_yes_and_our_note_sends_that_one_letter_twice(mail_server, monkeypatch):
    closed()
    real, calls = lists.take_out, []

    def killed(*words, **more):
        calls.append(words)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(*words, **more)

    monkeypatch.setattr(lists, "take_out", killed)
    with pytest.raises(KeyboardInterrupt):
        result_letters.send_due(now=LATER)
    monkeypatch.setattr(lists, "take_out", real)
    result_letters.send_due(now=LATER)
    to = [letter.receivers[0] for letter in mail_server.letters]
    assert (len(to), len(set(to))) == (10, 9)


@pytest.mark.slow
def test_a_round_deleted_meanwhile_takes_its_list_along(mail_server):
    made = closed()
    delete(by=made.town.steward, round_id=made.id, now=LATER)
    assert (ResultLetters.objects.count(), key_files(made)) == (0, [])
    assert result_letters.send_due(now=LATER).letters == 0


@pytest.mark.slow
def test_keys_of_a_living_list_are_not_taken_for_left_over_ones(mail_server):
    made = closed()
    long_after = town.CLOSES + timedelta(days=3650)
    ending.delete_due(now=long_after)
    assert len(addresses(made.id)) == 9
    ResultLetters.objects.all().delete()
    ending.delete_due(now=long_after)
    assert key_files(made) == []


@pytest.mark.slow
def test_a_list_whose_keys_are_gone_is_ended_and_counted(mail_server):
    made = closed()
    for file in key_files(made):
        file.unlink()
    result_letters.send_due(now=LATER)
    assert (ResultLetters.objects.count(), lost()) == (0, 9)


@pytest.mark.slow
def test_cards_have_no_letter(mail_server):
    closed(answers=0, mails=5, cards=4)
    result_letters.send_due(now=LATER)
    assert len(mail_server.letters) == 5
