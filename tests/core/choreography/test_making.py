"""From content to a script: an exercise of somebody's own needs a file of TOML and no line of Python."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.choreography import RoomState, step
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.making import make, minutes_held, shared_out, slots_of
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, SlotKind, StepTime
from kulturspejl.core.text import Text
from kulturspejl.library import load
from tests.content import content

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ONE_TWO_FOUR_ALL = """
[exercise]
id = "one_two_four_all"
version = "1"
name.da = "1-2-4-alle"
name.en = "1-2-4-all"
purpose.da = "Alle tænker, før nogen taler for alle."
purpose.en = "Everybody thinks before anybody speaks for all."

[[step]]
id = "one"
form = "alone"
minutes = 1
title.da = "Alene"
title.en = "Alone"
phone.da = "Skriv, hvad du tænker. {who_sees}"
phone.en = "Write what you think. {who_sees}"
wall.da = "Alene"
wall.en = "Alone"
[[step.part]]
id = "thought"
kind = "board"
visibility = "V2"
picture = "lines"
label.da = "Din tanke"
label.en = "Your thought"
[[step.part.item]]
id = "line"
label.da = "Én linje"
label.en = "One line"

[[step]]
id = "two"
form = "pairs"
minutes = 2
title.da = "To og to"
title.en = "In twos"
phone.da = "Byg videre på hinandens tanker."
phone.en = "Build on each other's thoughts."
wall.da = "To og to"
wall.en = "In twos"

[[step]]
id = "four"
form = "groups"
size = 4
minutes = 4
title.da = "Fire og fire"
title.en = "In fours"
phone.da = "Hvad er fælles, og hvad er forskelligt?"
phone.en = "What is common, and what differs?"
wall.da = "Fire og fire"
wall.en = "In fours"

[[step]]
id = "all"
form = "plenary"
minutes = 5
title.da = "Alle"
title.en = "All"
phone.da = "Hver gruppe siger én ting."
phone.en = "Each group says one thing."
wall.da = "Alle"
wall.en = "All"
"""
DAY = """
[programme]
id = "morning"
version = "1"
name.da = "En formiddag"
name.en = "A morning"
goals.da = ["Tænke sammen"]
goals.en = ["To think together"]
check_ins.da = ["Hvordan går det?"]
check_ins.en = ["How are you?"]
homework.da = "Prøv det hjemme."
homework.en = "Try it at home."
[[item]]
id = "talk"
start = "09:00"
end = "09:20"
kind = "block"
title.da = "Samtale"
title.en = "Talk"
stations = [
  { kind = "input", minutes = 3, title.da = "Om at tænke", title.en = "On thinking" },
  { kind = "exercise", exercise = "one_two_four_all" },
]
[[item]]
id = "pause"
start = "09:20"
end = "09:28"
kind = "break"
title.da = "Pause"
title.en = "Break"
"""


@pytest.fixture
def folder(tmp_path):
    for kind, name, words in (
        ("exercises", "one_two_four_all", ONE_TWO_FOUR_ALL),
        ("programmes", "morning", DAY),
    ):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{name}.toml").write_text(words, encoding="utf-8")
    return tmp_path


def test_an_exercise_from_toml_alone_is_walked_from_beginning_to_end(folder):
    library = load([folder])
    items = library.programmes["morning"].items
    script, slots = make(items, library.exercises), slots_of(items)
    assert [(one.key, one.gathering.value, one.minutes, one.changeover) for one in script] == [
        ("0.0", "plenary", 3, 0), ("0.1.0", "alone", 1, 0), ("0.1.1", "pairs", 2, 1), ("0.1.2", "groups", 4, 2),
        ("0.1.3", "plenary", 5, 1), ("1", "plenary", 8, 0),
    ]  # fmt: skip
    assert minutes_held(script, 0) == 19
    assert [slot.is_protected for slot in slots] == [False, True]
    state = RoomState(slots=slots)
    for station in script:
        state, events = step(state, do.Next(state.version), script=script, now=NOW)
        assert [event.about for event in events] == [station.key]
        if station.gathering in (Gathering.PAIRS, Gathering.GROUPS):
            state, _ = step(
                state, do.Divide(station.gathering, (("a", "b", "c", "d"),)), script=script, now=NOW
            )
        for part in station.reveals:
            state, _ = step(state, do.Show(part), script=script, now=NOW)
    assert state.shown == ("0.1.0/thought",)
    assert step(state, do.Finish(state.version), script=script, now=NOW)[0].is_over


def test_every_day_that_comes_along_fits_its_items_with_changeovers():
    library = content()
    for programme in library.programmes.values():
        script = make(programme.items, library.exercises)
        for slot, item in enumerate(programme.items):
            assert minutes_held(script, slot) <= item.minutes, (programme.id, item.id)


def test_the_default_day_goes_from_nine_to_four_with_room_to_breathe():
    library = content()
    items = library.programmes["module_2"].items
    script = make(items, library.exercises)
    assert (items[0].start, items[-1].end) == (9 * 60, 16 * 60)
    slack = {
        item.id: item.minutes - minutes_held(script, slot) for slot, item in enumerate(items) if item.stations
    }
    assert all(slack.values()), slack
    assert min(slack[one] for one in ("culture", "learning", "across")) >= 7, slack
    assert sum(slack.values()) >= 40, slack


@pytest.mark.parametrize(("programme", "ends"), [("start_workshop", 12 * 60 + 30), ("module_1", 16 * 60)])
def test_the_other_days_fit_their_hours_with_some_minutes_in_each_item(programme, ends):
    library = content()
    items = library.programmes[programme].items
    script = make(items, library.exercises)
    assert (items[0].start, items[-1].end) == (9 * 60, ends)
    slack = {item.id: item.minutes - minutes_held(script, slot) for slot, item in enumerate(items) if item.stations}
    assert min(slack.values()) >= 1, slack


def test_the_default_day_tells_before_it_asks_and_pairs_of_traits_stand_before_the_first_break():
    library = content()
    items = {item.id: item for item in library.programmes["module_2"].items}
    for block in ("learning", "across"):
        assert items[block].held[0].model
    assert "trait_pairs" in [one.exercise for one in items["lecture"].held]
    assert items["lecture"].end <= 10 * 60 + 30


def test_a_step_may_be_left_out_and_the_stages_of_a_walk_share_its_minutes():
    sparring = Planned(PlannedKind.EXERCISE, exercise="sparring", steps=(StepTime("talk", 20),))
    item = AgendaItem("across", 540, 600, SlotKind.BLOCK, Text(da="På tværs", en="Across"), (sparring,))
    (station,) = make([item], content().exercises)
    assert (station.step, station.minutes, sum(station.stages), station.lasts) == ("talk", 20, 20, 22)


def test_what_is_told_gives_minutes_where_its_item_was_made_shorter_and_exercises_keep_theirs():
    library = content()
    items = library.programmes["module_2"].items
    script = make(items, library.exercises)
    place = next(place for place, item in enumerate(items) if item.id == "lecture")
    there = [one for one in script if one.slot == place]
    slots = tuple(
        replace(slot, end=slot.start + 23) if slot.key == str(place) else slot for slot in slots_of(items)
    )
    state = RoomState(slots=slots)
    assert [state.minutes_of(one) for one in there if one.model] == [one.lasts // 2 for one in there if one.model]
    assert [state.minutes_of(one) for one in there if one.exercise] == [
        one.lasts for one in there if one.exercise
    ]


def test_an_unknown_exercise_is_named():
    item = replace(
        content().programmes["module_2"].items[0],
        stations=(Planned(PlannedKind.EXERCISE, exercise="nothing_like_it"),),
    )
    with pytest.raises(LookupError, match="nothing_like_it"):
        make([item], {})


@pytest.mark.slow
@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(1, 300))
def test_minutes_are_shared_out_whole(steps, minutes):
    made = shared_out(steps, minutes)
    assert len(made) == len(steps)
    assert min(made) >= 1
    assert sum(made) == max(minutes, len(steps))
    assert shared_out(steps, sum(steps)) == tuple(steps)
