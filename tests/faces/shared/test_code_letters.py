"""A code by mail is a letter like any other, and a server that wants it later gets it later."""

import threading

import pytest

from kulturspejl.faces.shared import accounts, later
from kulturspejl.readers.mail_state import mail_state
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def by_the_real_server(settings, mail_server, monkeypatch):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    monkeypatch.setattr(accounts, "TRIES_AFTER", (0, 0.3))
    monkeypatch.setattr(later, "do", lambda work: work())


def ask_for_a_code(client):
    people.team(9)
    return client.post("/account/login/code/", {"email": "karen@havnby.test"})


@pytest.mark.slow
def test_it_says_that_it_comes_from_a_machine_and_is_tried_again(client, mail_server, monkeypatch):
    real, asked = mail_server.handle_RCPT, []

    async def not_yet(*words):
        asked.append(words[3])
        return "450 greylisted" if len(asked) == 1 else await real(*words)

    monkeypatch.setattr(mail_server, "handle_RCPT", not_yet, raising=False)
    assert ask_for_a_code(client).status_code == 302
    (letter,) = mail_server.wait_for(1)
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.receivers == ["karen@havnby.test"]
    assert len(asked) == 2


@pytest.mark.slow
def test_a_server_that_is_away_is_noted_and_the_page_answers_as_ever(client, settings, mail_server):
    settings.EMAIL_PORT = 1
    assert ask_for_a_code(client).status_code == 302
    for thread in threading.enumerate():
        if thread.name == "kulturspejl-code-by-mail":
            thread.join(60)
    assert mail_state().since is not None
