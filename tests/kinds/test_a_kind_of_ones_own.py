"""A kind that somebody adds by following CONTRIBUTING: all its files in a folder of its own, and one word in a list."""

from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from kulturspejl.core import kinds
from kulturspejl.core.kinds.base.listed import listed, pictures_of
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import NOW
from tests.kinds import playing
from tests.kinds.playing import DAY, STEP
from tests.kinds.thermometer.thermometer import Thermometer

FOLDER = Path(__file__).parent / "thermometer"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def added(monkeypatch):
    """What the line in core/kinds/__init__.py does, and where its templates lie."""
    made = listed(*kinds.KINDS.values(), Thermometer)
    monkeypatch.setattr(kinds, "KINDS", made)
    monkeypatch.setattr(kinds, "PICTURES", pictures_of(made))
    (engine,) = settings.TEMPLATES
    with override_settings(TEMPLATES=[{**engine, "DIRS": [FOLDER / "templates"]}]):
        yield
    the_library.cache_clear()


def test_it_is_five_files_of_its_own():
    own = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.suffix in (".py", ".html")}
    templates = {f"templates/shared/parts/thermometer/{name}.html" for name in ("fill", "note", "shown")}
    assert own == {"thermometer.py", *templates}
    assert import_module("tests.kinds.test_thermometer").ROW, "and its test"


def test_it_is_played_by_robots_on_every_face(monkeypatch):
    played, exercise = playing.begin(monkeypatch, ["thermometer"])
    for step in exercise.steps[:-1]:
        key = played.course.go_to(DAY, step.id)
        played.wait(STEP, STEP)
        assert f'data-part="{key}/{step.parts[0].id}"' in played.see()["phone"]
    assert exercise.steps[1].parts[0].visibility is Visibility.PRIVATE
    played.course.go_to(DAY, exercise.steps[0].id)
    row = played.show("thermometer_degrees")
    assert row.is_final
    assert "af 40" in row.picture["rows"][0][1][0]
    assert all("af 40" in page for page in played.see().values())
    played.course.go_to(DAY, "again")
    assert 'thermometer_own" hidden' in played.see()["phone"].split('class="brought')[1]
    assert [field["kind"] for form in playing.paper_of(played) for field in form["fields"]] == ["numbers", "numbers"]
    assert "thermometer_own" in playing.alone()
    assert NOW
