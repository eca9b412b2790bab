"""The demo's pages: one click into a role; outside a demo they do not exist."""

import pytest
from django.core.mail import EmailMessage
from django.urls import reverse

from kulturspejl.faces.steward.demo import guide
from kulturspejl.faces.steward.demo.guide import Guide, Part, Pile
from kulturspejl.web.errors import BY_A_BUTTON
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def demo(settings, tmp_path):
    settings.KULTURSPEJL_DEMO, settings.KULTURSPEJL_VAR = True, tmp_path
    settings.EMAIL_BACKEND = "kulturspejl.web.demo_mail.DemoMailBackend"
    where = people.team(9)
    pile = Pile("Nord", "Kulturprofil", ("CODE",))
    guide.keep(Guide((Part("leader", "Karen", where.leader.email, "Nord"),), (pile,)))
    return where


def test_one_click_is_enough_to_be_somebody(at, demo):
    browser = at()
    assert "Be Karen" in browser.get(reverse("demo")).content.decode()
    assert browser.post(reverse("demo_sign_in", args=["leader"])).url == reverse("home")
    assert "Hello Karen" in browser.get(reverse("home")).content.decode()


def test_a_role_that_is_none_is_not_there_and_a_link_is_not_enough(at, demo):
    assert at().post(reverse("demo_sign_in", args=["boss"])).status_code == 404
    opened = at().get(reverse("demo_sign_in", args=["leader"]))
    assert opened.status_code == 405
    assert BY_A_BUTTON.en in opened.content.decode()


def test_mails_are_shown_instead_of_sent(at, demo):
    EmailMessage("Hej", "Kode: ABC", "a@x.dk", ["b@x.dk"]).send()
    page = at().get(reverse("demo_mails")).content.decode()
    assert "b@x.dk" in page
    assert "Kode: ABC" in page


def test_a_demos_letter_shows_what_a_mail_program_has_a_button_for(at, demo):
    stop = {"List-Unsubscribe": "<http://kultur.test/letters/1-released-2>", "Content-Language": "en"}
    letter = EmailMessage("Open", "Dear Karen", to=["b@x.dk"], headers=stop)
    letter.attach("closing-day.ics", "BEGIN:VCALENDAR", "text/calendar")
    letter.send()
    page = at().get(reverse("demo_mails")).content.decode()
    assert "[closing-day.ics]" in page
    assert "button to unsubscribe: <a href=\"http://kultur.test/letters/1-released-2\"" in page


def test_outside_a_demo_nothing_of_it_exists(at, demo, settings):
    settings.KULTURSPEJL_DEMO = False
    assert at().get(reverse("demo")).status_code == 404
    assert at().get(reverse("demo_mails")).status_code == 404
    browser = at()
    assert browser.post(reverse("demo_sign_in", args=["leader"])).status_code == 404
    assert browser.get(reverse("home")).status_code == 302
