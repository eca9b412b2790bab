"""Where many stand, and never where one does: against numpy, and on both sides of every threshold."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.disclosure.room.thresholds import RoomThresholds
from kulturspejl.core.disclosure.room.together import place_of, together
from kulturspejl.core.kinds import agreement_items
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.library import load
from kulturspejl.library.policies import load_policy

POLICY = load_policy()
LET = RoomThresholds(POLICY, Random(1))
EXERCISES = load().exercises


def part(exercise: str, id: str) -> Part:
    return next(one for step in EXERCISES[exercise].steps for one in step.parts if one.id == id)


PAIRS = part("team_traits", "marks")
LINE = part("team_learning", "place")
NUMBERS = part("learning_culture", "place")
ELEMENTS = replace(part("growing_together", "elements"), picture=agreement_items.ELEMENTS)
SIDES = part("team_across", "practices")
SQUARE = part("consideration_directness", "here")


def shown(of: Part, answers, policy=POLICY) -> PartPicture:
    return picture_of(of, answers, policy, Random(1))


def rows(of: Part, answers) -> list[tuple[str, str]]:
    return [(label.da, value.da) for label, value, _share in shown(of, answers).rows]


@pytest.mark.slow
@given(st.lists(st.integers(1, 10), min_size=8, max_size=40))
def test_the_middle_half_is_what_numpy_says(numbers):
    place = place_of(numbers, POLICY, by_median=True)
    assert (place.start, place.at, place.end) == pytest.approx(tuple(np.quantile(numbers, [0.25, 0.5, 0.75])))
    assert place_of(numbers, POLICY, by_median=False).at == pytest.approx(np.mean(numbers))


def test_under_five_nothing_and_under_eight_a_mean_alone():
    assert place_of([1, 2, 3, 4], POLICY, by_median=True) is None
    place = place_of([-3, -1, -1, 0, 3], POLICY, by_median=True)
    assert (place.at, place.half) == (pytest.approx(-0.4), None)
    assert place_of([-3, -1, -1, 0, 3, 0, 0, 0], POLICY, by_median=True).half == (-1, 0)


@given(st.lists(st.integers(1, 10), min_size=8, max_size=40))
@pytest.mark.slow
def test_no_stretch_of_numbers_holds_one_or_two_people(numbers):
    stretches = together({number: numbers.count(number) for number in range(1, 11)})
    assert all(count >= 3 for _first, _last, count in stretches)
    assert sum(count for _first, _last, count in stretches) == len(numbers)
    assert stretches[0][0] == 1
    assert stretches[-1][1] == 10
    assert all(after[0] == before[1] + 1 for before, after in pairwise(stretches))


def test_a_teams_lines_say_towards_which_end_and_are_never_summed():
    team = [{item.id: -2 for item in PAIRS.shape.items} | {"learning": 1} for _ in range(5)]
    said = dict(rows(PAIRS, team))
    assert said["Tillid – Mistillid"] == "2 mod Tillid"
    assert said["Læring – Præstation"] == "1 mod Præstation"
    picture = shown(PAIRS, team)
    assert picture.places["trust"].at == -2
    assert "Samlet" not in picture.sentence.da
    assert PartPicture.from_json(picture.to_json()) == picture


def test_who_does_not_know_is_not_counted_and_a_line_with_few_is_left_out():
    team = [{"trust": 0, "learning": 1}] * 4 + [{"trust": 0}]
    assert [value for _label, value in rows(PAIRS, team)[:2]] == ["midt imellem", "for få svar"]
    assert set(shown(PAIRS, team).places) == {"trust"}


def test_a_teams_line_has_now_and_goal():
    team = [{"now": 4, "goal": 8}] * 7 + [{"now": 8, "goal": 8}]
    assert rows(LINE, team) == [
        ("Hvor er I lige nu?", "4,5 af 10. Halvdelen: 4 til 4"),
        ("Hvor vil I gerne hen?", "8,0 af 10. Halvdelen: 8 til 8"),
    ]
    assert shown(LINE, team[:4]).hidden


def test_a_class_from_different_units_gets_no_mean():
    class_of = [{"now": 2, "goal": 9}] * 5 + [{"now": 7, "goal": 9}] * 4
    assert rows(NUMBERS, class_of) == [
        ("Hvor er I lige nu?", ""),
        ("1–2", "5 af 9"),
        ("3–10", "4 af 9"),
        ("Hvor vil I gerne hen?", ""),
        ("1–10", "9 af 9"),
    ]
    assert shown(NUMBERS, class_of[:7]).hidden


def test_three_bars_and_the_lowest_statement_by_its_words_alone():
    one = {item.id: 4 for item in ELEMENTS.shape.items} | {"practice_2": 1}
    picture = shown(ELEMENTS, [one] * 5)
    assert [value.da for _label, value, _share in picture.rows] == ["4,0 af 5", "3,3 af 5", "4,0 af 5"]
    assert "Efter et forløb" in picture.sentence.da
    assert " 1" not in picture.sentence.da
    assert ELEMENTS.shape.lowest([{item.id: 3 for item in ELEMENTS.shape.items}] * 5, LET) == []


def team_of(side: str, number: int, **own: int):
    return {item.id: number for item in SIDES.shape.items} | own | {"side": side}


def test_two_sides_are_shown_together_or_not_at_all_and_what_differs_most_is_named():
    ours = [team_of("one", 4)] * 6
    assert "fra hver side" in shown(SIDES, ours + [team_of("other", 2)] * 4).hidden.da
    theirs = [team_of("other", 4, roles=1, ground_rules=1, meeting_structure=1)] * 5
    picture = shown(SIDES, ours + theirs)
    assert [value.da for _label, value, _share in picture.rows if value.da] == [
        "4,0 af 5", "4,0 af 5", "4,0 af 5", "1,8 af 5", "4,0 af 5", "4,0 af 5",
    ]  # fmt: skip
    assert "længst fra hinanden på koordinering" in picture.told.da
    assert "næsten ens" in shown(SIDES, ours + [team_of("other", 4)] * 5).told.da


def test_a_scale_counts_whoever_answered_half_of_it():
    some = [{"community_1": 5, "community_2": 3}, {"community_1": 5}]
    assert ELEMENTS.shape.on_scale("community", some) == [4]


def test_every_point_lies_in_one_of_the_four_fields():
    found = {(x, y): SQUARE.shape.field_of({"x": x, "y": y}).id for x in range(1, 7) for y in range(1, 7)}
    assert len(found) == 36
    assert {name: list(found.values()).count(name) for name in set(found.values())} == dict.fromkeys(
        ("learning", "over_considerate", "resistance", "silence"), 9
    )
    assert found[6, 6] == "learning"
    assert found[1, 6] == "over_considerate"
    assert found[6, 1] == "resistance"


def test_a_field_with_one_or_two_goes_together_with_others():
    class_of = [{"x": 6, "y": 6}] * 5 + [{"x": 1, "y": 6}] * 4 + [{"x": 1, "y": 1}]
    assert rows(SQUARE, class_of) == [("Den gode balance", "5 af 10"), ("Andre svar", "5 af 10")]
