"""A day that was made by 0.2 to 0.4: it goes on as it was, and can be changed and made again in the form of today."""

from dataclasses import asdict

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.making import slots_of
from kulturspejl.core.choreography.script import Station
from kulturspejl.core.choreography.state import RoomState, to_json
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme_data import programme_to_data
from kulturspejl.readers import rooms as faces
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, Course, begin, held_in, planned

pytestmark = pytest.mark.django_db
LATER = ("nth", "model", "changeover", "together")


def stored(station: Station) -> dict:
    """As 0.2.0 to 0.4.0 wrote it."""
    return {name: value for name, value in asdict(station).items() if name not in LATER}


def an_older_day() -> Course:
    """Check-in cut to 20 minutes, sparring before nothing else; what was offered and not chosen stands in the file."""
    course = begin(2)
    plan = planned()
    data = programme_to_data(plan)
    offers = {"check_in": ["check_in"], "culture": ["trait_pairs", "culture_profile"], "across": ["sparring"]}
    script = []
    for slot, item in enumerate(data["item"]):
        item.pop("stations", None)
        item |= {"offer": [{"exercise": one} for one in offers[item["id"]]]} if item["id"] in offers else {}
        if item["id"] == "check_in":
            script += [
                Station(f"{slot}.0.{n}", slot, "check_in", step, form, minutes, size, ("arrived",) if not n else ())
                for n, (step, form, minutes, size) in enumerate([
                    ("line", Gathering.ALONE, 4, 0), ("circle", Gathering.GROUPS, 12, 4),
                    ("together", Gathering.PLENARY, 4, 0),
                ])
            ]  # fmt: skip
        elif item["id"] == "culture":
            script.append(Station(f"{slot}.0.0", slot, "culture_profile", "alone", Gathering.ALONE, 10))
        else:
            minutes = plan.items[slot].minutes
            is_break = item["kind"] in ("break", "lunch")
            script.append(Station(str(slot), slot, "", "", Gathering.PLENARY, minutes, is_break=is_break))
    content = {**course.room.content, "programme": data}
    Room.objects.filter(id=course.id).update(
        content=content, script=[stored(one) for one in script], plan=course.room.plan + 1,
        state=to_json(RoomState(slots=slots_of(plan.items))),
    )  # fmt: skip
    return course


def test_an_older_day_is_walked_with_the_minutes_that_it_was_made_with():
    course = an_older_day()
    course.do(do.Next(course.state.version))
    assert course.state.clock.seconds == 15 * 60
    course.do(do.Next(course.state.version))
    desk = faces.desk(course.frida, course.id, language="da", now=NOW)
    assert (desk.station.minutes, course.state.clock.seconds) == (4, 240)
    assert desk.agenda[1].minutes_used == 20
    for _stop in desk.stops[2:]:
        course.do(do.Next(course.state.version))
        assert faces.wall(course.frida, course.id, "", language="da", now=NOW).station
        assert faces.phone(course.code, course.keys[0], language="en", now=NOW).station


def test_an_older_day_reads_as_the_sequence_that_was_chosen():
    day = day_of_room(an_older_day().id)
    assert held_in(day.programme) == {
        item.id: {"check_in": ["check_in"], "culture": ["culture_profile"]}.get(item.id, [])
        for item in day.programme.items
    }
    culture = next(item for item in day.programme.items if item.id == "culture")
    assert [one.exercise for one in culture.stations if not one.is_ticked] == ["trait_pairs"]
    assert [step.minutes for step in day.programme.items[1].held[0].steps] == [4, 12, 4]


def test_an_older_day_is_changed_in_the_form_of_today_and_what_has_begun_keeps_its_keys():
    course = an_older_day()
    course.do(do.GoTo(1, course.state.version))
    keys = [one.key for one in day_of_room(course.id).script if one.slot == 1]
    view = faces.change(course.frida, course.id, language="da", now=NOW)
    rooms.change_class(
        by=course.frida, room_id=course.id, name="", day=NOW.date(), plan=view.plan, check_in="", homework="Læs.",
        language="da", next_day=None, texts={}, seen=course.room.plan, now=NOW,
    )  # fmt: skip
    day = day_of_room(course.room)
    assert [one.key for one in day.script if one.slot == 1] == keys
    assert "offer" not in str(course.room.content["programme"]["item"])
    assert [one.minutes for one in day.script if one.slot == 1] == [4, 12, 4]
