"""Letters by a real mail server: one bad address stops no other, and a server that is away only delays."""

from datetime import timedelta

import pytest

from kulturspejl.actions import mailing
from kulturspejl.readers.mail_state import mail_state
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def by_the_real_server(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    settings.KULTURSPEJL_BASE_URL = "https://kultur.example.dk"


def waiting() -> int:
    return mail_state().waiting


def test_everybody_gets_one_letter_with_a_code_of_their_own(mail_server):
    made = people.open_round(people.team(9))
    assert mailing.send_due(now=town.NOW).letters == 9
    assert mailing.send_due(now=town.NOW).letters == 0
    assert len({letter.receivers[0] for letter in mail_server.letters}) == 9
    for code in made.codes:
        assert (
            sum(f"https://kultur.example.dk/r/{code}" in letter.text for letter in mail_server.letters) == 1
        )


def test_an_address_that_is_refused_stops_no_other_and_is_not_tried_for_ever(mail_server):
    people.open_round(people.team(9))
    mail_server.refused.add("person04@havnby.test")
    mailing.send_due(now=town.NOW)
    assert len(mail_server.letters) == 8
    assert waiting() == 0


def test_a_server_that_asks_for_patience_gets_the_letter_later(mail_server, monkeypatch):
    people.open_round(people.team(9))
    real = mail_server.handle_RCPT

    async def patience(*words):
        return "450 try again later" if "person04" in words[3] else await real(*words)

    monkeypatch.setattr(mail_server, "handle_RCPT", patience, raising=False)
    assert mailing.send_due(now=town.NOW).letters == 8
    assert waiting() == 1
    monkeypatch.setattr(mail_server, "handle_RCPT", real, raising=False)
    assert mailing.send_due(now=town.NOW + timedelta(seconds=9)).letters == 0
    assert mailing.send_due(now=town.NOW + timedelta(seconds=10)).letters == 1
    assert len(mail_server.letters) == 9


def test_without_a_server_all_letters_wait(settings, mail_server):
    people.open_round(people.team(9))
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert mailing.send_due(now=town.NOW).letters == 0
    assert waiting() == 9
    settings.EMAIL_PORT = port
    assert mailing.send_due(now=town.NOW + timedelta(seconds=10)).letters == 9
    assert len(mail_server.letters) == 9
