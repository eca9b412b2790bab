"""Before handing in where nobody checks who comes: each phone shows who is there, and what is not shown yet."""

import random

import pytest

from kulturspejl.access.room_access import DeskKey, bell_of
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.live import bell
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, begin

pytestmark = pytest.mark.django_db


def lent(names: list[str]) -> tuple[Room, list[str], DeskKey]:
    opened = rooms.borrow(language="da", now=NOW)
    keys = [
        rooms.join(code=opened.code, name=name, workplace="", now=NOW, rng=random.Random(name)).key for name in names
    ]
    return Room.objects.get(id=opened.room_id), keys, DeskKey(opened.desk_key)


def go_to(room: Room, desk: DeskKey, step: str) -> str:
    script = day_of_room(room.id).script
    at = next(place for place, one in enumerate(script) if one.step == step)
    version = from_json(Room.objects.get(id=room.id).state).version
    rooms.run(by=desk, room_id=room.id, command=do.GoTo(at, version), now=NOW)
    return script[at].key


def phone(room: Room, key: str):
    return readers.phone(room.code, key, language="da", now=NOW)


def unsigned(room: Room) -> str:
    """The first step at which something is handed in without a name."""
    day = day_of_room(room.id)
    return next(
        one.step
        for one in day.script
        if (step := day.step_of(one)) and any(part.visibility is Visibility.AGGREGATE for part in step.parts)
    )


def test_every_phone_of_a_borrowed_room_sees_the_names_that_were_typed():
    room, keys, desk = lent(["Mette", "Åse", "Bo"])
    assert phone(room, keys[0]).company is None, "nothing is asked yet"
    go_to(room, desk, unsigned(room))
    rooms.add_on_paper(by=desk, room_id=room.id, name="Papir", workplace="", now=NOW)
    seen = {phone(room, key).company for key in keys}
    assert [(one.names, one.least) for one in seen] == [(("Bo", "Mette", "Åse"), 5)]


@pytest.mark.django_db(transaction=True)
def test_who_comes_in_rings_at_every_phone_of_a_borrowed_room_and_of_no_other():
    room, _keys, _desk = lent(["Mette"])
    course = begin(1)
    before = [bell.stamp(bell_of(one)) for one in (room, course.room)]
    rooms.join(code=room.code, name="Bo", workplace="", now=NOW, rng=random.Random(1))
    rooms.join(code=course.code, name="Bo", workplace="", now=NOW, rng=random.Random(1))
    after = [bell.stamp(bell_of(one)) for one in (room, course.room)]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, False]


def test_a_day_with_a_facilitator_in_front_shows_no_list():
    course = begin(3)
    course.go_to("culture_profile", "pairs")
    assert readers.phone(course.code, course.keys[0], language="da", now=NOW).company is None


@pytest.mark.slow
def test_what_was_asked_earlier_and_is_not_shown_stands_on_the_phone_until_it_is():
    course = begin(8)
    part = f"{course.go_to('culture_profile', 'pairs')}/direction"
    for number in range(8):
        course.send(part, {"pull": "A"}, token=f"token-of-device-{number:04}")

    def unshown():
        return [key for key, _label in readers.phone(course.code, course.keys[0], language="da", now=NOW).unshown]

    assert part not in unshown(), "it is on: its own form says so"
    course.go_to("check_out", "alone")
    assert part in unshown()
    course.go_to("culture_profile", "pairs")
    course.do(do.Show("direction"))
    course.go_to("check_out", "alone")
    assert part not in unshown()
