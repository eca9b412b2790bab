"""Making a day: what is ticked, ordered and timed comes into it; a fault keeps everything that was typed."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from kulturspejl.faces.facilitator import prepare as page
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Room
from kulturspejl.records.room_day import day_of_room
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
PLAN = {
    "name": "Hold 15", "day": town.NOW.date().isoformat(), "check_in": "Hvordan er du landet?",
    "homework": "Tal sammen.",
    "tick.check_in.check_in": "1", "minutes.check_in.check_in": "25", "place.check_in.check_in": "1",
    "tick.across.sparring": "1", "minutes.across.sparring": "45", "place.across.sparring": "1",
    "minutes.culture.culture_profile": "50", "place.culture.culture_profile": "1",
}  # fmt: skip


@pytest.fixture
def steward(at):
    return at(people.team(9).steward, "da")


def test_what_was_ticked_comes_into_the_day_with_its_minutes(steward):
    made = steward.post("/facilitate/new/module_2", PLAN)
    assert made.status_code == 302
    room = Room.objects.get()
    assert made["Location"] == f"/facilitate/{room.id}"
    script = day_of_room(room.id).script
    minutes = {
        name: sum(one.minutes for one in script if one.exercise == name) for name in ("check_in", "sparring")
    }
    assert minutes == {"check_in": 25, "sparring": 45}
    assert not [one for one in script if one.exercise == "culture_profile"]
    assert (room.check_in, room.homework) == ("Hvordan er du landet?", "Tal sammen.")


def test_an_own_question_goes_before_a_chosen_one(steward):
    steward.post("/facilitate/new/module_2", PLAN | {"own_check_in": "Hvad fik dig herhen?"})
    assert Room.objects.get().check_in == "Hvad fik dig herhen?"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "Skriv holdets navn."),
        ({"day": "i morgen"}, "Vælg en dag."),
        ({"minutes.across.sparring": "mange"}, "Skriv minutterne som et helt tal."),
        ({"minutes.across.sparring": "1"}, "Skriv fra 2 til 240 minutter."),
    ],
)
def test_a_fault_is_said_and_what_was_typed_stays(steward, changed, said):
    reply = steward.post("/facilitate/new/module_2", PLAN | changed)
    words = reply.content.decode()
    assert reply.status_code == 422
    assert said in words
    assert "Tal sammen." in words
    assert 'value="25"' in words
    assert Room.objects.count() == 0


def test_the_sum_stands_against_the_slot(steward):
    words = steward.get("/facilitate/new/module_2").content.decode()
    assert "50 af 75 minutter, 25 tilbage" in words
    assert "25 af 25 minutter<" in words
    assert "Velkomst og præsentation" in words


def test_more_than_fits_is_said_and_taken(steward):
    too_much = PLAN | {"minutes.across.sparring": "82"}
    reply = steward.post("/facilitate/new/module_2", too_much | {"name": ""})
    assert "82 af 75 minutter, 7 for meget" in reply.content.decode()
    assert steward.post("/facilitate/new/module_2", too_much).status_code == 302


def test_what_is_left_out_waits_for_home(steward):
    steward.post("/facilitate/new/module_2", PLAN | {"tell_home": "1"})
    first, second = Room.objects.get().homework.split("\n")
    assert first == "Tal sammen."
    assert second.startswith("Til derhjemme: Kulturprofil: alene, to og to, sammen, ")
    assert "Sparring" not in second


def test_exercises_stand_in_the_order_that_was_typed(steward, monkeypatch):
    def two(user, programme, **rest):
        view = readers.prepare(user, programme, **rest)
        block = next(item for item in view.items if item.key == "across")
        both = replace(block, offers=(*block.offers, *view.items[1].offers))
        return replace(view, items=tuple(both if one is block else one for one in view.items))

    monkeypatch.setattr(page, "readers", SimpleNamespace(prepare=two))
    second = {
        "tick.across.check_in": "1", "minutes.across.check_in": "9", "place.across.check_in": "1",
        "place.across.sparring": "2",
    }  # fmt: skip
    steward.post("/facilitate/new/module_2", PLAN | second)
    slot = 8
    there = [one.exercise for one in day_of_room(Room.objects.get().id).script if one.slot == slot]
    assert list(dict.fromkeys(there)) == ["check_in", "sparring"]


def test_the_day_on_which_the_class_meets_again_is_kept(steward):
    again = town.NOW.date() + timedelta(days=28)
    steward.post("/facilitate/new/module_2", PLAN | {"next_day": again.isoformat()})
    assert Room.objects.get().next_day == again


@pytest.mark.parametrize("typed", [town.NOW.date().isoformat(), "i morgen", "9" * 1000])
def test_a_next_day_that_is_none_is_said_at_its_field(steward, typed):
    reply = steward.post("/facilitate/new/module_2", PLAN | {"next_day": typed})
    assert reply.status_code == 422
    assert 'id="next-fault"' in reply.content.decode()
    assert not Room.objects.exists()
