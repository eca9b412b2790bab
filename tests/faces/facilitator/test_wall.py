"""The wall: opens by its own address alone, is really blank, and shows either people's places or what they said."""

import uuid

import pytest
from django.utils.html import escape

from kulturspejl.core.choreography import WallMode
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.faces.facilitator.wall import here_and_after, up_there
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.regions.agenda import AgendaLine
from kulturspejl.readers.rooms.regions.shown import ShownView
from kulturspejl.readers.rooms.regions.station import StationView
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import Course, begin
from tests.pages import tight


@pytest.fixture
def day() -> Course:
    return begin(6)


def words(at, day, key=None, language="da"):
    """The wall on a machine where nobody is signed in."""
    reply = at(None, language).get(f"/facilitate/{day.id}/wall", {"key": key or day.room.wall_key})
    assert reply.status_code == 200
    return reply.content.decode()


pytestmark = pytest.mark.django_db(transaction=True)


def test_it_opens_without_signing_in_and_never_by_the_code_alone(at, day):
    assert day.code in words(at, day)
    for key in ("", day.code, "x" * 80, "æ"):
        assert at().get(f"/facilitate/{day.id}/wall", {"key": key}).status_code == 404
    assert at().get(f"/facilitate/{uuid.uuid4()}/wall", {"key": day.room.wall_key}).status_code == 404


@pytest.mark.parametrize("mode", [WallMode.BLANK, WallMode.SLIDES])
def test_a_blank_wall_holds_nothing_at_all(at, day, mode):
    day.go_to("check_in", "line")
    day.do(do.SetWall(mode))
    main = words(at, day).partition("<main")[2].partition("</main>")[0]
    assert "Hvad har du" not in main
    assert "svg" not in main
    assert "timer" not in main


@pytest.mark.slow
def test_the_welcome_says_what_the_day_is_for_and_no_other_item_does(at, day):
    goals = the_library().programmes["module_2"].goals
    day.do(do.Next(day.state.version))
    for language in ("da", "en"):
        assert all(escape(goal.into(language)) in words(at, day, language=language) for goal in goals)
    day.go_to("check_in", "line")
    assert escape(goals[0].into("da")) not in words(at, day)


def main_of(page):
    return page.partition("<main")[2].partition("</main>")[0]


def put_up(at, day, model):
    """By the button at the desk."""
    at(day.frida, "da").post(f"/facilitate/{day.id}/do", {"verb": "put_up", "model": model, "seen": day.state.version})
    return main_of(words(at, day))


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_model_fills_the_wall_with_figure_sentence_and_table(at, day, language):
    key = day.go_to("check_in", "line")
    day.send(f"{key}/arrived", {"line": "Kun mit"}, key=day.keys[0])
    day.do(do.GoTo(0, day.state.version))
    put_up(at, day, "programme_path")
    found = the_library().models["programme_path"]
    main = main_of(words(at, day, language=language))
    assert main.count('role="img"') == 1
    assert found.idea.into(language) in main
    for box in found.figure.boxes:
        assert f'<th scope="row">{box.label.into(language)}</th>' in main
    assert {"da": "Her er I", "en": "You are here"}[language] in main
    assert 'role="timer"' in main
    assert "Kun mit" not in main
    assert "Deltager" not in main


@pytest.mark.slow
def test_escape_takes_a_model_down_and_the_desk_says_how(at, day):
    day.do(do.Next(day.state.version))
    assert 'role="img"' in put_up(at, day, "programme_path")
    desk = at(day.frida, "da").get(f"/facilitate/{day.id}").content.decode()
    assert "Tag figuren ned: Forløbet fra start til slut" in desk
    assert "Skærmen viser en figur." in desk
    day.do(do.SetWall(WallMode.NOW))
    assert 'role="img"' not in main_of(words(at, day))


@pytest.mark.slow
def test_only_a_model_that_the_item_names_can_be_put_up(at, day):
    day.do(do.Next(day.state.version))
    for model in ("mindset", "phrenology", "", "../../etc"):
        assert 'role="img"' not in put_up(at, day, model)
        assert day.state.wall is WallMode.NOW


def test_a_model_that_is_gone_leaves_what_the_room_is_doing(at, day, monkeypatch):
    day.do(do.Next(day.state.version))
    put_up(at, day, "programme_path")
    monkeypatch.setattr(reading, "model", lambda _id: None)
    main = main_of(words(at, day))
    assert "Velkomst og præsentation" in main
    assert 'class="blank"' not in main


def test_an_exercise_leaves_the_agenda_to_a_strip(at, day):
    day.do(do.Next(day.state.version))
    assert 'class="agenda"' in words(at, day)
    day.go_to("check_in", "line")
    page = words(at, day)
    assert 'class="agenda"' not in page
    assert "<b>I er her:</b>9.15–9.40 Tjek-ind" in tight(page)
    assert "Derefter: 9.40 Oplæg: kultur" in page


def test_a_clock_that_stands_still_says_so_in_words(at, day):
    day.go_to("check_in", "line")
    assert "uret står stille" not in words(at, day)
    day.do(do.Pause())
    page = words(at, day)
    assert "uret står stille" in page
    assert "data-ends-at" not in page


def test_people_are_told_where_to_sit_and_then_what_was_said(at, day):
    key = day.go_to("check_in", "line")
    for number, one in enumerate(day.keys):
        day.send(f"{key}/arrived", {"line": f"Ord {number}"}, key=one)
    day.do(do.Show("arrived"))
    assert "Ord 3" in words(at, day)
    day.go_to("check_in", "circle")
    assert "Ord 3" in words(at, day)
    people = [str(one) for one in day.room.participants.values_list("id", flat=True)]
    day.do(do.Divide(Gathering.GROUPS, (tuple(people[:3]), tuple(people[3:]))))
    page = words(at, day)
    assert "Deltager 03" in page
    assert "Ord 3" not in page
    day.go_to("check_in", "together")
    assert "Ord 3" in words(at, day)


def shown(key):
    return ShownView(key, "", (), (), "", "", "")


def station(key="1.0"):
    return StationView(key, "", "", "", 5, is_break=False, parts=())


def test_what_this_step_shows_goes_before_the_groups_and_those_before_what_stayed_up():
    groups = ((1, ("Mette",)),)
    of_before, of_now = shown("1.0.0/line"), shown("1.0.1/words")
    assert up_there(station("1.0.1"), (of_before,), groups) == ((), groups)
    assert up_there(station("1.0.1"), (of_before, of_now), groups) == ([of_now], ())
    assert up_there(station("1.0.1"), (of_before,), ()) == ((of_before,), ())
    assert up_there(None, (), ()) == ((), ())


def test_the_strip_names_the_item_and_the_next():
    def line(title, is_now=False):
        return AgendaLine(title, "9.00", "9.15", title, 15, 0, is_now, is_past=False, is_break=False)

    first, last = line("a"), line("b", is_now=True)
    assert here_and_after([first, line("x", is_now=True), last])[1] is last
    assert here_and_after([first, last]) == (last, None)
    assert here_and_after([first]) == (None, None)
