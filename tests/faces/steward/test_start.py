"""The first visit: only with the code from the terminal, only once."""

import pytest
from django.urls import reverse

from kulturspejl.faces.steward import start_code
from kulturspejl.records.models import Organisation, User
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
BEGIN = {"name": "Havnby", "language": "en", "steward_name": "Sanne", "steward_email": "sanne@havnby.test"}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path


def test_without_the_code_nothing_is_made(at):
    start_code.current()
    for code in ("", "guess", " "):
        answer = at().post(reverse("start"), BEGIN | {"code": code})
        assert answer.status_code == 422
    assert not Organisation.objects.exists()


def test_the_code_makes_the_organisation_and_logs_its_steward_in(at, tmp_path):
    browser = at()
    answer = browser.post(reverse("start"), BEGIN | {"code": start_code.current()}, follow=True)
    assert answer.redirect_chain == [(reverse("organisation"), 302)]
    assert "Connect an app or add a passkey within" in answer.content.decode()
    assert not (tmp_path / "start_code").exists()
    assert str(User.objects.get().grants.get().role) == "steward"


def test_the_code_stays_the_same_over_a_restart_and_is_for_us_alone(tmp_path):
    first = start_code.current()
    assert start_code.current() == first
    assert len(first) >= 16
    assert (tmp_path / "start_code").stat().st_mode & 0o077 == 0
    assert start_code.is_right(f" {first} ")


def test_once_there_is_an_organisation_the_page_is_gone(at):
    code = start_code.current()
    people.team(9)
    assert at().get(reverse("start"), {"code": code}).status_code == 404
    assert at().post(reverse("start"), BEGIN | {"code": code}).status_code == 404
    assert start_code.current() is None
