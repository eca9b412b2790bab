"""Two tabs and one log-in: what the older one still asks for does not log anybody out."""

import pytest
from django.conf import settings
from django.test import Client

from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


def signed_in() -> Client:
    browser = Client()
    browser.force_login(people.team(9).leader)
    return browser


def test_a_request_with_a_session_that_was_replaced_leaves_the_new_cookie_alone():
    browser = signed_in()
    replaced = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.session.delete()
    late = Client()
    late.cookies[settings.SESSION_COOKIE_NAME] = replaced
    answer = late.get("/home")
    assert answer.status_code == 302
    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_logging_out_takes_the_cookie_away():
    answer = signed_in().post("/account/logout/")
    assert answer.cookies[settings.SESSION_COOKIE_NAME].value == ""
