"""The three faces: one truth, and on the wall nothing of anybody."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import WallMode
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.content.programme import Planned, PlannedKind
from kulturspejl.core.errors import NotThere
from kulturspejl.core.text import Text
from kulturspejl.readers import rooms as faces
from kulturspejl.records.models import Participant
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import CHECK_IN, HOMEWORK, NOW, begin, planned, token

pytestmark = pytest.mark.django_db


def desk(course, now=NOW, language="da"):
    return faces.desk(course.frida, course.id, language=language, now=now)


def wall(course, now=NOW, language="da"):
    return faces.wall(None, course.id, course.room.wall_key, language=language, now=now)


def phone(course, number=0, now=NOW, language="da"):
    return faces.phone(course.code, course.keys[number], language=language, now=now)


def divide(course, now=NOW):
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(4), now=now)


@pytest.mark.slow
def test_before_the_day_begins_all_three_show_the_agenda_and_no_step():
    course = begin(3)
    for face in (desk(course), wall(course), phone(course)):
        assert face.station is None
        assert face.clock is None
        assert len(face.agenda) == 11
        assert not any(line.is_now or line.is_past for line in face.agenda)
        assert (face.agenda[1].start, face.agenda[1].end) == ("9.15", "9.40")
    assert desk(course).next_title == "Velkomst og præsentation"
    assert desk(course, language="en").agenda[1].start == "09:15"


def test_the_agenda_says_how_many_minutes_are_taken_of_each_item():
    course = begin()
    lines = {line.title: line for line in desk(course).agenda}
    assert (lines["Tjek-ind"].minutes, lines["Tjek-ind"].minutes_used) == (25, 28), "three for finding one's circle"
    assert lines["Frokost"].is_break
    assert lines["Frokost"].minutes_used == 0


@pytest.mark.slow
def test_all_three_know_the_same_step_and_the_same_clock():
    course = begin(3)
    course.go_to("culture_profile", "alone")
    now = NOW + timedelta(minutes=4)
    seen = [desk(course, now), wall(course, now), phone(course, now=now)]
    assert {face.station.title for face in seen} == {"Kulturprofil: alene, to og to, sammen"}
    assert {face.clock.ends_at for face in seen} == {NOW + timedelta(minutes=10)}
    assert {face.clock.seconds for face in seen} == {360}
    assert {face.station.with_whom for face in seen} == {"hver for sig"}
    assert [line.title for line in seen[1].agenda if line.is_now] == ["Kulturen og psykisk arbejdsmiljø"]
    assert len({face.station.text for face in seen[1:]}) == 2, "the phone says more than the wall"


def test_who_sees_is_said_on_the_phone_from_what_is_really_on():
    course = begin(1)
    course.go_to("culture_profile", "alone")
    assert "{" not in phone(course).station.text
    assert "bliver på din egen telefon" in phone(course).station.who_sees
    assert phone(course).station.parts[0].stays_on_device
    course.go_to("culture_profile", "pairs")
    largest, wish, part, plan = phone(course).station.parts
    assert (largest.picture, plan.stays_on_device) == ("dominant", True)
    assert (wish.stays_on_device, wish.shape.asks) == (True, "wish")
    assert phone(course).station.who_sees == "", "it is not the same for both, so each part says its own"
    assert wish.who_sees != part.who_sees
    assert "uden dit navn" in part.who_sees
    assert "mindst 8" in part.who_sees
    first = part.shape.items[0]
    assert (part.is_unsigned, part.picture, first.id, first.label) == (True, "pull", "A", "Mod mere fællesskab (klan)")
    course.go_to("evaluation", "alone")
    assert "at least 5" in phone(course, language="en").station.parts[0].who_sees
    course.go_to("check_in", "line")
    assert "slettet, når dagen er slut" in phone(course).station.who_sees


def test_the_day_s_own_question_stands_large_where_people_check_in_and_nowhere_else():
    course = begin(1)
    course.go_to("check_in", "circle")
    assert wall(course).station.title == phone(course).station.title == CHECK_IN
    course.go_to("sparring", "choose")
    assert wall(course).station.title == "Sparring i grupper"


@pytest.mark.slow
def test_a_break_says_when_we_begin_again():
    course = begin(1)
    at = next(stop.at for stop in desk(course).stops if stop.title == "Pause")
    course.do(do.GoTo(at, course.state.version))
    assert wall(course).station.is_break
    assert wall(course).begins_again == phone(course).begins_again == "9.15", "15 minutes from 9.00 here"


@pytest.mark.slow
def test_desk_counts_who_is_done_and_the_wall_does_not_say_who():
    course = begin(4)
    station = course.go_to("check_in", "line")
    for key in course.keys[:3]:
        rooms.mark_done(code=course.code, key=key, station=station, now=NOW)
    assert desk(course).done == 3
    assert [one.is_done for one in desk(course).here] == [True, True, True, False]
    assert phone(course, 0).is_done
    assert not phone(course, 3).is_done
    course.go_to("check_in", "circle")
    assert desk(course).done == 0


@pytest.mark.slow
def test_nothing_of_one_person_stands_on_the_wall_before_or_after_showing():
    course = begin(9)
    part = f"{course.go_to('check_in', 'line')}/arrived"
    for number, key in enumerate(course.keys):
        course.send(part, {"line": f"ordlyd{number}"}, key=key)
    assert "ordlyd" not in repr(wall(course))
    assert "ordlyd" not in repr(desk(course)), "nor at the desk"
    assert desk(course).reveals == (("arrived", CHECK_IN, False),)
    course.do(do.Show("arrived"))
    shown = wall(course)
    assert len(shown.shown[0].lines) == 9
    for one in Participant.objects.all():
        assert one.name not in repr(shown)
        assert one.workplace not in repr(shown)
        assert str(one.id) not in repr(shown)
    assert shown.here == 9


@pytest.mark.slow
def test_a_part_of_too_few_is_hidden_with_a_sentence_on_every_face():
    course = begin(4)
    part = f"{course.go_to('culture_profile', 'pairs')}/direction"
    for number in range(4):
        course.send(part, {"pull": "A"}, token=token(number))
    course.do(do.Show("direction"))
    for face in (desk(course), wall(course), phone(course)):
        (shown,) = face.shown
        assert "for få" in shown.hidden
        assert (shown.rows, shown.lines, shown.sentence) == ((), (), "")
    assert desk(course).reveals[1] == ("direction", "Hvilken vej vil du helst trække din enhed?", True)


@pytest.mark.slow
def test_what_was_shown_stays_through_its_item_and_leaves_the_wall_with_it():
    course = begin(9)
    part = f"{course.go_to('culture_profile', 'pairs')}/direction"
    for number in range(9):
        course.send(part, {"pull": "AABBBCCCC"[number]}, token=token(number))
    course.do(do.Show("direction"))
    course.go_to("culture_profile", "together")
    (shown,) = wall(course).shown
    assert [(label, value) for label, value, _share in shown.rows] == [
        ("Mod klarere mål (marked)", "4 af 9"),
        ("Andre retninger", "5 af 9"),
    ]
    assert wall(course, language="en").shown[0].rows[1][0] == "Other directions"
    course.do(do.Next(course.state.version))
    assert wall(course).shown == ()


def test_the_wall_does_what_the_desk_says():
    course = begin()
    for mode in (WallMode.BLANK, WallMode.SLIDES, WallMode.NOW):
        course.do(do.SetWall(mode))
        assert wall(course).mode == desk(course).mode == mode.value


@pytest.mark.slow
def test_a_group_its_roles_and_its_clock_are_on_the_own_phone():
    course = begin(9)
    course.go_to("sparring", "talk")
    divide(course)
    me = phone(course)
    assert me.group.number >= 1
    assert (me.me, me.my_name) in me.group.members
    assert (me.role, me.claim_label) == ("team", "Min sag")
    assert [stage.minutes for stage in me.group.walk.stages] == [10, 10, 5, 10]
    rooms.claim(code=course.code, key=course.keys[0], now=NOW)
    mine = phone(course)
    assert (mine.role, mine.role_label, mine.claim_label) == ("owner", "Sagsejer", "")
    assert mine.group.owner == mine.me
    assert mine.group.walk.stages[0].says.startswith("Fortæl")
    assert "{" not in repr(mine.group.walk.stages)
    other = next(
        number
        for number in range(1, 9)
        if (phone(course, number).me, phone(course, number).my_name) in mine.group.members
    )
    assert phone(course, other).group.walk.stages[0].says.startswith("Lyt")
    assert phone(course, other).group.walk.stages[3].says.endswith("3 min. til hver.")
    assert phone(course, other, now=NOW + timedelta(minutes=3)).claim_label == "Min sag", (
        "a tap by mistake can be mended"
    )
    assert phone(course, other, now=NOW + timedelta(minutes=12)).claim_label == ""


def test_the_desk_sees_every_group_s_step_and_no_content():
    course = begin(8)
    course.go_to("sparring", "talk")
    divide(course)
    seen = desk(course)
    assert [len(group.members) for group in seen.groups] == [4, 4]
    assert all(stage.says == "" for group in seen.groups for stage in group.walk.stages)
    assert [len(names) for _number, names in wall(course).groups] == [4, 4]


@pytest.mark.slow
def test_the_desk_says_how_groups_will_come_out():
    course = begin(26)
    course.go_to("sparring", "talk")
    seen = desk(course)
    assert (seen.gathering, seen.group_size, seen.group_sizes) == ("groups", 4, "26 = 5 × 4 + 2 × 3")
    assert seen.count_to == 7
    course.go_to("culture_profile", "pairs")
    assert (desk(course).gathering, desk(course).group_sizes) == ("pairs", "26 = 13 × 2")
    course.go_to("check_in", "line")
    assert (desk(course).gathering, desk(course).group_size, desk(course).count_to) == ("", 0, 0)


@pytest.mark.slow
def test_counting_aloud_is_seen_on_all_faces_and_by_nobody_else():
    course = begin(9)
    course.go_to("sparring", "talk")
    rooms.count_to(by=course.frida, room_id=course.id, now=NOW)
    rooms.say_number(code=course.code, key=course.keys[0], number=2, now=NOW)
    assert (wall(course).counting, desk(course).counting, desk(course).said) == (3, 3, 1)
    assert (phone(course, 0).i_said, phone(course, 1).i_said) == (2, 0)


@pytest.mark.slow
def test_a_late_day_gets_two_ways_on_with_lunch_as_long_as_it_was():
    course = begin(2)
    course.go_to("culture_profile", "alone", now=NOW + timedelta(hours=2))
    late = NOW + timedelta(hours=2, minutes=45)
    seen = desk(course, late)
    assert seen.late == 27, "11.45, the ten minutes are over, and 42 of the item are left: until 12.27"
    offers = dict(seen.offers)
    assert set(offers) == {"shorten", "push"}
    lunch = {name: next(line for line in lines if line.title == "Frokost") for name, lines in offers.items()}
    assert {line.minutes for line in lunch.values()} == {45}
    assert offers["push"][-1].end == "16.27"
    course.do(do.Replan(seen.late, False), now=late)
    assert desk(course, late).late == 0
    assert desk(course, late).agenda[-1].end == "16.27"


def test_on_another_day_nobody_is_late():
    course = begin(2)
    course.go_to("culture_profile", "alone")
    assert desk(course, NOW + timedelta(days=1, hours=4)).late == 0


@pytest.mark.slow
def test_when_the_day_is_over_homework_and_combined_results_are_left():
    course = begin(9)
    part = f"{course.go_to('evaluation', 'alone')}/scales"
    for number in range(9):
        course.send(part, {"useful": 5}, token=token(number))
    assert phone(course).homework == ""
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    mine = phone(course)
    assert (mine.is_over, mine.homework, mine.station, mine.asks_goal) == (True, HOMEWORK, None, False)
    assert mine.shown[0].rows[0][1] == "5,0 af 5"
    assert all(line.is_past for line in mine.agenda)


@pytest.mark.slow
def test_somebody_who_was_removed_is_gone_from_the_groups_of_the_others():
    course = begin(8)
    course.go_to("sparring", "talk")
    divide(course)
    gone = phone(course, 1).me
    rooms.remove(by=course.frida, room_id=course.id, participant=gone, now=NOW)
    assert gone not in repr(desk(course))
    assert sum(len(group.members) for group in desk(course).groups) == 7


def test_the_preparing_page_holds_the_whole_day_and_what_it_may_be_made_of():
    course = begin()
    page = faces.prepare(course.frida, "module_2", language="da", now=NOW)
    assert (page.plan.name.da, len(page.plan.items), page.fixed) == ("Modul 2: Ledelse af kulturen", 11, 0)
    assert dict(page.models)["mindset"]
    offered = dict(faces.programmes(course.frida, "en", now=NOW))
    assert list(offered)[:4] == ["start_workshop", "module_1", "module_2", "module_3"], "as they come in the course"
    assert offered["module_2"] == "Module 2: leading the culture"
    assert "team_45" not in offered
    same = faces.again(course.finn, course.id, language="da", now=NOW)
    assert (same.plan, same.planned, same.like.check_in) == (planned(), None, CHECK_IN)
    with pytest.raises(NotThere):
        faces.again(course.town.leader, course.id, language="da", now=NOW)


@pytest.mark.slow
def test_what_is_told_is_on_the_wall_with_its_notes_at_the_desk_alone():
    course = begin(1)
    plan = planned()
    told = Planned(PlannedKind.INPUT, 5, "mindset", notes=(Text(da="Mit kneb", en="My trick"),))
    own = Planned(
        PlannedKind.INPUT, 4, title=Text(da="Mit eget", en="Mine"), lines=(Text(da="Én linje", en="One line"),)
    )
    items = tuple(
        replace(one, stations=(told, own, *one.stations)) if one.id == "learning" else one for one in plan.items
    )
    rooms.change_class(
        by=course.frida, room_id=course.id, name="Hold", day=NOW.date(), plan=replace(plan, items=items), check_in="",
        homework="", language="da", next_day=None, texts={}, now=NOW,
    )  # fmt: skip
    script = day_of_room(course.room).script
    at = next(place for place, one in enumerate(script) if one.model == "mindset")
    course.do(do.GoTo(at, course.state.version))
    wall, mine = faces.wall(course.frida, course.id, "", language="da", now=NOW), phone(course)
    assert (wall.mode, wall.model.id, [one.kind for one in wall.sides]) == ("now", "mindset", ["model"])
    assert (desk(course).own_notes, desk(course).told) == (("Mit kneb",), "mindset")
    assert "Mit kneb" not in repr((wall, mine))
    assert mine.station.models[0][0] == "mindset"
    for mode in (WallMode.BLANK, WallMode.SLIDES):
        course.do(do.SetWall(mode))
        assert faces.wall(course.frida, course.id, "", language="da", now=NOW).model is None
    course.do(do.SetWall(WallMode.NOW))
    course.do(do.Next(course.state.version))
    wall = faces.wall(course.frida, course.id, "", language="da", now=NOW)
    assert (wall.mode, wall.model, wall.station.title, wall.station.lines) == ("now", None, "Mit eget", ("Én linje",))
    assert phone(course).station.lines == ("Én linje",)


@pytest.mark.slow
def test_the_agenda_counts_what_is_told_exercises_and_changeovers():
    course = begin()
    plan = the_library().programmes["module_2"]
    made = rooms.create_class(
        by=course.frida, plan=plan, name="Hold 15", day=NOW.date(), check_in="", homework="", language="en", now=NOW
    )
    seen = faces.desk(course.finn, made, language="da", now=NOW)
    assert next(line for line in seen.agenda if line.title.startswith("Kulturen")).minutes_used == 62
    assert {card.name for card in faces.cards(course.finn, now=NOW)} == {"Modul 2, hold 14", "Hold 15"}


@pytest.mark.slow
def test_all_that_is_said_is_there_in_both_languages():
    course = begin(4)
    for exercise, step in (
        ("check_in", "line"),
        ("culture_profile", "pairs"),
        ("sparring", "talk"),
        ("evaluation", "alone"),
    ):
        course.go_to(exercise, step)
        danish, english = phone(course).station, phone(course, language="en").station
        assert danish.text
        assert english.text
        assert danish.text != english.text
