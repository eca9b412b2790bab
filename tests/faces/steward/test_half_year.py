"""The half-year's pages: a stop is opened for everybody, the present comes back, and outside a demo there is none."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from kulturspejl.actions import plans, whole_store
from kulturspejl.cli.demo.half_year.play import STOPS
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.shared import clock, played
from kulturspejl.faces.steward.demo import film, going, playing
from kulturspejl.records.models import Trait, Unit, User
from tests.attacks.presses_of_demo import a_film

pytestmark = pytest.mark.django_db(transaction=True)
DAY = datetime(2026, 9, 1, 9, tzinfo=UTC)


@pytest.fixture
def made(settings, tmp_path):
    settings.KULTURSPEJL_DEMO, settings.KULTURSPEJL_VAR, settings.KULTURSPEJL_KEYS = (
        True,
        tmp_path,
        tmp_path / "keys",
    )
    return a_film()


def press(browser, *way, name="demo_look"):
    return browser.post(reverse(name, args=way))


def choose(user, unit, words):
    plans.choose_trait(
        by=user, unit_id=unit, stems_from=None, more_of=words, less_of="", notice="Vi siger det", better_for="Os",
        now=clock.now(),
    )  # fmt: skip


def someone():
    return User.objects.get(email="karen@havnby.test"), Unit.objects.get(versions__name="Hjemmepleje Nord").id


def moved():
    """How far the clock is moved; the tests' own clock stands in the town's time."""
    return clock._moved()


def traits():
    return set(Trait.objects.values_list("more_of", flat=True))


def test_a_look_goes_to_the_day_and_opens_the_page_as_that_person(at, made):
    browser = at(language="da")
    page = browser.get(reverse("demo_stop", args=["plan"])).content.decode()
    assert "Se det som leder" in page
    assert "Se det som medarbejder" not in page, "nothing has reached them"
    assert moved() == timedelta(), "looking at the page of a stop changes nothing"
    shown = press(browser, "plan", 0)
    assert abs(datetime.now(UTC) + moved() - DAY) < timedelta(minutes=1)
    theirs = browser.get(shown.url)
    assert theirs.status_code == 200
    assert "Demoen viser <strong>1. september 2026</strong>" in theirs.content.decode()
    assert "Karen" in browser.get(reverse("home")).content.decode()
    assert press(browser, "plan", 1).status_code == press(browser, "plan", 2).status_code == 404
    assert press(browser, "other", 0).status_code == 404


def test_the_present_comes_back_as_it_was_and_what_was_tried_there_is_gone(at, made):
    choose(*someone(), "I dag")
    browser = at()
    press(browser, "plan", 0)
    assert traits() == set(), "the stop has its own store"
    choose(*someone(), "Prøvet dér")
    press(browser, "plan", 0)
    assert traits() == {"Prøvet dér"}, "a second look at the same stop takes nothing away"
    press(browser, "plan", name="demo_stop_anew")
    assert traits() == set()
    assert press(browser, name="demo_present").url == reverse("demo")
    assert traits() == {"I dag"}
    assert played.shown() is None
    assert moved() == timedelta()
    assert press(browser, name="demo_present").url == reverse("demo"), "pressed twice"


def test_two_who_press_at_once_come_to_one_stop_and_the_present_is_kept_once(made):
    choose(*someone(), "I dag")
    stop, faults = made.stops[0], []

    def go():
        try:
            going.go(stop)
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    both = [threading.Thread(target=go) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert faults == []
    assert traits() == set()
    going.back()
    assert traits() == {"I dag"}


def test_keys_go_with_the_store(made, settings):
    folder = film.folder_of("plan") / whole_store.KEYS
    (folder / "of-the-stop.key").write_bytes(b"stop")
    own = settings.KULTURSPEJL_KEYS
    own.mkdir(exist_ok=True)
    (own / "of-today.key").write_bytes(b"today")
    going.go(made.stops[0])
    assert {file.name for file in own.iterdir()} == {"of-the-stop.key"}
    going.back()
    assert {file.name for file in own.iterdir()} == {"of-today.key"}


def test_the_button_is_there_until_it_is_played_for_these_tables(at, made, settings):
    listed = at().get(reverse("demo_half_year")).content.decode()
    assert reverse("demo_stop", args=["plan"]) in listed
    key, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 10
    assert "Play the half-year" in at().get(reverse("demo_half_year")).content.decode(), "its codes open nothing"
    settings.SECRET_KEY = key
    film.keep(film.Film("another version", made.stops), played.folder() / film.FILM)
    asked = at().get(reverse("demo_half_year")).content.decode()
    assert "Play the half-year" in asked
    assert at().get(reverse("demo_stop", args=["plan"])).status_code == 404
    assert press(at(), "plan", 0).status_code == 404
    (played.folder() / playing.LOG).write_text("Traceback")
    assert "could not be played" in at().get(reverse("demo_half_year")).content.decode()
    assert len(STOPS) == playing.STOPS, "as many as the page counts up to"


def test_outside_a_demo_nothing_of_it_is_there_and_no_file_moves_the_clock(at, made, settings):
    going.go(made.stops[0])
    settings.KULTURSPEJL_DEMO = False
    assert moved() == timedelta()
    assert "1 September 2026" not in at().get(reverse("front_door")).content.decode()
    for name, way in (("demo_half_year", ()), ("demo_stop", ("plan",))):
        assert at().get(reverse(name, args=way)).status_code == 404
    for name, way in (
        ("demo_half_year", ()), ("demo_look", ("plan", 0)), ("demo_stop_letters", ("plan",)),
        ("demo_stop_anew", ("plan",)), ("demo_present", ()),
    ):  # fmt: skip
        assert press(at(), *way, name=name).status_code == 404
    for act in (whole_store.keep_whole, whole_store.put_in_place, whole_store.put_in_place_at_rest):
        with pytest.raises(NotThere):
            act(film.folder_of("plan"))
    playing.start()
    assert not playing.is_under_way()
