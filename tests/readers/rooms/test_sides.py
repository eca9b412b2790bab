"""The sides of the wall: what comes first where, what stays beside an agreement, and the same for every wall."""

from dataclasses import replace

import pytest

from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import to_json
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant, Room
from tests.actions.rooms.course import NOW, Course, begin, token
from tests.journeys.full_room import Full

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def day() -> Course:
    return begin(12, also=("learning_culture", "consideration_directness", "growing_together"))


def wall(day: Course, language: str = "da"):
    return readers.wall(day.frida, day.id, "", language=language, now=NOW)


def desk(day: Course):
    return readers.desk(day.frida, day.id, language="da", now=NOW)


def kinds(day: Course) -> list[str]:
    return [one.kind for one in wall(day).sides]


def pair_up(day: Course) -> None:
    people = [str(one) for one in day.room.participants.values_list("id", flat=True)]
    day.do(do.Divide(Gathering.PAIRS, tuple(tuple(people[place : place + 2]) for place in range(0, 12, 2))))


def answer(day: Course, key: str, answers) -> None:
    for number, values in enumerate(answers):
        day.send(key, values, token=token(number))


def test_an_item_without_an_exercise_has_no_sides(day):
    day.do(do.Next(day.state.version))
    assert wall(day).sides == ()
    assert not desk(day).has_sides


def test_a_step_carries_its_exercise_by_itself(day):
    day.go_to("learning_culture", "status")
    (side,) = wall(day).sides
    assert (side.kind, side.head.step, side.todo[0]) == ("task", "Status", "Læs de fire tekster")
    assert "Lukket" in side.svg
    assert side.layout in ("below", "beside")
    assert side.credit
    assert [label for label, _text in side.rows][:2] == ["1 Lukket", "4 Hver for sig"]


def test_whoever_has_been_placed_looks_for_their_place_first_and_then_at_the_exercise(day):
    day.go_to("culture_profile", "pairs")
    assert kinds(day) == ["task"]
    pair_up(day)
    assert kinds(day) == ["seats", "task"]
    assert [desk(day).side_after, desk(day).side_before] == ["task", ""]
    day.do(do.Turn("task", day.state.version))
    assert wall(day).side == 1
    assert [desk(day).side_after, desk(day).side_before] == ["", "groups.0"]
    day.do(do.Again(day.state.version))
    assert kinds(day) == ["task"]
    assert desk(day).has_seats_down


def test_what_is_shown_is_up_at_once_and_alone_in_the_plenary(day):
    key = day.go_to("culture_profile", "pairs")
    pair_up(day)
    answer(day, f"{key}/direction", [{"choice": "A"}] * 9 + [{"choice": "B"}] * 3)
    day.do(do.Show("direction"))
    found = wall(day)
    assert [one.kind for one in found.sides] == ["seats", "task", "picture"]
    assert found.side == 2
    assert "9 af 12" in found.sides[2].svg
    day.go_to("culture_profile", "together")
    assert kinds(day) == ["picture"]


def test_a_field_that_is_hidden_says_so_and_how_many_the_others_are(day):
    key = day.go_to("consideration_directness", "place")
    points = [{"x": 2, "y": 2}] * 4 + [{"x": 5, "y": 5}] * 4 + [{"x": 2, "y": 5}] * 2 + [{"x": 5, "y": 2}] * 2
    answer(day, f"{key}/here", points)
    day.do(do.Show("here"))
    found = wall(day)
    svg = found.sides[found.side].svg
    assert svg.count("for få til at vise") == 2
    assert "Andre svar: 4 af 12" in svg
    (shown,) = desk(day).shown
    assert shown.square.others == "Andre svar: 4 af 12"


def test_people_of_different_units_are_counted_and_never_averaged(day):
    key = day.go_to("growing_together", "alone")
    items = [f"{scale}_{number}" for scale in ("community", "practice", "ideal") for number in range(1, 5)]
    answer(day, f"{key}/elements", [dict.fromkeys(items, 2 + number % 3) for number in range(12)])
    day.do(do.Show("elements"))
    found = wall(day)
    side = found.sides[found.side]
    assert "data-count" in side.svg
    assert ("Udviklingsfællesskab", "") in side.rows
    assert not any("," in value for _label, value in side.rows)


def test_a_class_s_numbers_stand_on_the_line_with_its_texts(day):
    key = day.go_to("learning_culture", "status")
    answer(day, f"{key}/place", [{"now": 3 + number % 3, "goal": 8} for number in range(12)])
    day.do(do.Show("place"))
    found = wall(day)
    side = found.sides[found.side]
    assert side.svg.count("data-count") == 4
    for anchor in ("Lukket", "Hver for sig", "forsigtig", "fællesskab"):
        assert anchor in side.svg


def test_both_languages_turn_the_same_sides(day):
    key = day.go_to("check_in", "line")
    for number, one in enumerate(day.keys):
        day.send(f"{key}/arrived", {"line": f"Linje {number} er så lang, som en linje må være, og lidt til"}, key=one)
    day.do(do.Show("arrived"))
    assert [one.id for one in wall(day).sides] == [one.id for one in wall(day, "en").sides]


def test_every_line_of_sixty_people_stands_on_one_of_the_sides():
    full = Full.of("module_2", 60, "sixty")
    full.come_to(next(place for place, one in enumerate(full.day.script) if one.exercise == "evaluation"))
    found = readers.wall(None, full.id, full.key, language="da", now=NOW)
    sides = [one for one in found.sides if one.kind == "lines"]
    written = [line for one in found.shown for _label, lines in one.under for line in lines]
    told = " ".join(words for one in sides for _number, words in one.cards)
    assert len(written) == 120
    assert sorted(" ".join(written).split()) == sorted(told.split())
    assert len({one.label for one in sides}) == 2


def test_the_agreement_keeps_the_picture_beside_it():
    full = Full.of("team_45", 9, "nine")
    at = next(place for place, one in enumerate(full.day.script) if one.exercise == "team_action")
    shown = next(one for one in full.day.script if one.reveals)
    full.come_to(full.day.script.index(shown))
    full.put(at=at, shown=(f"{shown.key}/profile",), side="")
    found = readers.wall(None, full.id, full.key, language="da", now=NOW)
    assert [(one.kind, one.is_beside_agreement) for one in found.sides] == [("picture", True)]
    assert found.agreed is not None
    assert [one.key for one in found.shown] == [f"{shown.key}/profile"]


def test_a_room_whose_figure_is_gone_shows_the_things_to_do(day, monkeypatch):
    day.go_to("learning_culture", "status")
    monkeypatch.setattr("kulturspejl.readers.reading.model", lambda _id: None)
    (side,) = wall(day).sides
    assert (side.kind, side.svg, side.layout) == ("task", "", "")


def test_sixty_groups_are_all_there(day):
    Participant.objects.bulk_create([Participant(room=day.room, name=f"Navn {n:03}") for n in range(60)])
    people = [str(one) for one in day.room.participants.values_list("id", flat=True)]
    day.go_to("sparring", "choose")
    pairs = tuple(tuple(people[place : place + 2]) for place in range(0, 72, 2))
    state = replace(day.state, divisions={Gathering.GROUPS: pairs}, are_seats_up=True, side="groups")
    Room.objects.filter(id=day.id).update(state=to_json(state))
    cards = [card for one in wall(day).sides if one.kind == "seats" for card in one.cards]
    assert [number for number, _names in cards] == [str(number) for number in range(1, 37)]
