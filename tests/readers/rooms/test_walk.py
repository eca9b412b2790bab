"""What a phone's page walks through while it is read: counted, so that it does not grow unseen."""

import sys
from collections import Counter
from types import FrameType

import pytest

from kulturspejl.readers import rooms as faces
from tests.actions.rooms.course import NOW, begin

pytestmark = pytest.mark.django_db
REGIONS = "kulturspejl.readers.rooms.regions"
MOST_ROOMS = 12
"""As docs/en/house.md lists them; what Django does for us between them is not counted."""
MOST_QUESTIONS = 4
"""That the phone asks one region: a value, and what is said beside it."""


def walked(course) -> list[tuple[str, str]]:
    """(from, to) for each call that leads from one module of ours to another, while a phone's page is read."""
    steps: list[tuple[str, str]] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        here = frame.f_globals.get("__name__", "")
        before = frame.f_back.f_globals.get("__name__", "") if frame.f_back else ""
        if event == "call" and here.startswith("kulturspejl.") and here != before:
            steps.append((before, here))

    faces.phone(course.code, course.keys[0], language="da", now=NOW)
    sys.setprofile(note)
    try:
        faces.phone(course.code, course.keys[0], language="da", now=NOW)
    finally:
        sys.setprofile(None)
    return steps


def room_of(module: str) -> str:
    """A floor's own name, and in core that of the room on it."""
    floor, *further = module.removeprefix("kulturspejl.").split(".")
    return f"core.{further[0]}" if floor == "core" else floor


@pytest.fixture
def steps() -> list[tuple[str, str]]:
    course = begin(6)
    course.go_to("culture_profile", "pairs")
    return walked(course)


def test_a_phones_page_walks_through_few_rooms(steps):
    rooms = {room_of(here) for _before, here in steps}
    assert len(rooms) <= MOST_ROOMS, sorted(rooms)


def test_a_phone_asks_each_region_and_no_region_asks_the_phone(steps):
    asked = Counter(here for before, here in steps if before.endswith(".on_phone") and here.startswith(REGIONS))
    assert len(asked) > 8
    assert {region: often for region, often in asked.items() if often > MOST_QUESTIONS} == {}
    assert not [step for step in steps if step[0].startswith(REGIONS) and step[1].endswith(".on_phone")]
