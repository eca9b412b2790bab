"""The desk turns the wall: which page is up, on and back, and the exercise's own figure first."""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext

from kulturspejl.core.choreography import commands as do
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.drawing.wall.letters import wide
from kulturspejl.faces.facilitator.wall import GAPS, LETTERS, STRIP, Strip, size_of, that_fits, width_of_clock
from kulturspejl.readers.rooms.regions.agenda import AgendaLine
from kulturspejl.readers.rooms.sides.measures import CLOCK
from tests.actions.rooms.course import Course, begin

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def day() -> Course:
    """In twos, who have just been placed."""
    made = begin(6, also=("learning_culture",))
    made.go_to("culture_profile", "pairs")
    people = [str(one) for one in made.room.participants.values_list("id", flat=True)]
    made.do(do.Divide(Gathering.PAIRS, (tuple(people[:2]), tuple(people[2:4]), tuple(people[4:]))))
    return made


def desk(at, day: Course) -> str:
    return at(day.frida, "da").get(f"/facilitate/{day.id}").content.decode()


def wall(at, day: Course) -> str:
    return at(None, "da").get(f"/facilitate/{day.id}/wall", {"key": day.room.wall_key}).content.decode()


def key_for(page: str, key: str) -> dict[str, str]:
    """What the button of that key sends."""
    form = next(one for one in page.split("<form")[1:] if re.search(rf'data-keys="[^"]*{key}', one))
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


def press(at, day: Course, key: str) -> None:
    sent = key_for(desk(at, day), key)
    assert at(day.frida, "da").post(f"/facilitate/{day.id}/do", sent).status_code == 302


def test_the_arrow_turns_the_wall_before_it_goes_on(at, day):
    assert "På skærmen: side 1 af 2" in desk(at, day)
    assert "Deltager 03" in wall(at, day)
    press(at, day, "ArrowRight")
    assert "På skærmen: side 2 af 2" in desk(at, day)
    page = wall(at, day)
    assert "Deltager 03" not in page
    assert "Tegn jeres ønskede kultur" in page
    before = day.state.at
    press(at, day, "ArrowRight")
    assert day.state.at == before + 1


def test_the_arrow_back_turns_it_back_before_it_goes_back(at, day):
    press(at, day, "ArrowRight")
    press(at, day, "ArrowLeft")
    assert "Deltager 03" in wall(at, day)
    before = day.state.at
    press(at, day, "ArrowLeft")
    assert day.state.at == before - 1


def test_a_step_can_be_left_from_any_page(at, day):
    page = desk(at, day)
    assert re.search(r'name="verb" value="next"', page)
    assert re.search(r'name="verb" value="turn"', page)


def test_the_exercise_s_own_figure_is_the_first(at, day):
    day.go_to("learning_culture", "status")
    assert key_for(desk(at, day), "m")["model"] == "learning_scale"
    press(at, day, "m")
    page = wall(at, day)
    assert "Fire steder på en linje." in page
    assert "Ordene er Kulturspejls egne (2026)." in page
    press(at, day, "m")
    assert "Læs de fire tekster" in wall(at, day)


def test_places_that_were_found_before_can_be_shown_again(at, day):
    day.do(do.Again(day.state.version))
    assert "Deltager 03" not in wall(at, day)
    page = desk(at, day)
    assert "Vis på skærmen, hvem der sidder sammen" in page
    day.do(do.Turn("groups", day.state.version))
    assert "Deltager 03" in wall(at, day)


def test_a_made_up_side_is_the_first(at, day):
    for name in ("", "shown/9.9/none.4", "../../etc", "x" * 200):
        sent = {"verb": "turn", "to": name, "seen": str(day.state.version)}
        assert at(day.frida, "da").post(f"/facilitate/{day.id}/do", sent).status_code == 302
        assert "Deltager 03" in wall(at, day)


def line(title: str) -> AgendaLine:
    return AgendaLine(title, "9.00", "9.15", title, 15, 0, is_now=False, is_past=False, is_break=False)


def test_the_strip_has_no_half_titles():
    short, long = line("Tjek-ind"), line("Samarbejde på tværs " * 8)
    assert that_fits("kulturspejl.dk", "ABC123", short, short) == Strip(short, True, short)
    assert that_fits("kulturspejl.dk", "ABC123", short, long) == Strip(short, True, None)
    assert that_fits("kulturspejl.dk", "ABC123", long, short) == Strip(long, True, is_named=False)
    assert that_fits("", "", None, None) == Strip()
    assert wide("9.00–9.15 Tjek-ind", LETTERS) < STRIP


def test_beside_a_long_address_a_long_title_stands_without_a_word_before_it():
    title = line("Culture and the psychosocial work environment")
    longer = "kulturspejl.kommunen.example.dk/somewhere"
    with translation.override("da"):
        assert that_fits("localhost:8000", "K2N5QE", title, None).is_worded
        assert that_fits("kulturspejl.kommunen.dk", "K2N5QE", title, None) == Strip(title)
        assert that_fits(longer, "K2N5QE", title, None) == Strip(title, True, is_named=False), "and no half of it"
        hours = STRIP - GAPS - wide("K2N5QE", LETTERS, bold=True) - wide(f"{title.start}–{title.end}", LETTERS)
        full = "m" * int(hours / wide("m", LETTERS))
        assert that_fits(full, "K2N5QE", title, None) == Strip(title, is_named=False)
        assert that_fits(f"{full}mm", "K2N5QE", title, None) == Strip()


def test_long_homework_has_smaller_letters():
    assert [size_of("x" * length) for length in (159, 160, 419, 420)] == [34, 28, 28, 24]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_heading_leaves_room_for_whatever_the_clock_says(language):
    with translation.override(language):
        said = [(gettext("The time is up"), 36, True), (gettext("left, the clock stands still"), 23, False)]
    gap = 24
    assert max(wide(words, size, bold=bold) for words, size, bold in said) <= CLOCK - gap


def test_the_strip_leaves_room_for_the_small_clock_beside_a_figure():
    title = line("Samarbejde på tværs og grænsekrydsende ledelse")
    free = STRIP - wide("k.dk", LETTERS) - wide("ABC123", LETTERS, bold=True)
    assert that_fits("k.dk", "ABC123", title, None) == Strip(title, True)
    assert that_fits("k.dk", "ABC123", title, None, clock=free) == Strip()
    assert not that_fits("k.dk", "ABC123", title, None, clock=free / 2).has_logo, "a clock is no logo"
    assert width_of_clock() > wide("10:00", LETTERS, bold=True)
