"""Preparing a day in the page: one sequence, moved, timed and worded; a fault keeps everything that was typed."""

import uuid
from datetime import timedelta

import pytest

from kulturspejl.core.content.programme import PlannedKind
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import day_of_room
from tests import people
from tests.actions import town
from tests.faces.facilitator.day_form import form_in, form_of

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/facilitate/new/module_2"
TYPED = {
    "name": "Hold 15", "day": town.NOW.date().isoformat(), "check_in": "Hvad bragte jer hertil?",
    "homework": "Tal sammen.", "next_day": "",
}  # fmt: skip


@pytest.fixture
def steward(at):
    return at(people.team(9).steward, "da")


FRESH: dict[str, list[str]] = {}
"""The form as it comes, looked at once."""


@pytest.fixture
def form(steward):
    FRESH.update(FRESH or form_of(steward, PAGE))
    return FRESH | TYPED


def made(steward, form):
    reply = steward.post(PAGE, form)
    assert reply.status_code == 302, reply.content.decode()
    return day_of_room(uuid.UUID(reply["Location"].rpartition("/")[2]))


def item_of(day, id):
    return next(item for item in day.programme.items if item.id == id)


@pytest.mark.slow
def test_a_form_that_nobody_touched_makes_the_day_that_comes_along(steward, form):
    from kulturspejl.values.the_library import the_library

    day = made(steward, form)
    plan = the_library().programmes["module_2"]
    for one, other in zip(day.programme.items, plan.items, strict=True):
        assert (one.id, one.start, one.end, one.title, one.held) == (
            other.id,
            other.start,
            other.end,
            other.title,
            other.held,
        )
    assert (day.programme.goals, day.programme.preparation) == (plan.goals, plan.preparation)


@pytest.mark.slow
def test_times_titles_minutes_cues_aims_and_preparation_are_the_facilitator_s(steward, form):
    form |= {
        "start.welcome": "08:30", "title.culture": "Kulturen hos os", "step.check_in.0.circle": "12",
        "text.check_in.circle.desk": "Ring med klokken", "goals": "Ét mål\nEt til", "preparation": "Læs artiklen.",
        "minutes.lecture.0": "6", "step.across.8.choose": "", "notes.lecture.0": "Fortæl om skolen",
    }  # fmt: skip
    day = made(steward, form)
    assert day.programme.items[0].start == 8 * 60 + 30
    assert item_of(day, "culture").title.da == "Kulturen hos os"
    assert [one.minutes for one in day.script if one.exercise == "check_in"] == [5, 12, 4]
    assert day.exercises["check_in"].step("circle").desk.da == "Ring med klokken"
    assert [one.da for one in day.programme.goals] == ["Ét mål", "Et til"]
    assert day.programme.preparation.da == "Læs artiklen."
    told = item_of(day, "lecture").held[0]
    assert (told.minutes, [one.da for one in told.notes]) == (6, ["Fortæl om skolen"])
    assert [one.step for one in day.script if one.exercise == "sparring"] == ["talk"]


@pytest.mark.slow
def test_what_a_button_does_keeps_everything_that_was_typed_and_saves_nothing(steward, form):
    form |= {"name": "Hold <7>", "title.culture": "Kulturen hos os", "homework": "Noget særligt"}
    form |= {"minutes.lecture.0": "æ"}
    reply = steward.post(PAGE, form | {"do": "up:culture.0"})
    assert reply.status_code == 200
    kept = form_in(reply)
    assert (kept["name"], kept["title.culture"], kept["homework"]) == (
        ["Hold <7>"],
        ["Kulturen hos os"],
        ["Noget særligt"],
    )
    assert kept["minutes.lecture.0"] == ["æ"]
    assert not Room.objects.exists()


@pytest.mark.slow
def test_a_station_moves_past_the_end_of_its_item_into_the_next_that_is_no_break(steward, form):
    last = len(item_ids(form, "lecture")) - 1
    moved = form_in(steward.post(PAGE, form | {"do": f"down:lecture.{last}"})) | TYPED
    day = made(steward, moved)
    assert item_of(day, "culture").stations[0].model == "under_pressure"
    back = form_in(steward.post(PAGE, moved | {"do": "up:culture.0"})) | TYPED
    assert item_of(made(steward, back), "lecture").stations[last].model == "under_pressure"


def item_ids(form, item):
    return [name for name in form if name.startswith(f"was.{item}.")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "kind"),
    [("input", PlannedKind.INPUT), ("break", PlannedKind.BREAK), ("model:mindset", PlannedKind.INPUT),
     ("exercise:growing_together", PlannedKind.EXERCISE)],
)  # fmt: skip
def test_whatever_is_added_stands_after_what_is_held(steward, form, what, kind):
    kept = form_in(steward.post(PAGE, form | {"do": "add:culture", "what.culture": what})) | TYPED
    if what == "input":
        kept["title.culture.5"] = "Mit eget oplæg"
    day = made(steward, kept)
    assert item_of(day, "culture").held[5].kind is kind
    assert any(one.slot == 4 and one.nth == 5 for one in day.script)


@pytest.mark.slow
def test_an_item_is_added_moved_and_taken_out_and_the_whole_day_begins_earlier(steward, form):
    more = form_in(steward.post(PAGE, form | {"do": "item_add:evaluation"})) | TYPED
    new = next(one for one in more["item"] if one.startswith("item_"))
    assert (more[f"start.{new}"], more[f"end.{new}"]) == (["16:00"], ["16:15"])
    more[f"title.{new}"] = "Kaffe og snak"
    earlier = form_in(steward.post(PAGE, more | {"do": "begin", "begins": "08:30"})) | TYPED
    earlier[f"title.{new}"] = "Kaffe og snak"
    out = form_in(steward.post(PAGE, earlier | {"do": "item_drop:check_in"})) | TYPED
    day = made(steward, out)
    assert (day.programme.items[0].start, day.programme.items[-1].end) == (8 * 60 + 30, 15 * 60 + 45)
    assert day.programme.items[-1].title.da == "Kaffe og snak"
    assert "check_in" not in [one.id for one in day.programme.items]


@pytest.mark.slow
def test_two_items_change_places_and_fill_the_same_time(steward, form):
    kept = form_in(steward.post(PAGE, form | {"do": "item_up:evaluation"})) | TYPED
    day = made(steward, kept)
    assert [(one.id, one.start, one.end) for one in day.programme.items[-2:]] == [
        ("evaluation", 15 * 60 + 30, 15 * 60 + 45), ("check_out", 15 * 60 + 45, 16 * 60),
    ]  # fmt: skip


FAULTS = [
    ({"name": ""}, "Skriv holdets navn."),
    ({"day": "i morgen"}, "Vælg en dag."),
    ({"minutes.lecture.0": "mange"}, "Skriv fra 1 til 240 minutter."),
    ({"step.culture.1.pairs": "999"}, "Skriv fra 1 til 240 minutter."),
    ({"start.lecture": "når vi er klar"}, "Skriv et klokkeslæt"),
    ({"start.lecture": "09:20"}, "Ret tiderne"),
    ({"title.lecture": " "}, "Skriv, hvad punktet hedder."),
    ({"item": []}, "Dagen har ingen punkter."),
]


@pytest.mark.slow
def test_a_fault_is_said_and_what_was_typed_stays(steward, form):
    for changed, said in FAULTS:
        reply = steward.post(PAGE, form | changed)
        words = reply.content.decode()
        assert (reply.status_code, said in words, "Tal sammen." in words) == (422, True, True), said
    assert Room.objects.count() == 0


def test_the_sum_stands_against_the_slot_with_changeovers(steward):
    words = steward.get(PAGE).content.decode()
    assert "62 af 75 minutter, 13 tilbage" in words
    assert "305 af 345 minutter" in words
    assert "Velkomst og præsentation" in words


def test_more_than_fits_is_said_and_taken(steward, form):
    too_much = form | {"step.across.8.talk": "50"}
    reply = steward.post(PAGE, too_much | {"do": "sum"})
    assert "83 af 75 minutter, 8 for meget" in reply.content.decode()
    assert steward.post(PAGE, too_much).status_code == 302


def test_an_own_question_goes_before_a_chosen_one(steward, form):
    made(steward, form | {"own_check_in": "Hvad fik dig herhen?"})
    assert Room.objects.get().check_in == "Hvad fik dig herhen?"


@pytest.mark.slow
def test_what_is_left_out_waits_for_home_and_is_said_once_however_often_it_is_saved(steward, form):
    made(steward, form | {"tell_home": "1"})
    room = Room.objects.get()
    first, second = room.homework.split("\n")
    assert first == "Tal sammen."
    assert second.startswith("Til derhjemme: Tre niveauer")
    assert "Sparring" not in second
    for language, said in (("da", "Til derhjemme:"), ("en", "To do at home:")):
        page = f"/facilitate/{room.id}/change"
        again = form_of(steward, page) | {"homework": Room.objects.get().homework, "tell_home": "1"}
        steward.post(page, again, headers={"accept-language": language})
        assert Room.objects.get().homework.count(said) == 1


def test_the_day_on_which_the_class_meets_again_is_kept(steward, form):
    again = town.NOW.date() + timedelta(days=28)
    made(steward, form | {"next_day": again.isoformat()})
    assert Room.objects.get().next_day == again


@pytest.mark.slow
def test_a_next_day_that_is_none_is_said_at_its_field(steward, form):
    for typed in (town.NOW.date().isoformat(), "i morgen", "9" * 1000):
        reply = steward.post(PAGE, form | {"next_day": typed})
        assert (reply.status_code, 'id="next-fault"' in reply.content.decode()) == (422, True), typed
    assert not Room.objects.exists()


@pytest.mark.slow
def test_a_planned_day_is_changed_on_the_same_form_and_two_at_once_are_told(steward, form):
    made(steward, form | {"own_check_in": "Hvad fik dig herhen?", "text.sparring.choose.wall": "Hvem er jeres sag?"})
    room = Room.objects.get()
    page = f"/facilitate/{room.id}/change"
    mine, theirs = form_of(steward, page), form_of(steward, page)
    assert (mine["name"], mine["own_check_in"]) == (["Hold 15"], ["Hvad fik dig herhen?"])
    assert mine["text.sparring.choose.wall"] == ["Hvem er jeres sag?"]
    assert steward.post(page, mine | {"name": "Hold 16"})["Location"] == f"/facilitate/{room.id}"
    told = steward.post(page, theirs | {"name": "Hold 17", "homework": "Mit eget"})
    assert told.status_code == 409
    assert "En anden har ændret dagen" in told.content.decode()
    assert Room.objects.get().name == "Hold 16"
    kept = form_in(told)
    assert (kept["name"], kept["homework"]) == (["Hold 17"], ["Mit eget"])
    steward.post(page, kept)
    assert Room.objects.get().name == "Hold 17"
    fault = steward.post(page, form_of(steward, page) | {"text.sparring.choose.wall": "a" * 161})
    assert fault.status_code == 422
    assert "der er plads til 160 tegn" in fault.content.decode()


@pytest.mark.slow
def test_once_begun_it_says_so_and_keeps_what_has_begun(steward, form):
    made(steward, form)
    room = Room.objects.get()
    steward.post(f"/facilitate/{room.id}/do", {"verb": "goto", "at": "3", "seen": "1"})
    page = f"/facilitate/{room.id}/change"
    words = steward.get(page).content.decode()
    assert "Dagen er begyndt." in words
    assert "er begyndt og bliver, som det er" in words
    assert "Gem, og prøv dagen af" not in words
    begun = form_of(steward, page)
    assert "welcome" not in begun["item"]
    steward.post(page, begun | {"homework": "Læs.", "name": "Andet", "item": ["evaluation"]})
    changed = Room.objects.get()
    assert (changed.name, changed.homework) == ("Hold 15", "Læs.")
    day = day_of_room(changed)
    assert [one.id for one in day.programme.items] == ["welcome", "check_in", "evaluation"]


@pytest.mark.slow
def test_last_week_s_class_is_made_again_with_its_sequence_and_its_words(steward, form):
    made(steward, form | {"title.culture": "Kulturen hos os", "text.sparring.choose.wall": "Hvem er jeres sag?"})
    before = Room.objects.get()
    page = f"/facilitate/{before.id}/again"
    assert page in steward.get("/facilitate").content.decode()
    again = form_of(steward, page)
    assert again["name"] == [""]
    steward.post(page, again | {"name": "Hold 16"})
    room = Room.objects.exclude(id=before.id).get()
    day = day_of_room(room)
    assert (room.name, item_of(day, "culture").title.da) == ("Hold 16", "Kulturen hos os")
    assert day.exercises["sparring"].step("choose").wall.da == "Hvem er jeres sag?"


@pytest.mark.slow
def test_one_click_practises_from_the_form_from_the_list_and_from_a_programme(steward, form):
    steward.post(PAGE, form | {"name": "", "practice": "1"})
    assert [(room.kind, room.name) for room in Room.objects.all()] == [
        ("practice", "Modul 2: Ledelse af kulturen")
    ]
    Room.objects.all().delete()
    steward.post(PAGE, form)
    room = Room.objects.get()
    page = f"/facilitate/{room.id}/change"
    steward.post(page, form_of(steward, page) | {"practice": "1"})
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


def test_the_day_is_an_overview_in_which_what_is_at_fault_or_was_just_changed_stands_open(steward, form):
    def opened(reply):
        page = reply.content.decode()
        items = page.split('<li id="')[1:]
        return [one.partition('"')[0] for one in items if '<details class="item-fold" open>' in one.partition("<li")[0]]

    assert opened(steward.get(PAGE)) == []
    block = next(one for one in form["item"] if form.get(f"what.{one}"))
    assert opened(steward.post(PAGE, form | {"do": f"add:{block}", f"what.{block}": "break"})) == [block]
    assert opened(steward.post(PAGE, form | {f"end.{block}": "5:00"}))[0] == block
    for name in form:
        if name.startswith("text.check_in.") and name.endswith(".phone"):
            fault = opened(steward.post(PAGE, form | {name: "x" * 601}))
            assert len(fault) == 1, "the item with the words"
            break


def test_whoever_hears_the_page_can_tell_all_its_groups_apart(steward):
    page = steward.get(PAGE).content.decode()
    found = page.split('<legend class="visually-hidden">')[1:]
    legends = [" ".join(one.partition("</legend>")[0].split()) for one in found]
    assert len(legends) > 30
    assert len(set(legends)) == len(legends)
