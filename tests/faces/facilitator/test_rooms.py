"""The list of days: whoever may run some sees them, with the day they are deleted; nobody else finds the page."""

import pytest

from kulturspejl.core.choreography import commands as do
from kulturspejl.records.models import Room
from tests.actions.rooms.course import begin

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.slow
def test_a_day_stands_with_its_code_until_it_is_closed(at):
    day = begin(3)
    page = at(day.frida, "da").get("/facilitate").content.decode()
    assert day.code in page
    assert "3 på listen" in page
    assert "I dag" in page
    at(day.finn).post(f"/facilitate/{day.id}/do", {"verb": "finish", "seen": str(day.state.version)})
    assert day.code not in at(day.frida, "da").get("/facilitate").content.decode()


def test_somebody_without_the_role_finds_nothing(at):
    day = begin()
    for address in ("/facilitate", "/facilitate/new/module_2", f"/facilitate/{day.id}"):
        assert at(day.town.leader).get(address).status_code == 404
    assert at().get(f"/facilitate/{day.id}").status_code == 302


def test_a_practice_that_is_closed_is_gone_and_says_so(at):
    day = begin(2, is_practice=True)
    day.do(do.Next(day.state.version))
    reply = at(day.frida, "da").post(
        f"/facilitate/{day.id}/do", {"verb": "finish", "seen": str(day.state.version)}, follow=True
    )
    assert reply.redirect_chain[-1][0] == "/facilitate"
    assert "Prøvedagen er slut" in reply.content.decode()
    assert not Room.objects.exists()
