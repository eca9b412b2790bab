"""A mail server that is down is left alone for longer and longer, and found again."""

from datetime import timedelta

import pytest

from kulturspejl.faces.shared import clock
from kulturspejl.web import news
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _by_the_real_server(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port


@pytest.fixture
def moment(monkeypatch):
    """The instance's time, moved by hand."""
    at = {"now": clock.now()}
    monkeypatch.setattr(news.clock, "now", lambda: at["now"])
    return lambda seconds: at.update(now=at["now"] + timedelta(seconds=seconds))


def invitations(mail_server):
    return [letter for letter in mail_server.letters if letter.message["List-Id"]]


def test_it_waits_twice_as_long_after_each_no_and_sends_when_the_server_is_back(
    settings, mail_server, moment
):
    people.open_round(people.team(9))
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    news.send_and_ring()
    settings.EMAIL_PORT = port
    moment(9)
    news.send_and_ring()
    assert mail_server.letters == []
    settings.EMAIL_PORT = 1
    moment(1)
    news.send_and_ring()
    settings.EMAIL_PORT = port
    moment(19)
    news.send_and_ring()
    assert mail_server.letters == []
    moment(1)
    news.send_and_ring()
    assert len(invitations(mail_server)) == 9


@pytest.mark.slow
def test_it_never_waits_longer_than_five_minutes(settings, mail_server, moment):
    people.open_round(people.team(9))
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    for _ in range(10):
        moment(300)
        news.send_and_ring()
    settings.EMAIL_PORT = port
    moment(300)
    news.send_and_ring()
    assert len(invitations(mail_server)) == 9
