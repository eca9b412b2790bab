"""From content to a script: an exercise of somebody's own needs a file of TOML and no line of Python."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.choreography import RoomState, step
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.making import ChosenItem, Planned, make, shared_out
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.library import load

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
end = "09:12"
kind = "block"
title.da = "Samtale"
title.en = "Talk"
offer = [{ exercise = "one_two_four_all" }]
[[item]]
id = "pause"
start = "09:12"
end = "09:20"
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
    chosen = [ChosenItem(item, tuple(Planned(one.exercise, 12) for one in item.offers)) for item in items]
    script, slots = make(chosen, library.exercises)
    assert [(one.gathering.value, one.minutes) for one in script] == [
        ("alone", 1), ("pairs", 2), ("groups", 4), ("plenary", 5), ("plenary", 8),
    ]  # fmt: skip
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
    assert state.shown == ("0.0.0/thought",)
    assert step(state, do.Finish(state.version), script=script, now=NOW)[0].is_over


def test_the_day_that_comes_along_fits_its_items():
    library = load()
    for programme in library.programmes.values():
        for item in programme.items:
            ticked = [library.exercises[one.exercise].minutes for one in item.offers if one.is_ticked]
            assert sum(ticked) <= item.minutes, item.id
    assert len(library.programmes["module_2"].items) == 11


def test_the_walk_keeps_its_minutes_when_its_exercise_is_cut_short():
    library = load()
    item = next(one for one in library.programmes["module_2"].items if one.id == "across")
    script, _ = make([ChosenItem(item, (Planned("sparring", 38),))], library.exercises)
    assert [(one.minutes, one.stages) for one in script] == [(3, ()), (35, (10, 10, 5, 10))]
    script, _ = make([ChosenItem(item, (Planned("sparring", 20),))], library.exercises)
    assert sum(one.minutes for one in script) == 20
    assert sum(script[1].stages) == script[1].minutes


def test_an_unknown_exercise_is_named():
    item = load().programmes["module_2"].items[0]
    with pytest.raises(LookupError, match="nothing_like_it"):
        make([ChosenItem(item, (Planned("nothing_like_it", 5),))], {})


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(1, 300))
def test_minutes_are_shared_out_whole(steps, minutes):
    made = shared_out(steps, minutes)
    assert len(made) == len(steps)
    assert min(made) >= 1
    assert sum(made) == max(minutes, len(steps))
    assert shared_out(steps, sum(steps)) == tuple(steps)
