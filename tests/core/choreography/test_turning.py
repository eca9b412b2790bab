"""The wall's sides: which one is up belongs to the room, so that every wall and both desks agree."""

import pytest

from kulturspejl.core.choreography import WallMode
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json, to_json
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.errors import Conflict
from tests.core.choreography.test_steps import NOW, SCRIPT, after, begun, step

PAIRED = do.Divide(Gathering.PAIRS, (("a", "b"), ("c", "d")))


def test_two_who_press_at_once_turn_one_side():
    state = begun(1)
    turned = after(state, do.Turn("task", state.version), do.Turn("task", state.version))
    assert (turned.side, turned.version) == ("task", state.version + 1)


def test_a_press_from_before_a_move_turns_nothing():
    state = begun(1)
    moved = after(state, do.Next(state.version))
    assert after(moved, do.Turn("groups.1", state.version)).side == ""


def test_nothing_is_turned_before_the_day_begins():
    with pytest.raises(Conflict):
        step(begun(), do.Turn("task", 1), script=SCRIPT, now=NOW)


def test_what_is_shown_is_turned_up_and_a_new_step_begins_with_its_first_side():
    state = after(begun(1), do.Show("word"))
    assert state.side == "shown/1.0.0/word"
    assert after(state, do.Next(state.version)).side == ""


def test_people_who_have_just_been_placed_see_where_and_a_move_of_one_leaves_the_wall_as_it_is():
    state = after(begun(2), PAIRED)
    assert (state.side, state.are_seats_up) == ("groups", True)
    working = after(state, do.Turn("task", state.version))
    moved = after(working, do.Move(Gathering.PAIRS, "a", 1))
    assert (moved.side, moved.are_seats_up) == ("task", True)


def test_at_the_next_step_nobody_is_looking_for_a_place():
    state = after(begun(2), PAIRED)
    again = after(state, do.Again(state.version))
    assert (again.side, again.are_seats_up) == ("", False)
    assert after(again, do.Turn("groups", again.version)).are_seats_up


def test_turning_takes_a_figure_down():
    state = after(begun(1), do.PutUp("line"))
    turned = after(state, do.Turn("task", state.version))
    assert (turned.wall, turned.model) == (WallMode.NOW, "")


def test_the_side_is_kept_and_a_room_from_before_has_none():
    state = after(begun(2), PAIRED)
    kept = to_json(state)
    assert from_json(kept) == state
    before = {name: value for name, value in kept.items() if name not in ("side", "are_seats_up")}
    assert (from_json(before).side, from_json(before).are_seats_up) == ("", False)
