"""Who is signed in is asked of the rows at every page: what is over there is over at the next of them."""

import datetime as dt

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from kulturspejl.actions import erasing
from kulturspejl.records.models import OpenSession, User
from kulturspejl.web.sessions import BEFORE, SessionStore
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in():
    """A leader's browser, with a session that has been used once."""
    where = people.team(9)
    browser = Client()
    browser.force_login(where.leader)
    assert is_in(browser)
    return browser, where.leader, where


def is_in(browser):
    return browser.get("/home").status_code == 200


def changed(browser, **said):
    """The session with other words in it, as the instance itself would write them."""
    store = SessionStore(browser.session.session_key)
    store.load()
    store.update(said)
    store.save()


def test_a_session_ends_at_the_second_that_stands_in_its_row(signed_in):
    browser, _leader, _where = signed_in
    row = Session.objects.filter(session_key=browser.session.session_key)
    row.update(expire_date=timezone.now() + dt.timedelta(minutes=1))
    assert is_in(browser)
    row.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert not is_in(browser)


def test_a_row_that_is_gone_or_changed_by_hand_opens_nothing(signed_in):
    browser, _leader, _where = signed_in
    row = Session.objects.get(session_key=browser.session.session_key)
    written = row.session_data
    for other in ("", written[:-8] + "AAAAAAA=", written[:20] + "A" * (len(written) - 20), "sealed1:"):
        Session.objects.filter(session_key=row.session_key).update(session_data=other)
        assert not is_in(browser)
        Session.objects.filter(session_key=row.session_key).update(session_data=written)
    browser.cookies[settings.SESSION_COOKIE_NAME] = row.session_key
    assert is_in(browser), "as it was written"
    Session.objects.all().delete()
    assert not is_in(browser)


def test_another_password_another_hash_and_a_closed_account_end_it(signed_in):
    browser, leader, _where = signed_in
    right = browser.session[HASH_SESSION_KEY]
    changed(browser, **{HASH_SESSION_KEY: "0" * 64})
    assert not is_in(browser)
    browser.force_login(leader)
    assert browser.session[HASH_SESSION_KEY] == right
    User.objects.filter(id=leader.id).update(is_active=False)
    assert not is_in(browser)
    User.objects.filter(id=leader.id).update(is_active=True)
    assert is_in(browser)
    leader.set_password("a quite new password")
    leader.save()
    assert not is_in(browser)


def test_somebody_who_is_erased_or_whose_row_is_gone_is_nobody(signed_in, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "KULTURSPEJL_VAR", tmp_path)
    browser, leader, where = signed_in
    words = {"by": where.steward, "organisation_id": where.organisation, "person_id": leader.id, "now": town.NOW}
    kept = browser.session.session_key, Session.objects.get().session_data
    erasing.take_everything(**words)
    erasing.erase(**words, is_known=True)
    assert not is_in(browser)
    Session.objects.get_or_create(
        session_key=kept[0],
        defaults={"session_data": kept[1], "expire_date": timezone.now() + dt.timedelta(days=1)},
    )
    assert not is_in(browser), "not even where the session's row had been left"


def test_one_that_an_earlier_version_began_goes_on(signed_in):
    browser, _leader, _where = signed_in
    changed(browser, **{BACKEND_SESSION_KEY: BEFORE})
    assert is_in(browser)
    changed(browser, **{BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend"})
    assert not is_in(browser), "one that is not ours opens nothing"
    assert OpenSession.objects.count() == 1
