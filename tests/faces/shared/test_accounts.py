"""Signing in, staying signed in, and changing how: who is asked again, what is told, what ends."""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from kulturspejl.actions import sign_in_links
from kulturspejl.faces.shared import accounts, clock, later, signed_in
from kulturspejl.faces.shared.passwords import NoOwnWords
from kulturspejl.readers import second_factor
from kulturspejl.records.models import Letter, OpenSession, Organisation, SecurityEvent
from tests import people, signing_in
from tests.actions import town
from tests.actions.rooms.course import begin

pytestmark = pytest.mark.django_db(transaction=True)
APP = "/account/2fa/totp/activate/"
WEEK = second_factor.GRACE


class AtOnce:
    """In the place of a thread: no clock decides whether a letter has gone before it is looked for."""

    def __init__(self, target, args, **_named):
        self.start = lambda: target(*args)


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """What is done beside a page is done at once."""
    monkeypatch.setattr(later, "do", lambda work: work())
    monkeypatch.setattr(accounts, "threading", SimpleNamespace(Thread=AtOnce))
    monkeypatch.setattr(second_factor, "GRACE", WEEK)
    cache.clear()


@pytest.fixture
def where():
    return people.team(9)


def kinds(user=None):
    return list(SecurityEvent.objects.filter(user=user).order_by("id").values_list("kind", flat=True))


def app_code(secret):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def used(client, ago):
    """The session was used for the last time so long ago."""
    session = client.session
    mark = signed_in.mark_of(session)
    signed_in._write(session, signed_in.Mark(mark.id, mark.began - ago, mark.used - ago))
    session.save()


@pytest.mark.slow
def test_an_open_browser_is_asked_for_a_code_by_mail_before_an_app_is_connected(at, where, mailoutbox):
    browser = at(where.leader)
    asked = browser.get(APP)
    assert asked.headers["Location"].startswith("/account/second-look/")
    assert at(where.leader).post(APP, {"code": "1"}).headers["Location"].startswith("/account/second-look/")
    page = asked.headers["Location"]
    assert mailoutbox == []
    browser.post(page, {"action": "send"})
    code = signing_in.code_in(mailoutbox[-1].body)
    assert mailoutbox[-1].to == [where.leader.email]
    assert "Incorrect" in browser.post(page, {"code": "WRNG-CODE"}).content.decode()
    assert browser.post(page, {"code": code.lower()}).headers["Location"] == APP
    assert browser.get(APP).status_code == 200
    done = browser.post(APP, {"code": app_code(browser.session["mfa.totp.secret"])})
    assert done.status_code == 302
    assert Authenticator.objects.filter(user=where.leader, type="totp").exists()
    letter = Letter.objects.get(to=where.leader)
    assert (letter.kind, letter.at_once, letter.path) == ("account_changed", True, "/account/sessions/")
    assert kinds(where.leader) == ["signed_in", "signed_in", "refused", "added.totp"]


@pytest.mark.slow
def test_three_wrong_codes_need_a_new_one_and_an_old_look_no_longer_counts(at, where, mailoutbox):
    browser = at(where.leader)
    page = browser.get(APP).headers["Location"]
    browser.post(page, {"action": "send"})
    code = signing_in.code_in(mailoutbox[-1].body)
    for _ in range(3):
        browser.post(page, {"code": "WRNG-CODE"})
    browser.post(page, {"code": code})
    assert browser.get(APP).status_code == 302
    session = browser.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time() - 601, "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(where.leader.pk)
    session.save()
    assert browser.get(APP).status_code == 302


@pytest.mark.parametrize("path", ["/account/password/set/", "/account/2fa/webauthn/add/", "/account/everything/"])
def test_every_page_about_logging_in_asks_again(at, where, path):
    assert "/account/" in at(where.leader).get(path).headers["Location"]
    assert at(where.leader).get("/account/reauthenticate/").status_code == 302


def test_a_mailbox_does_not_stand_in_for_an_app(at, where):
    browser = at(signing_in.with_app(where.leader))
    assert browser.get("/account/2fa/totp/deactivate/").headers["Location"].startswith("/account/2fa/reauthenticate/")
    assert browser.get("/account/second-look/").headers["Location"].startswith("/account/2fa/reauthenticate/")


def test_a_code_for_an_address_that_nobody_has_costs_the_same_work_and_sends_nothing(where, mailoutbox, monkeypatch):
    begun = []
    monkeypatch.setattr(later, "do", lambda work: begun.append(work))
    for address in (where.leader.email, "nobody@havnby.test"):
        assert Client().post("/account/login/code/", {"email": address}).status_code == 302
    assert len(begun) == 2
    for work in begun:
        work()
    assert [letter.to for letter in mailoutbox] == [[where.leader.email]]
    assert (kinds(None), SecurityEvent.objects.get(user=None).about) == (["refused"], "mail")


def test_many_codes_within_a_minute_are_no_failed_attempts(where):
    for address in (where.leader.email, "nobody@havnby.test"):
        browsers = [Client(headers={"accept-language": "da"}) for _ in range(4)]
        for browser in browsers[:3]:
            assert browser.post("/account/login/code/", {"email": address}).status_code == 302
        said = browsers[3].post("/account/login/code/", {"email": address}).content.decode()
        assert "Der er lige bedt om flere koder" in said
        assert "mislykkede" not in said


def test_after_eight_idle_hours_the_session_ends_and_says_why(at, where):
    browser = at(where.leader, "da")
    browser.get("/home")
    used(browser, timedelta(hours=7, minutes=59))
    assert browser.get("/home").status_code == 200
    used(browser, timedelta(hours=8, minutes=1))
    assert "i 8 timer" in browser.get("/home", follow=True).content.decode()
    assert not OpenSession.objects.exists()
    assert SecurityEvent.objects.get(kind="session.ended").about == "idle"


def test_seven_days_are_the_most(at, where):
    browser = at(where.leader, "da")
    browser.get("/home")
    session = browser.session
    mark = signed_in.mark_of(session)
    signed_in._write(session, signed_in.Mark(mark.id, mark.began - timedelta(days=7, minutes=1), mark.used))
    session.save()
    assert "i 7 dage" in browser.get("/home", follow=True).content.decode()


def last_use(client):
    return signed_in.mark_of(client.session).used


@pytest.mark.slow
def test_pages_that_ask_by_themselves_and_pages_of_nobody_are_no_use_but_a_running_desk_is(at):
    course = begin(0)
    browser = at(course.frida)
    browser.get("/home")
    used(browser, timedelta(hours=1))
    before = last_use(browser)
    for path, headers in (("/home", {"x-bell": "1"}), ("/", {}), (f"/room/{course.code}", {})):
        browser.get(path, headers=headers)
        assert last_use(browser) == before, path
    desk = f"/facilitate/{course.id}"
    browser.get(desk, headers={"x-bell": "1"})
    assert last_use(browser) == before, "the day has not begun"
    course.go_to("check_in", "line")
    browser.get(desk, headers={"x-bell": "1"})
    assert last_use(browser) > before
    assert OpenSession.objects.get().used_at > before
    used(browser, timedelta(hours=1))
    before = last_use(browser)
    browser.get("/home")
    assert last_use(browser) > before


@pytest.mark.slow
def test_a_session_that_was_ended_elsewhere_is_dead_at_once(at, where):
    first, second = at(where.leader), at(where.leader)
    other = at(where.amr)
    mine = signed_in.mark_of(second.session).id
    assert str(mine) in first.get("/account/sessions/").content.decode()
    other.post(f"/account/sessions/{mine}/end")
    assert second.get("/home").status_code == 200
    first.post(f"/account/sessions/{mine}/end")
    assert second.get("/home").status_code == 302
    assert first.get("/home").status_code == 200
    third = at(where.leader)
    first.post("/account/sessions/end")
    assert third.get("/home").status_code == 302
    assert first.get("/home").status_code == 200


def test_an_administrator_logs_somebody_out_everywhere(at, where):
    browser, steward = at(where.leader), at(where.steward)
    assert browser.get("/home").status_code == 200
    steward.post(f"/people/{where.leader.id}/log-out")
    assert browser.get("/home").status_code == 302
    assert "by Sanne" in at(where.leader).get("/account/sessions/").content.decode()


@pytest.mark.slow
def test_what_is_refused_is_counted_on_one_line_and_names_no_stranger(where):
    for address in ("nobody@havnby.test", where.leader.email):
        for _ in range(3):
            Client().post("/account/login/", {"login": address, "password": "not the one"})
    rows = SecurityEvent.objects.values_list("user__email", "kind", "about", "times")
    assert sorted(map(str, rows)) == sorted(
        map(str, [(None, "refused", "password", 3), (where.leader.email, "refused", "password", 3)])
    )
    assert "nobody" not in str(list(SecurityEvent.objects.values()))


def test_events_go_after_half_a_year(where):
    from kulturspejl.actions import security_events

    now = timezone.now()
    security_events.note(user=where.leader, kind="signed_in", now=now - timedelta(days=181))
    security_events.note(user=where.leader, kind="signed_in", now=now - timedelta(days=179))
    security_events.forget_old(now=now)
    assert kinds(where.leader) == ["signed_in"]


@pytest.mark.slow
def test_administrator_and_hr_need_a_second_factor_after_a_week(at, where, monkeypatch):
    def after(days):
        monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(days=days))

    after(6)
    assert "within 1" in " ".join(at(where.steward).get("/organisation").content.decode().split())
    after(7)
    for user in (where.steward, where.hr):
        browser = at(user)
        assert browser.get("/home").headers["Location"] == "/account/factor/"
        assert browser.post("/people", {"email": "x@havnby.test"}).headers["Location"] == "/account/factor/"
        assert "before anything else" in browser.get("/account/factor/").content.decode()
        assert browser.get("/account/2fa/").status_code == 200
        assert browser.get("/models").status_code == 200
        signing_in.with_app(user)
        assert browser.get("/home").status_code == 200
    assert at(where.leader).get("/home").status_code == 200


def test_the_demo_asks_nobody_of_its_own_and_no_real_instance_is_one(where, settings):
    later_on = town.NOW + timedelta(days=30)
    settings.KULTURSPEJL_DEMO = True
    assert second_factor.days_left(where.steward, now=later_on) == 0
    Organisation.objects.update(is_demo=True)
    assert second_factor.days_left(where.steward, now=later_on) is None
    settings.KULTURSPEJL_DEMO = False
    assert second_factor.days_left(where.steward, now=later_on) == 0


def test_a_link_from_the_server_signs_in_once_and_an_app_is_asked_for_all_the_same(where):
    token = sign_in_links.make(by=None, address=where.leader.email, now=timezone.now())
    browser = Client()
    for _ in range(2):
        assert browser.get(f"/account/link/{token}").status_code == 200
    assert browser.post(f"/account/link/{token}").headers["Location"] == "/home"
    assert browser.get("/home").status_code == 200
    assert Client().post(f"/account/link/{token}").status_code == 410
    assert sign_in_links.make(by=None, address="nobody@havnby.test", now=timezone.now()) is None
    old = sign_in_links.make(by=None, address=where.amr.email, now=timezone.now() - timedelta(minutes=16))
    assert Client().post(f"/account/link/{old}").status_code == 410
    signing_in.with_app(where.tr)
    strong = sign_in_links.make(by=None, address=where.tr.email, now=timezone.now())
    careful = Client()
    assert careful.post(f"/account/link/{strong}").headers["Location"] == "/account/2fa/authenticate/"
    assert careful.get("/home").status_code == 302


def test_pages_of_others_are_counted_without_their_address_and_a_code_in_hand_is_not(at, where):
    browser = at(where.leader)
    for _ in range(3):
        browser.get(f"/people/{where.tr.id}")
        browser.get("/r/AAAAAAAA")
    assert list(SecurityEvent.objects.filter(kind="refused").values_list("about", "times")) == [("page", 3)]


@pytest.mark.parametrize(
    ("password", "is_well"),
    [("Kulturspejl-Karen-1", False), ("karenhavnby2026!", False), ("fire ord der ikke hører sammen", True)],
)
def test_a_password_is_not_made_of_what_everybody_knows(where, password, is_well):
    where.leader.name = "Karen Lund"
    if is_well:
        NoOwnWords().validate(password, where.leader)
        return
    with pytest.raises(ValidationError):
        NoOwnWords().validate(password, where.leader)
