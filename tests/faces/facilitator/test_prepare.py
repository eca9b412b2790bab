"""Making a day: what is ticked, ordered and timed comes into it; a fault keeps everything that was typed."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from kulturspejl.faces.facilitator import prepare as page
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import day_of_room
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
    assert "75 af 75 minutter" in words
    assert "25 af 25 minutter" in words
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


def test_a_planned_day_is_changed_on_the_same_form_and_everything_is_kept(steward):
    steward.post(
        "/facilitate/new/module_2", PLAN | {"own_check_in": "Hvad fik dig herhen?", "tell_home": "1"}
    )
    room = Room.objects.get()
    form = steward.get(f"/facilitate/{room.id}/change").content.decode()
    for stands in (
        'value="Hold 15"',
        'value="Hvad fik dig herhen?"',
        'value="45"',
        "Find din kreds",
        "Gem, og prøv dagen af",
    ):
        assert stands in form
    assert "Til derhjemme: Kulturprofil" in room.homework
    words = "text.sparring.choose.wall"
    reply = steward.post(
        f"/facilitate/{room.id}/change", PLAN | {"name": "Hold 16", words: "Hvem er jeres sag?"}
    )
    assert reply["Location"] == f"/facilitate/{room.id}"
    changed = Room.objects.get()
    assert (changed.name, changed.homework) == ("Hold 16", "Tal sammen.")
    assert day_of_room(changed).exercises["sparring"].step("choose").wall.da == "Hvem er jeres sag?"
    fault = steward.post(f"/facilitate/{room.id}/change", PLAN | {words: "a" * 161})
    assert fault.status_code == 422
    assert "der er plads til 160 tegn" in fault.content.decode()


def test_what_is_left_out_is_said_once_however_often_it_is_saved(steward):
    steward.post("/facilitate/new/module_2", PLAN | {"tell_home": "1"})
    room = Room.objects.get()
    for _ in range(2):
        steward.post(
            f"/facilitate/{room.id}/change",
            PLAN | {"homework": Room.objects.get().homework, "tell_home": "1"},
        )
    assert Room.objects.get().homework.count("Til derhjemme:") == 1
    form = PLAN | {"homework": Room.objects.get().homework, "tell_home": "1"}
    steward.post(f"/facilitate/{room.id}/change", form, headers={"accept-language": "en"})
    homework = Room.objects.get().homework
    assert (homework.count("To do at home:"), homework.count("Til derhjemme:")) == (1, 0)


def test_once_begun_it_says_so_and_keeps_what_has_begun(steward):
    steward.post("/facilitate/new/module_2", PLAN)
    room = Room.objects.get()
    steward.post(f"/facilitate/{room.id}/do", {"verb": "goto", "at": "1", "seen": "1"})
    form = steward.get(f"/facilitate/{room.id}/change").content.decode()
    assert "Dagen er begyndt." in form
    assert "er begyndt og bliver, som det er" in form
    assert "Gem, og prøv dagen af" not in form
    steward.post(f"/facilitate/{room.id}/change", {"homework": "Læs.", "name": "Andet"})
    changed = Room.objects.get()
    assert (changed.name, changed.homework) == ("Hold 15", "Læs.")
    assert {one.exercise for one in day_of_room(changed).script} == {"", "check_in"}


@pytest.mark.slow
def test_one_click_practises_from_the_form_from_the_list_and_from_a_programme(steward):
    steward.post("/facilitate/new/module_2", PLAN | {"name": "", "practice": "1"})
    assert [(room.kind, room.name) for room in Room.objects.all()] == [
        ("practice", "Modul 2: Ledelse af kulturen")
    ]
    Room.objects.all().delete()
    steward.post("/facilitate/new/module_2", PLAN)
    room = Room.objects.get()
    steward.post(f"/facilitate/{room.id}/change", PLAN | {"practice": "1"})
    steward.post("/facilitate/practise", {"room": str(room.id)})
    made = steward.post("/facilitate/practise", {"programme": "module_2"})
    assert Room.objects.filter(kind="practice").count() == 3
    desk, listed = steward.get(made["Location"]).content.decode(), steward.get("/facilitate").content.decode()
    assert "Prøvedag – robotter" in desk
    assert listed.count("Prøvedag – robotter") == 3
    wall = steward.get(made["Location"] + "/wall").content.decode()
    assert "Prøvedag – robotter" in wall
    assert "Øvelse" not in steward.get(f"/facilitate/{room.id}/wall").content.decode()
    assert steward.post("/facilitate/practise", {"room": "nonsense"}).status_code == 404
