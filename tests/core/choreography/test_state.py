"""What desk, wall and phones agree on: as it begins, as it is stored, and as it was stored before."""

from datetime import UTC, datetime
from typing import Any

import pytest

from kulturspejl.core.choreography import RoomState, Station, WallMode
from kulturspejl.core.choreography.agenda import Slot
from kulturspejl.core.choreography.clocks import Clock, Walk
from kulturspejl.core.choreography.state import from_json, to_json
from kulturspejl.core.content.gathering import Gathering

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SLOTS = (Slot("0", 540, 555), Slot("1", 555, 580, True))
WHOLE = RoomState(
    slots=SLOTS, version=7, at=1, moved=6, is_over=True, clock=Clock(30.5, NOW), wall=WallMode.MODEL, shown=("1.0/a",),
    divisions={Gathering.GROUPS: (("a", "b"), ("c",))}, walks=(Walk(10, None), Walk(0, NOW)), owners=("a", ""),
    counting=3, said={"a": 2}, furthest=4, model="mindset", side="groups.1",
    are_seats_up=True,
)  # fmt: skip
LATER = ("furthest", "model", "side", "are_seats_up")
"""What rooms from before do not hold."""
STORED: dict[str, Any] = {
    "version": 7, "at": 1, "moved": 6, "is_over": True, "wall": "model", "shown": ["1.0/a"], "owners": ["a", ""],
    "counting": 3, "said": {"a": 2}, "furthest": 4, "model": "mindset", "side": "groups.1", "are_seats_up": True,
    "slots": [["0", 540, 555, False], ["1", 555, 580, True]],
    "clock": [30.5, "2026-11-24T09:00:00+00:00"], "walks": [[10, None], [0, "2026-11-24T09:00:00+00:00"]],
    "divisions": {"groups": [["a", "b"], ["c"]]},
}  # fmt: skip


def test_it_is_stored_like_this_and_read_back_the_same() -> None:
    assert to_json(WHOLE) == STORED
    assert from_json(STORED) == WHOLE
    plain = RoomState(slots=SLOTS)
    assert to_json(plain)["clock"] is None
    assert from_json(to_json(plain)) == plain


def test_a_room_begins_before_its_first_station() -> None:
    fresh = RoomState(slots=SLOTS)
    assert (fresh.version, fresh.at, fresh.moved, fresh.furthest, fresh.counting) == (1, -1, 0, -1, 0)
    assert (fresh.is_over, fresh.wall, fresh.model) == (False, WallMode.NOW, "")


def test_what_was_stored_before_is_read() -> None:
    older = {name: value for name, value in STORED.items() if name not in LATER}
    assert (from_json(older).furthest, from_json(older).model) == (1, "")


@pytest.mark.parametrize("name", [name for name in STORED if name not in LATER])
def test_what_is_not_ours_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        from_json({key: value for key, value in STORED.items() if key != name})


def test_the_wall_and_the_gatherings_are_stored_by_these_words() -> None:
    assert [mode.value for mode in WallMode] == ["now", "blank", "slides", "model"]
    assert [one.value for one in Gathering] == ["alone", "pairs", "groups", "trio", "plenary"]


def station(slot: int, exercise: str = "") -> Station:
    return Station("x", slot, exercise, "", Gathering.PLENARY, 99)


def test_an_item_without_an_exercise_lasts_as_long_as_the_agenda_says_by_now() -> None:
    assert WHOLE.minutes_of(station(0)) == 15
    assert WHOLE.minutes_of(station(1)) == 25
    assert WHOLE.minutes_of(station(2)) == 99, "an agenda that has no such item says nothing"
    assert WHOLE.minutes_of(station(0, "hello")) == 99


def test_only_a_model_is_taken_down() -> None:
    assert (WHOLE.without_model().wall, WHOLE.without_model().model) == (WallMode.NOW, "")
    blank = RoomState(slots=SLOTS, wall=WallMode.BLANK)
    assert blank.without_model() is blank


def test_a_change_is_one_version_on() -> None:
    later = WHOLE.next_version(counting=0)
    assert (later.version, later.counting, later.moved) == (8, 0, 6)
