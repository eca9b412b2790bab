"""A release that tells too much of a spread is found without its answers."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.instruments.allocation.numbers import GapTest, Numbers
from kulturspejl.core.instruments.base.estimates import estimate_of
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.people import release

PARENT = {"top": None, "a": "top", "b": "top"}
SIZES = {"top": 7, "a": 8, "b": 9}
INVITED = {"top": 9, "a": 10, "b": 9}


def made() -> Released:
    """The top gives way: seven people of its own stand beside the two teams."""
    return release(SIZES, parent=PARENT, invited=INVITED)


def numbers_of(released: Released, unit: str) -> Numbers:
    numbers = released.units[unit].numbers
    assert numbers is not None
    return numbers


def with_numbers(released: Released, unit: str, **changes: Any) -> Released:
    numbers = replace(numbers_of(released, unit), **changes)
    return replace(released, units={**released.units, unit: replace(released.units[unit], numbers=numbers)})


@pytest.mark.parametrize("form", [None, "drawn", "dimensions"])
def test_releases_as_made_have_no_fault(form: str | None) -> None:
    for sizes in (SIZES, {"top": 8, "a": 8, "b": 5}, {"top": 0, "a": 30, "b": 4}, {"top": 0, "a": 8, "b": 9}):
        assert check_certificate(release(sizes, parent=PARENT, form=form)) == []


def test_the_spread_of_a_picture_that_stands_too_close_to_another_is_named() -> None:
    """The same seven people of whom the spread would follow, as a release from before has it."""
    wider = numbers_of(release({"top": 24}, parent={"top": None}), "top")
    whole = made()
    told = replace(whole, units={**whole.units, "top": replace(whole.units["top"], numbers=wider)})
    faults = check_certificate(told)
    assert "top: the spread of 7 people follows by subtraction, not of 0 or at least 8" in faults
    assert "top: the spread of single dimensions of 7 people follows by subtraction, not of 0 or at least 8" in faults


@pytest.mark.parametrize("field", ["sd", "se", "t", "se_finite", "finite", "shown", "today"])
@pytest.mark.parametrize("period", ["now", "preferred", "gap"])
@pytest.mark.slow
def test_a_spread_or_interval_that_is_narrower_than_the_floor_is_named(period: str, field: str) -> None:
    whole = made()
    told = getattr(numbers_of(whole, "a"), period)
    value = getattr(told["B"], field)
    narrow = value - 0.01 if isinstance(value, float) else (value[0], value[1] - 0.01)
    changed = with_numbers(whole, "a", **{period: {**told, "B": replace(told["B"], **{field: narrow})}})
    said = f"a: {period} B: a spread under 0.7 points, or an interval that is not made of it"
    assert check_certificate(changed) == [said]


def test_an_estimate_that_holds_together_around_too_small_a_spread_is_named() -> None:
    whole = made()
    now = numbers_of(whole, "a").now
    said = ["a: now B: a spread under 0.7 points, or an interval that is not made of it"]
    for sd, faults in ((0.7, []), (0.69, said)):
        one = estimate_of(8, now["B"].mean, sd, 10, (0, 10))
        assert check_certificate(with_numbers(whole, "a", now={**now, "B": one})) == faults
    hidden = replace(now["B"], sd=None)
    assert said[0] in check_certificate(with_numbers(whole, "a", now={**now, "B": hidden}))
    without = replace(whole, units={**whole.units, "a": replace(whole.units["a"], invited=None)})
    assert said[0] in check_certificate(without)


@pytest.mark.parametrize("changes", [
    {"now": "sd"}, {"gap": "sd"}, {"preferred": "sd"}, {"type": 0}, {"agreement": 0}, {"smallest_visible_gap": 0},
    {"dimension_spread": 0},
])  # fmt: skip
def test_one_number_made_of_squares_is_enough_to_count_as_telling_spreads(changes: dict[str, Any]) -> None:
    wider = numbers_of(release({"top": 24}, parent={"top": None}), "top")
    bare, (name, kind) = numbers_of(made(), "top"), next(iter(changes.items()))
    told = getattr(wider, name)
    one = {**getattr(bare, name), "C": told["C"]} if kind == "sd" else told
    faults = check_certificate(with_numbers(made(), "top", **{name: one}))
    assert "top: the spread of 7 people follows by subtraction, not of 0 or at least 8" in faults


@pytest.mark.parametrize("chance", [0.0, 1.0, 0.785, 0.004, 0.9949999])
def test_a_chance_with_more_digits_or_a_certain_one_is_named(chance: float) -> None:
    whole = made()
    kind = numbers_of(whole, "a").type["now"]
    changed = with_numbers(whole, "a", type={"now": replace(kind, probability=dict.fromkeys("ABCD", chance))})
    assert check_certificate(changed) == ["a: now: a probability that is no whole percent from 1 to 99"]


def test_more_agreement_than_the_floor_allows_is_named() -> None:
    whole = made()
    said = "more agreement than the floor leaves room for"
    for period, room in (("now", 1 - 0.49 / 5.25), ("preferred", 1 - 0.49 / 4)):
        told = numbers_of(whole, "a").agreement
        for value, faults in ((room, []), (room + 0.001, [f"a: {period}: {said}"])):
            more = replace(told[period], profile_r_star=value)
            found = check_certificate(with_numbers(whole, "a", agreement={**told, period: more}))
            assert found == faults
    scores = numbers_of(whole, "a").agreement["now"].scores
    deviations = "average deviations, which know no floor"
    for field, value, fault in (
        ("r_star", 0.441, said), ("rwg_j", 0.984, said), ("ad_mean", 0.1, deviations), ("ad_median", 0.1, deviations),
        ("r_star", 0.44, ""), ("rwg_j", 6 * (1 - 0.49 / 5.25) / (6 * (1 - 0.49 / 5.25) + 0.49 / 5.25), ""),
    ):  # fmt: skip
        told = numbers_of(whole, "a").agreement
        more = replace(told["now"], scores={**scores, "A": replace(scores["A"], **{field: value})})
        found = check_certificate(with_numbers(whole, "a", agreement={**told, "now": more}))
        assert found == ([f"a: now: {fault}"] if fault else [])


def test_what_knows_no_floor_is_named() -> None:
    whole = made()
    raw = numbers_of(release({"a": 8}, policy=WITHOUT_CONTROL), "a")
    for changes in (
        {"composition": raw.composition},
        {"aitchison_distance": 0.4},
        {"gap_tests": {"A": GapTest(0.5, 0.5)}},
    ):
        assert check_certificate(with_numbers(whole, "a", **changes)) == [
            "a: compositions or tests by chance, which know no floor"
        ]
    assert check_certificate(with_numbers(whole, "a", smallest_visible_gap=0.3)) == [
        "a: a smallest visible gap of a spread under 0.7 points"
    ]


def test_single_dimensions_are_told_from_eight_and_not_under_the_floor() -> None:
    small = release({"a": 5})
    wide = numbers_of(release({"a": 8}), "a").dimension_spread
    assert check_certificate(with_numbers(small, "a", dimension_spread=wide)) == [
        "a: tells the spread of single dimensions of fewer than 8 people"
    ]
    whole = release({"a": 8})
    first = wide["now"]["d1"]
    narrow = {"now": {**wide["now"], "d1": replace(first, sd={**(first.sd or {}), "A": 0.6})}}
    assert check_certificate(with_numbers(whole, "a", dimension_spread=narrow)) == [
        "a: the spread of a dimension is under 0.7 points"
    ]


def test_sums_over_spreads_that_are_not_told_are_named() -> None:
    whole, open_one = made(), release({**SIZES, "top": 8}, parent=PARENT, invited={**INVITED, "top": 10})
    assert whole.rollup["top"].now["A"].se is None
    assert "top: a roll-up tells the spread of a group whose own is not told" in check_certificate(
        replace(whole, rollup={"top": open_one.rollup["top"]})
    )
    for hidden in ("se", "finite"):
        rolled = open_one.rollup["top"]
        now = {letter: replace(one, **{hidden: None}) for letter, one in rolled.now.items()}
        half = replace(rolled, now=now, preferred=None, gap=None)
        assert "top: a roll-up tells the spread of a group whose own is not told" in check_certificate(
            replace(whole, rollup={"top": half})
        )
    assert "between now: more units are compared than tell their spread" in check_certificate(
        replace(whole, between=open_one.between)
    )
    clan = replace(open_one.between["now"].scores["A"], msw=0.4)
    narrow = replace(open_one.between["now"], scores={**open_one.between["now"].scores, "A": clan})
    assert check_certificate(replace(open_one, between={**open_one.between, "now": narrow})) == [
        "between now: a spread under 0.7 points"
    ]


def with_picture(released: Released, unit: str, **changes: Any) -> Released:
    return replace(released, units={**released.units, unit: replace(released.units[unit], **changes)})


def test_a_word_of_agreement_or_camps_that_the_numbers_do_not_bear_are_named() -> None:
    whole = made()
    assert whole.units["a"].agreement == "alike"
    assert check_certificate(with_picture(whole, "a", agreement="very")) == [
        "a: a word of agreement that is not that of its numbers"
    ]
    assert check_certificate(with_picture(whole, "top", agreement="alike")) == [
        "top: a word of agreement that is not that of its numbers"
    ]
    rows = np.array([[7, 1, 1, 1] * 6 + [15] * 4] * 4 + [[1, 7, 1, 1] * 6 + [15] * 4] * 4, dtype=float)
    split = release({"a": 8}, given={"a": rows})
    assert split.units["a"].camps == ("A", "B")
    assert check_certificate(split) == []
    said = "a: camps of fewer than 8 people, of several units, or of people within the floor"
    assert check_certificate(with_picture(split, "a", camps=("A", "C"))) == [said]
    unspread = with_picture(whole, "top", camps=("A", "B"))
    assert check_certificate(unspread) == [said.replace("a: ", "top: ", 1)]
    small = release({"a": 7}, given={"a": rows[1:]})
    assert check_certificate(with_picture(small, "a", camps=("A", "B"))) == [said]
    below = release({"a": 8, "b": 0}, parent={"a": None, "b": "a"}, given={"a": rows})
    assert check_certificate(below) == []
    assert check_certificate(with_picture(below, "a", camps=("A", "B"))) == [said]


def test_a_higher_k_keeps_the_rule() -> None:
    made_at_ten = release({"top": 12, "a": 11, "b": 30}, parent=PARENT, policy=load_policy().raised_to(10))
    assert check_certificate(made_at_ten) == []
    assert numbers_of(made_at_ten, "top").now["A"].sd is not None
