"""What a room may see, on both sides of every threshold."""

import json
from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.kinds.choice import OTHERS
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.library.policies import load_policy
from tests.kinds.some import some

POLICY = load_policy()
LETTERS = "ABCDE"
ITEMS = tuple(Item(letter, Text(f"mod {letter}", f"to {letter}")) for letter in LETTERS)


NOTES = some("board", "lines", Visibility.TEAM, items=ITEMS[:1])
OPEN = some("board", "lines", items=ITEMS[:2])
SCALES = some("agreement_items", "scales", items=ITEMS[:2])
COUNTS = some("choice", "counts", items=ITEMS)
PULL = some("choice", "pull", items=ITEMS)


def shown(of: Part, answers, policy=POLICY) -> PartPicture:
    return picture_of(of, answers, policy, Random(1))


def chosen(**counts: int):
    return [{"choice": letter} for letter, count in counts.items() for _ in range(count)]


def rows(of: Part, answers) -> dict[str, str]:
    return {label.da: value.da for label, value, _share in shown(of, answers).rows}


@pytest.mark.parametrize(
    ("of", "answer", "least"),
    [
        (NOTES, {"A": "ord"}, 3),
        (OPEN, {"A": "ord"}, 8),
        (SCALES, {"A": 4, "B": 2}, 5),
        (COUNTS, {"choice": "A"}, 8),
        (PULL, {"choice": "A"}, 8),
    ],
)
def test_nothing_under_the_threshold_and_all_of_it_from_there(of, answer, least):
    under = shown(of, [answer] * (least - 1))
    assert str(least) in under.hidden.da
    assert (under.lines, under.rows, under.sentence.da) == ((), (), "")
    there = shown(of, [answer] * least)
    assert there.hidden is None
    assert there.lines or there.rows


def test_an_organisation_that_asks_for_more_gets_more_kept_back():
    raised = POLICY.raised_to(10)
    assert shown(SCALES, [{"A": 4}] * 9, raised).hidden is not None
    assert shown(SCALES, [{"A": 4}] * 10, raised).hidden is None
    assert shown(OPEN, [{"A": "ord"}] * 9, raised).hidden is not None


def test_means_are_written_as_one_writes_them_and_halves_go_up():
    found = shown(SCALES, [{"A": 4, "B": 1}] * 3 + [{"A": 3, "B": 5}] * 1 + [{"A": 4, "B": 1}] * 4)
    assert rows(SCALES, [{"A": 4, "B": 1}] * 8)["mod A"] == "4,0 af 5"
    assert [value.en for _label, value, _share in found.rows] == ["3.9 of 5", "1.5 of 5"]
    assert [share for *_rest, share in shown(SCALES, [{"A": 5, "B": 1}] * 5).rows] == [1.0, 0.0]


def test_a_statement_that_few_have_answered_has_no_number_of_its_own():
    found = rows(SCALES, [{"A": 4, "B": 2}] * 4 + [{"A": 4}] * 4)
    assert found == {"mod A": "4,0 af 5", "mod B": "for få svar"}


def test_one_or_two_of_a_kind_go_together_with_what_nobody_chose():
    found = rows(PULL, chosen(A=11, B=6, C=2, D=1))
    assert found == {"mod A": "11 af 20", "mod B": "6 af 20", OTHERS.da: "3 af 20"}


def test_a_rest_of_one_or_two_takes_the_smallest_of_the_others_along():
    assert rows(PULL, chosen(A=11, B=6, C=3, D=1)) == {
        "mod A": "11 af 21",
        "mod B": "6 af 21",
        OTHERS.da: "4 af 21",
    }
    assert rows(PULL, chosen(A=11, B=3, C=2)) == {"mod A": "11 af 16", OTHERS.da: "5 af 16"}


def test_where_only_one_category_is_left_nothing_is_shown():
    assert shown(PULL, chosen(A=8, B=1)).hidden is not None
    assert shown(PULL, chosen(A=2, B=2, C=2, D=2)).hidden is not None


def test_where_nobody_is_small_what_nobody_chose_stands_there_too():
    assert rows(PULL, chosen(A=5, B=4)) == {
        "mod A": "5 af 9", "mod B": "4 af 9", "mod C": "0 af 9", "mod D": "0 af 9", "mod E": "0 af 9",
    }  # fmt: skip


def test_the_sentence_says_what_the_rows_say_in_both_languages():
    said = shown(PULL, chosen(A=11, B=6, C=2, D=1)).sentence
    assert said.da == "20 har svaret. mod A: 11. mod B: 6. Andre retninger: 3."
    assert said.en == "20 have answered. to A: 11. to B: 6. Other directions: 3."


@given(st.lists(st.sampled_from(LETTERS), min_size=8, max_size=60))
@pytest.mark.slow
def test_no_row_of_counts_is_ever_about_one_or_two(letters):
    found = shown(COUNTS, [{"choice": letter} for letter in letters])
    if found.hidden:
        return
    numbers = [int(value.da.split()[0]) for _label, value, _share in found.rows]
    assert sum(numbers) == len(letters)
    assert not {1, 2} & set(numbers)
    merged = any(label == OTHERS for label, *_rest in found.rows)
    assert not (merged and 0 in numbers), "an empty row beside a rest would tell who the rest is"
    names = {label.da: int(value.da.split()[0]) for label, value, _share in found.rows if label != OTHERS}
    assert all(
        names[f"mod {letter}"] == count
        for letter, count in Counter(letters).items()
        if f"mod {letter}" in names
    )


def test_notes_come_in_an_order_of_chance_each_question_for_itself():
    answers = [{"A": f"a{number:02}", "B": f"b{number:02}"} for number in range(20)]
    found = shown(OPEN, answers)
    first = [line for label, line in found.lines if label == ITEMS[0].label]
    second = [line for label, line in found.lines if label == ITEMS[1].label]
    assert sorted(first) == [f"a{number:02}" for number in range(20)] != first
    assert [line[1:] for line in first] != [line[1:] for line in second], (
        "no two lines stand beside each other as one's"
    )


def test_what_is_stored_comes_back_the_same():
    for of, answers in ((OPEN, [{"A": "æ"}] * 8), (PULL, chosen(A=9)), (SCALES, [{"A": 3}] * 2)):
        found = shown(of, answers)
        assert PartPicture.from_json(json.loads(json.dumps(found.to_json()))) == found


def profile(*points: int) -> dict[str, int]:
    return {
        f"now_d{place}_{letter}": given
        for place in range(1, 7)
        for letter, given in zip("ABCD", points, strict=True)
    }


PROFILE, BOTH = (
    some("allocation", "profile", instrument="culture_profile", asks=asks) for asks in ("now", "both")
)


def test_a_teams_profile_is_the_mean_of_its_members_from_five_on():
    four = [profile(4, 3, 2, 1)] * 4
    assert shown(PROFILE, four).hidden
    made = shown(PROFILE, [*four, profile(9, 1, 0, 0)])
    assert made.hidden is None
    assert made.web == {"now": {"A": 5.0, "B": 2.6, "C": 1.6, "D": 0.8}}
    assert made.sentence.da == "5 har svaret."
    assert PartPicture.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_a_wish_is_drawn_once_and_counts_per_question_like_now():
    wish = {"wish_A": 30, "wish_B": 12, "wish_C": 12, "wish_D": 6}
    made = shown(BOTH, [{**profile(4, 3, 2, 1), **wish}] * 6)
    assert made.web["wish"] == {"A": 5.0, "B": 2.0, "C": 2.0, "D": 1.0}
    assert sum(made.web["now"].values()) == pytest.approx(10)


def test_a_part_without_such_a_picture_is_nobodys_to_show():
    with pytest.raises(ValueError, match="picture"):
        shown(replace(PROFILE, picture=None), [{}] * 20)
