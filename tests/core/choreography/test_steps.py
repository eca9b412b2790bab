"""The room's rules, one command at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from kulturspejl.core.choreography import Gathering, RoomState, Station, WallMode, step
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.agenda import Slot
from kulturspejl.core.choreography.clocks import stage_at
from kulturspejl.core.choreography.script import script_from_json, script_to_json
from kulturspejl.core.choreography.state import from_json, to_json
from kulturspejl.core.errors import Conflict, NotThere

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SCRIPT = (
    Station("0", 0, "", "", Gathering.PLENARY, 15),
    Station("1.0.0", 1, "hello", "word", Gathering.ALONE, 5, reveals=("word",)),
    Station("1.0.1", 1, "hello", "twos", Gathering.PAIRS, 10, size=2),
    Station(
        "2.0.0", 2, "talk", "walk", Gathering.GROUPS, 35, 4, stages=(10, 10, 5, 10), roles=("owner", "team")
    ),
    Station("3", 3, "", "", Gathering.PLENARY, 15, is_break=True),
)
SLOTS = (Slot("0", 540, 555), Slot("1", 555, 580), Slot("2", 580, 620), Slot("3", 620, 635, True))


def begun(at: int = -1) -> RoomState:
    state = RoomState(slots=SLOTS)
    for _ in range(at + 1):
        state, _events = step(state, do.Next(state.version), script=SCRIPT, now=NOW)
    return state


def after(state, *commands, now=NOW):
    for command in commands:
        state, _ = step(state, command, script=SCRIPT, now=now)
    return state


def test_next_starts_the_clock_of_the_station():
    state = begun(1)
    assert state.at == 1
    assert state.clock.ends_at == NOW + timedelta(minutes=5)


def test_two_facilitators_who_press_next_at_once_move_it_one_station():
    seen = begun().version
    state = after(begun(), do.Next(seen), do.Next(seen))
    assert state.at == 0
    assert step(state, do.Next(seen), script=SCRIPT, now=NOW)[1] == ()


def test_a_blank_wall_in_between_does_not_make_the_press_stale():
    state = begun(0)
    seen = state.version
    assert after(state, do.SetWall(WallMode.BLANK), do.Next(seen)).at == 1


def test_a_model_stands_on_the_wall_until_something_else_is_asked_of_it():
    state = after(begun(1), do.PutUp("culture_levels"))
    assert (state.wall, state.model) == (WallMode.MODEL, "culture_levels")
    assert from_json(to_json(state)) == state
    assert step(state, do.PutUp("culture_levels"), script=SCRIPT, now=NOW)[1] == ()
    assert after(state, do.PutUp("mindset")).model == "mindset"
    for command in (do.SetWall(WallMode.NOW), do.Show("word"), do.Next(state.version), do.Again(state.version),
                    do.Finish(state.version)):  # fmt: skip
        later = after(state, command)
        assert (later.wall, later.model) == (WallMode.NOW, ""), command
    blank = after(state, do.SetWall(WallMode.BLANK))
    assert (blank.wall, blank.model) == (WallMode.BLANK, "")
    assert after(blank, do.Next(blank.version)).wall is WallMode.BLANK


def test_a_wall_without_a_model_cannot_be_told_to_show_one():
    for state, command in ((begun(1), do.SetWall(WallMode.MODEL)), (begun(1), do.PutUp("")), (begun(), do.PutUp("x"))):
        with pytest.raises(Conflict):
            after(state, command)


def test_a_room_stored_before_there_were_models_on_walls_is_read():
    stored = to_json(begun(1))
    del stored["model"]
    assert from_json(stored) == begun(1)


def test_back_skip_and_again():
    state = begun(2)
    assert after(state, do.Back(state.version)).at == 1
    assert after(state, do.GoTo(4, state.version)).at == 4
    later = NOW + timedelta(minutes=9)
    assert after(state, do.Again(state.version), now=later).clock.left(later) == 600
    assert after(begun(), do.Back(1)).at == -1
    with pytest.raises(NotThere):
        after(state, do.GoTo(99, state.version))


def test_next_at_the_last_station_stays_there():
    state = begun(4)
    assert step(state, do.Next(state.version), script=SCRIPT, now=NOW) == (state, ())


def test_two_more_minutes_are_two_minutes_also_when_the_time_is_over():
    state, late = begun(1), NOW + timedelta(minutes=20)
    assert after(state, do.More(), now=late).clock.left(late) == 120
    assert after(state, do.More(), now=NOW).clock.left(NOW) == 420
    with pytest.raises(Conflict):
        after(begun(), do.More())


def test_a_clock_stands_still_and_goes_on():
    state = after(begun(1), do.Pause(), now=NOW + timedelta(minutes=1))
    assert state.clock.left(NOW + timedelta(minutes=30)) == 240
    state = after(state, do.Resume(), now=NOW + timedelta(minutes=30))
    assert state.clock.ends_at == NOW + timedelta(minutes=34)
    assert step(state, do.Resume(), script=SCRIPT, now=NOW)[1] == ()


def test_only_what_the_station_offers_can_be_shown_and_again_hides_it():
    state = after(begun(1), do.Show("word"))
    assert state.shown == ("1.0.0/word",)
    assert step(state, do.Show("word"), script=SCRIPT, now=NOW)[1] == ()
    assert after(state, do.Hide("word")).shown == ()
    assert after(state, do.Again(state.version)).shown == ()
    with pytest.raises(Conflict):
        after(state, do.Show("profile"))


def test_groups_walk_by_clocks_of_their_own():
    state = after(begun(2), do.Divide(Gathering.GROUPS, (("a", "b", "c"), ("d", "e", "f"))))
    state = after(state, do.Next(state.version))
    assert state.clock is None
    assert len(state.walks) == 2
    in_twelve = NOW + timedelta(minutes=12)
    assert stage_at(state.walks[0].walked(in_twelve), (10, 10, 5, 10)) == (1, 480.0)
    state = after(state, do.GroupPause(0), now=in_twelve)
    in_thirty = NOW + timedelta(minutes=30)
    assert stage_at(state.walks[0].walked(in_thirty), (10, 10, 5, 10)) == (1, 480.0)
    assert stage_at(state.walks[1].walked(in_thirty), (10, 10, 5, 10))[0] == 3
    state = after(state, do.Push(), now=in_thirty)
    assert stage_at(state.walks[0].walked(in_thirty), (10, 10, 5, 10)) == (2, 300.0)
    assert stage_at(state.walks[1].walked(in_thirty), (10, 10, 5, 10)) == (4, 0.0)


def test_groups_made_in_the_middle_get_a_clock_too():
    state = after(begun(3), do.Divide(Gathering.GROUPS, (("a", "b", "c"),)))
    assert len(state.walks) == 1
    with pytest.raises(NotThere):
        after(state, do.GroupPause(5))
    with pytest.raises(Conflict):
        after(begun(1), do.Push())


def test_one_person_in_each_group_takes_the_role_and_loses_it_by_leaving():
    state = after(begun(3), do.Divide(Gathering.GROUPS, (("a", "b", "c"), ("d", "e", "f"))), do.Claim("b"))
    assert state.owners == ("b", "")
    assert after(state, do.Claim("a")).owners == ("a", "")
    assert after(state, do.Move(Gathering.GROUPS, "b", 1)).owners == ("", "")
    assert after(state, do.Leave("b")).owners == ("", "")
    with pytest.raises(Conflict):
        after(state, do.Claim("nobody"))


def test_groups_made_anew_leave_the_role_with_whoever_still_sits_there():
    threes = (("a", "b", "c"), ("d", "e", "f"))
    state = after(begun(3), do.Divide(Gathering.GROUPS, threes), do.Claim("b"), do.Claim("e"))
    assert after(state, do.Divide(Gathering.GROUPS, (("a", "b", "d"), ("c", "f", "e")))).owners == ("b", "e")
    assert after(state, do.Divide(Gathering.GROUPS, (("a", "e", "d"), ("c", "f", "b")))).owners == ("", "")


CHOSEN_FIRST = (
    Station("0.0.0", 0, "talk", "choose", Gathering.GROUPS, 5, 4, roles=("owner", "member")),
    Station("0.0.1", 0, "talk", "walk", Gathering.GROUPS, 20, 4, stages=(10, 10), roles=("owner", "team")),
    Station("1.0.0", 1, "other", "walk", Gathering.GROUPS, 20, 4, stages=(20,), roles=("owner", "team")),
)


def test_a_role_that_was_taken_is_kept_through_the_exercise_and_no_longer():
    def on(state, *commands):
        for command in commands:
            state, _ = step(state, command, script=CHOSEN_FIRST, now=NOW)
        return state

    threes = (("a", "b", "c"), ("d", "e", "f"))
    state = on(RoomState(slots=SLOTS[:2]), do.Next(0), do.Divide(Gathering.GROUPS, threes), do.Claim("b"))
    state = on(state, do.Next(state.version))
    assert state.owners == ("b", "")
    assert len(state.walks) == 2
    assert on(state, do.Again(state.version)).owners == ("b", "")
    assert on(state, do.Back(state.version)).owners == ("b", "")
    assert on(state, do.Next(state.version)).owners == ("", ""), "the next exercise has a case of its own"


def test_latecomers_are_placed_in_what_is_made():
    state = after(begun(2), do.Divide(Gathering.PAIRS, (("a", "b"), ("c", "d", "e"))), do.Arrive("f"))
    assert state.divisions[Gathering.PAIRS] == (("a", "b"), ("c", "d"), ("e", "f"))


def test_counting_aloud():
    state = after(begun(2), do.CountTo(3), do.Say("a", 2), do.Say("b", 3), do.Say("a", 1))
    assert state.said == {"a": 1, "b": 3}
    with pytest.raises(Conflict):
        after(state, do.Say("c", 4))


def test_replanning_moves_what_comes():
    state = after(begun(1), do.Replan(10, keeps_breaks=False))
    assert [slot.start for slot in state.slots] == [540, 555, 590, 630]
    with pytest.raises(Conflict):
        after(begun(), do.Replan(10, keeps_breaks=True))


def test_nothing_happens_after_the_end():
    state = after(begun(4), do.Finish(5))
    assert state.is_over
    with pytest.raises(Conflict):
        after(state, do.Next(state.version))


def test_state_and_script_survive_the_disk():
    state = after(
        begun(3), do.Divide(Gathering.GROUPS, (("a", "b", "c"),)), do.Claim("a"), do.GroupPause(0), do.Push(0)
    )
    assert from_json(to_json(state)) == state
    assert from_json(to_json(begun(1))) == begun(1)
    assert script_from_json(script_to_json(SCRIPT)) == SCRIPT
