"""Every kind, played by robots: on the phone, at the desk, on the wall, on paper and alone."""

import random

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core import kinds
from kulturspejl.core.kinds.allocation import Allocation
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import NOW
from tests.kinds import playing
from tests.kinds.playing import DAY, STEP, Played

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def own_content():
    yield
    the_library.cache_clear()


def test_every_kind_is_played_by_robots_on_every_face(monkeypatch):
    played, exercise = playing.begin(monkeypatch, kinds.KINDS)
    for step in exercise.steps:
        key = played.course.go_to(DAY, step.id)
        if step.roles:
            rooms.divide(by=played.course.frida, room_id=played.course.id, rng=random.Random(1), now=NOW)
        played.wait(STEP, STEP)
        phone = played.see()["phone"]
        for part in step.parts:
            assert f'data-part="{key}/{part.id}"' in phone or isinstance(part.shape, Sheet), part.id
            is_shown_everywhere(played, part)
    own = [part for step in exercise.steps for part in step.parts if part.visibility is Visibility.PRIVATE]
    assert len(own) == len(kinds.KINDS) - 1, "a sheet is the group's"
    assert phone.count('<form method="post" class="part"') == 0
    for part in own:
        mark = "data-own-web" if isinstance(part.shape, Allocation) else f"{part.id}\" hidden"
        assert mark in phone.split("class=\"brought")[1], part.id
    assert_on_paper_and_alone(played, exercise.steps)


def is_shown_everywhere(played: Played, part: Part) -> None:
    """What all robots have answered is combined, and stands on every face; what nobody may show stays away."""
    if part.picture is None:
        assert f"da {part.id}" not in played.pages["wall"]
        return
    row = played.show(part.id)
    assert row.is_final, (part.id, row.picture["hidden"])
    for face, page in played.see().items():
        section = next(one for one in page.split('<section class="shown') if f"da {part.id}</h2>" in one)
        assert any(mark in section for mark in ("<li>", "<th scope=", "<svg")), (face, part.id)


def assert_on_paper_and_alone(played: Played, steps) -> None:
    """Every step with something to fill in has it on paper too, and on the page for one."""
    forms = playing.paper_of(played)
    assert len(forms) == len(steps)
    for form, step in zip(forms, steps, strict=True):
        both_sides_are_one_form = step.id == "sheet_team"
        assert bool(form["fields"]) == (bool(step.parts) and not both_sides_are_one_form), step.id
    page = playing.alone()
    for step in steps:
        for part in step.parts:
            if not isinstance(part.shape, Allocation):
                assert f'data-part="{step.id}/{part.id}"' in page, part.id
