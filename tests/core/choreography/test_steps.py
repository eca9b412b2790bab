"""The room's rules, one command at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from kulturspejl.core.choreography import RoomState, Station, WallMode, step
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.agenda import Slot
from kulturspejl.core.choreography.clocks import stage_at
from kulturspejl.core.choreography.script import script_from_json, script_to_json
from kulturspejl.core.choreography.state import from_json, to_json
from kulturspejl.core.content.gathering import Gathering
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


def happened(state, command, now=NOW, script=SCRIPT) -> list[tuple[str, str]]:
    return [(event.name, event.about) for event in step(state, command, script=script, now=now)[1]]


GROUPS = (("a", "b", "c"), ("d", "e", "f"))


def test_each_command_says_what_happened_and_about_what():
    one, groups = begun(1), after(begun(3), do.Divide(Gathering.GROUPS, GROUPS), do.CountTo(3))
    assert happened(begun(0), do.Next(9)) == [("moved", "1.0.0")]
    assert happened(begun(0), do.Back(9)) == [("moved", "")]
    assert happened(one, do.More(1)) == happened(one, do.Pause()) == [("clock", "")]
    assert happened(after(one, do.Pause()), do.Resume()) == [("clock", "")]
    assert happened(one, do.SetWall(WallMode.BLANK)) == happened(one, do.PutUp("mindset")) == [("wall", "")]
    assert happened(one, do.Show("word")) == [("shown", "1.0.0/word")]
    assert happened(after(one, do.Show("word")), do.Hide("word")) == [("hidden", "1.0.0/word")]
    assert happened(groups, do.Divide(Gathering.PAIRS, GROUPS)) == [("divided", "pairs")]
    assert happened(groups, do.Move(Gathering.GROUPS, "a", 1)) == [("divided", "groups")]
    assert happened(groups, do.CountTo(2)) == [("counting", "")]
    assert happened(groups, do.Say("a", 1)) == [("said", "")]
    assert happened(groups, do.Arrive("x")) == [("arrived", "x")]
    assert happened(groups, do.Leave("a")) == [("left", "a")]
    assert happened(groups, do.Claim("e")) == [("claimed", "1")]
    assert happened(after(groups, do.Claim("e")), do.Unclaim("e")) == [("unclaimed", "")]
    assert happened(groups, do.Push()) == happened(groups, do.GroupPause(1)) == [("walking", "")]
    assert happened(one, do.Replan(1, keeps_breaks=True)) == [("planned", "")]
    assert happened(one, do.Finish(1)) == [("over", "")]


def test_what_was_done_already_changes_nothing_and_is_no_event():
    one, groups = begun(1), after(begun(3), do.Divide(Gathering.GROUPS, GROUPS), do.Claim("b"), do.CountTo(3))
    for state, command in (
        (begun(), do.Pause()), (begun(), do.Resume()), (after(one, do.Pause()), do.Pause()),
        (one, do.SetWall(WallMode.NOW)), (one, do.Hide("word")), (one, do.GoTo(1, 99)), (one, do.Again(0)),
        (groups, do.Move(Gathering.GROUPS, "a", 0)), (groups, do.Claim("b")), (groups, do.Unclaim("c")),
        (after(groups, do.Say("a", 2)), do.Say("a", 2)), (groups, do.GroupResume(0)),
        (after(groups, do.GroupPause(0)), do.GroupPause(0)),
    ):  # fmt: skip
        assert step(state, command, script=SCRIPT, now=NOW) == (state, ()), command


def test_every_change_is_one_version_on_and_only_a_move_moves():
    state = begun(1)
    assert (state.version, state.moved, state.furthest) == (3, 3, 1)
    shown = after(state, do.Show("word"))
    assert (shown.version, shown.moved) == (4, 3)
    back = after(shown, do.Back(3))
    assert (back.at, back.version, back.moved, back.furthest) == (0, 5, 5, 1)
    assert after(back, do.Next(4)) == back, "it was moved after version 4 was seen"
    assert after(back, do.Next(5)).at == 1
    assert after(back, do.Again(4)) == back
    assert after(back, do.Again(5)).moved == 6


def test_what_is_shown_stays_until_its_own_station_is_taken_anew():
    state = after(begun(1), do.Show("word"))
    assert after(state, do.Next(9)).shown == ("1.0.0/word",)
    assert after(state, do.Next(9), do.Back(99)).shown == ()
    assert after(state, do.GoTo(-1, 9)).shown == ("1.0.0/word",)


def test_before_the_day_there_is_no_clock_and_after_the_end_nothing_runs():
    state = after(begun(0), do.Back(9))
    assert (state.at, state.clock) == (-1, None)
    walking = after(begun(3), do.Divide(Gathering.GROUPS, GROUPS), do.Claim("a"))
    over = after(walking, do.Finish(9))
    assert (over.is_over, over.clock, over.walks, over.owners, over.shown) == (True, None, (), (), ())
    assert after(after(begun(1), do.Show("word")), do.Finish(9)).shown == ()


def test_a_clock_gets_one_to_sixty_minutes_more():
    assert do.More().minutes == 2
    assert after(begun(1), do.More(60)).clock.left(NOW) == 3900
    assert after(begun(1), do.More(1)).clock.left(NOW) == 360
    for wrong in (0, -1, 61):
        with pytest.raises(Conflict):
            after(begun(1), do.More(wrong))


def test_places_that_do_not_exist_are_refused_at_both_ends():
    groups = after(begun(3), do.Divide(Gathering.GROUPS, GROUPS))
    assert after(groups, do.GoTo(0, 99)).at == 0
    assert after(groups, do.GoTo(4, 99)).at == 4
    assert after(groups, do.Move(Gathering.GROUPS, "a", 2)).divisions[Gathering.GROUPS][2] == ("a",)
    assert after(groups, do.GroupPause(0)).walks[0].since is None
    assert after(groups, do.GroupPause(1)).walks[1].since is None
    for wrong in (
        do.GoTo(5, 99), do.GoTo(-2, 99), do.Move(Gathering.GROUPS, "a", 3), do.Move(Gathering.GROUPS, "a", -1),
        do.GroupPause(2), do.GroupPause(-1), do.GroupResume(2), do.Push(2), do.CountTo(0),
    ):  # fmt: skip
        with pytest.raises(NotThere):
            after(groups, wrong)
    for wrong in (do.Divide(Gathering.PLENARY, GROUPS), do.Divide(Gathering.ALONE, GROUPS), do.Say("a", 1)):
        with pytest.raises(Conflict):
            after(groups, wrong)


def test_one_group_is_pushed_and_the_others_walk_on():
    groups = after(begun(3), do.Divide(Gathering.GROUPS, GROUPS), do.Push(1))
    assert [walk.seconds for walk in groups.walks] == [0.0, 600.0]
    assert [walk.seconds for walk in after(groups, do.Push()).walks] == [600.0, 1200.0]
    paused = after(groups, do.GroupPause(0), now=NOW + timedelta(minutes=3))
    assert (paused.walks[0].seconds, paused.walks[0].since) == (180.0, None)
    again = after(paused, do.GroupResume(0), now=NOW + timedelta(minutes=5))
    assert again.walks[0].walked(NOW + timedelta(minutes=6)) == 240.0


def test_counting_begins_anew_with_a_new_number_and_ends_with_groups():
    state = after(begun(2), do.CountTo(3), do.Say("a", 1), do.Say("b", 3))
    assert after(state, do.CountTo(2)).said == {}
    seated = after(state, do.Divide(Gathering.PAIRS, (("a", "b"),)))
    assert (seated.counting, seated.said) == (0, {})
    assert (after(state, do.Next(99)).counting, after(state, do.Next(99)).said) == (0, {})
    assert after(begun(2), do.CountTo(1)).counting == 1


def test_whoever_comes_late_is_placed_as_pairs_and_groups_are():
    pairs = do.Divide(Gathering.PAIRS, (("a", "b", "c"), ("d", "e")))
    late = after(begun(3), pairs, do.Divide(Gathering.GROUPS, GROUPS), do.Arrive("x"))
    assert late.divisions[Gathering.PAIRS] == (("a", "b"), ("d", "e"), ("c", "x"))
    assert late.divisions[Gathering.GROUPS] == (("a", "b", "c", "x"), ("d", "e", "f"))
    assert len(late.walks) == len(late.owners) == 2


def test_replanning_takes_at_least_a_minute_and_the_one_way_or_the_other():
    with pytest.raises(Conflict):
        after(begun(1), do.Replan(0, keeps_breaks=False))
    assert after(begun(1), do.Replan(1, keeps_breaks=False)).slots[3].start == 621
    kept = after(begun(1), do.Replan(1, keeps_breaks=True))
    assert (kept.slots[1].end, kept.slots[3].start) == (581, 620)


def test_a_station_with_roles_alone_has_owners_and_no_walks():
    def on(state, *commands):
        for command in commands:
            state, _ = step(state, command, script=CHOSEN_FIRST, now=NOW)
        return state

    state = on(RoomState(slots=SLOTS[:2]), do.Next(0), do.Divide(Gathering.GROUPS, GROUPS))
    assert (state.owners, state.walks, state.clock.seconds) == (("", ""), (), 300.0)
    with pytest.raises(Conflict):
        on(state, do.Push())
    with pytest.raises(Conflict):
        on(RoomState(slots=SLOTS[:2]), do.Claim("a"))
