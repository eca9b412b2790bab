import json
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.greedy import plan
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.release import TooMany
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.tree import Tree, remainder_units
from kulturspejl.core.instruments.allocation.numbers import LETTERS
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.attacker import least_support_of_rows, trees
from tests.core.disclosure.people import Rows, answers, release

FAMILY = {"top": None, "a": "top", "b": "top", "c": "top"}


def stored(released: Released) -> str:
    return json.dumps(released.to_json())


@pytest.mark.parametrize("form", [None, "drawn", "dimensions"])
def test_a_release_comes_back_from_its_json_exactly(form: str | None) -> None:
    made = release({"a": 8, "b": 5, "c": 2}, parent=FAMILY, form=form)
    assert Released.from_json(json.loads(stored(made))) == made
    assert check_certificate(made) == []


def test_a_release_from_a_store_that_sorts_keys_is_still_proven() -> None:
    """PostgreSQL keeps the keys of an object by their length: a unit below may come before the one above."""
    made = release({"a": 8, "b": 9}, parent={"over them all": None, "a": "over them all", "b": "over them all"})
    sorted_keys = json.loads(json.dumps(made.to_json(), sort_keys=True))
    assert check_certificate(Released.from_json(sorted_keys)) == []


def test_a_foreign_or_broken_release_is_refused() -> None:
    plain = release({"a": 8}).to_json()
    with pytest.raises(ValueError, match="release-3"):
        Released.from_json({**plain, "schema": "release-3"})
    with pytest.raises(ValueError, match="unknown extra"):
        Released.from_json({**plain, "extra": 1})
    with pytest.raises(ValueError, match="missing k"):
        Released.from_json({key: value for key, value in plain.items() if key != "k"})


def test_the_order_of_answers_changes_nothing() -> None:
    rows = {"a": answers(9, 1), "b": answers(6, 2)}
    turned = {unit: group[::-1] for unit, group in rows.items()}
    assert stored(release({"a": 9, "b": 6}, given=rows)) == stored(release({"a": 9, "b": 6}, given=turned))


@given(trees(units=6, largest=7), st.integers(0, 99), st.integers(100, 199))
@settings(max_examples=15)
@pytest.mark.slow
def test_what_is_hidden_depends_on_counts_alone(tree: Tree, seed: int, other: int) -> None:
    """Simulatable: other people's answers, the same plan, byte for byte."""
    one, two = (release(tree.direct, parent=tree.parent, seed=s) for s in (seed, other))
    assert json.dumps(one.to_json()["plan"]) == json.dumps(two.to_json()["plan"])
    assert [p.hidden for p in one.units.values()] == [p.hidden for p in two.units.values()]


@given(trees(units=5, largest=5), st.integers(0, 99))
@settings(max_examples=40)
@pytest.mark.slow
def test_nothing_linear_in_a_release_touches_fewer_than_five(tree: Tree, seed: int) -> None:
    """Every mean, remainder and weighted roll-up of the JSON itself, as the attacker reads it."""
    made = release(tree.direct, parent=tree.parent, seed=seed)
    rows, people = told_sums(made, tree)
    assert least_support_of_rows(rows, people, 4) is None


def told_sums(made: Released, tree: Tree) -> tuple[list[list[float]], int]:
    """The weight of each person in each number told."""
    home = [unit for unit in tree.parents_first for _ in range(tree.direct.get(unit, 0))]
    plain = made.to_json()
    inside = {unit: {other for other in tree.parent if unit in line_up(tree, other)} for unit in tree.parent}
    rows = []
    for picture in plain["units"]:
        if picture["numbers"]:
            rows.append([float(unit in inside[picture["unit"]]) for unit in home])
        if picture["remainder"]:
            members = {*picture["remainder"]["units"], picture["unit"]}
            rows.append([float(unit in members) for unit in home])
    for unit in plain["rollup"]:
        rows.append(weights(made, tree, unit, home))
    return rows, len(home)


def line_up(tree: Tree, unit: str) -> list[str]:
    line = [unit]
    while (above := tree.parent[line[-1]]) is not None:
        line.append(above)
    return line


def weights(made: Released, tree: Tree, top: str, home: list[str]) -> list[float]:
    """A roll-up weighs each displayed group by its invited (two more than answered in every unit)."""
    groups: dict[str, list[str]] = {}
    for unit in tree.parent:
        if top in line_up(tree, unit):
            groups.setdefault(
                next(u for u in line_up(tree, unit) if made.units[u].hidden is None), []
            ).append(unit)
    weight = dict.fromkeys(tree.parent, 0.0)
    for members in groups.values():
        n = sum(tree.direct[unit] for unit in members)
        for unit in members:
            weight[unit] = sum(tree.direct[one] + 2 for one in members) / n if n else 0.0
    return [weight[unit] for unit in home]


def test_a_hidden_unit_carries_its_reason_and_nothing_else() -> None:
    made = release({"a": 4, "b": 5, "c": 9}, parent=FAMILY)
    assert {unit: picture.hidden for unit, picture in made.units.items()} == {
        "top": None, "a": "few", "b": "protects_others", "c": None,
    }  # fmt: skip
    for unit in ("a", "b"):
        picture = made.units[unit]
        rest = [
            getattr(picture, f.name)
            for f in fields(picture)
            if f.name not in ("unit", "name", "parent", "hidden", "is_of_units")
        ]
        assert rest == [None] * len(rest)


def test_the_rest_is_shown_because_subtraction_tells_it() -> None:
    rows = {"a": answers(4, 1), "b": answers(5, 2), "c": answers(9, 3)}
    made = release({"a": 4, "b": 5, "c": 9}, parent=FAMILY, given=rows)
    rest = made.units["top"].remainder
    assert rest is not None
    assert (rest.units, rest.n) == (("a", "b"), 9)
    expected = np.vstack([rows["a"], rows["b"]])[:, :24].reshape(9, 6, 4).mean(axis=(0, 1))
    assert [rest.means.now[letter] for letter in LETTERS] == pytest.approx(expected.tolist())
    assert made.units["c"].remainder is None


@pytest.mark.parametrize(("n", "hidden"), [(4, "few"), (5, None)])
def test_means_and_spread_of_many_from_five(n: int, hidden: str | None) -> None:
    picture = release({"a": n}).units["a"]
    assert picture.hidden == hidden
    assert (picture.numbers is not None and picture.numbers.now["A"].sd is not None) == (hidden is None)


@pytest.mark.parametrize(("n", "told"), [(7, False), (8, True)])
def test_spread_of_one_dimension_from_eight(n: int, told: bool) -> None:
    numbers = release({"a": n}).units["a"].numbers
    assert numbers is not None
    spread = numbers.dimension_spread["now"]["d1"]
    assert (spread.sd is not None) == told
    assert spread.step in ("close", "mixed", "wide")


def test_what_knows_no_floor_is_told_of_nobody() -> None:
    """Deviations, tests by chance and geometric means show where all agree, at any size."""
    numbers = release({"a": 30}).units["a"].numbers
    assert numbers is not None
    scores = numbers.agreement["now"].scores
    assert all(one.ad_mean is one.ad_median is None for one in scores.values())
    assert (numbers.composition, numbers.aitchison_distance, numbers.gap_tests) == ({}, None, None)


def test_k_may_be_raised() -> None:
    made = release({"a": 9, "b": 10}, policy=load_policy().raised_to(10))
    assert (made.k, made.units["a"].hidden, made.units["b"].hidden) == (10, "few", None)


@pytest.mark.parametrize(
    ("n", "mean", "sd"), [(2, False, False), (3, True, False), (4, True, False), (5, True, True)]
)
def test_without_control_statistics_still_keep_their_floor(n: int, mean: bool, sd: bool) -> None:
    picture = release({"a": n}, policy=WITHOUT_CONTROL).units["a"]
    assert (picture.hidden, picture.n, picture.numbers is not None) == (None, n, mean)
    assert (picture.numbers is not None and picture.numbers.now["A"].sd is not None) == sd


def test_numbers_are_of_the_answers() -> None:
    rows = answers(8, 3)
    picture = release({"a": 8}, given={"a": rows}).units["a"]
    numbers = picture.numbers
    assert numbers is not None
    assert numbers.preferred is not None
    assert numbers.gap is not None
    now = rows[:, :24].reshape(8, 6, 4).mean(axis=1)
    for at, letter in enumerate(LETTERS):
        assert numbers.now[letter].mean == pytest.approx(now[:, at].mean())
        assert numbers.sums["now"][letter] == pytest.approx(6 * now[:, at].mean())
        assert numbers.preferred[letter].mean == pytest.approx(rows[:, 24 + at].mean() / 6)
        assert numbers.gap[letter].mean == pytest.approx((rows[:, 24 + at] / 6 - now[:, at]).mean())
    assert numbers.dimensions["now"]["d2"]["A"] == pytest.approx(rows[:, 4].mean())
    assert (picture.n, picture.invited) == (8, 10)
    assert picture.reading is not None
    assert 1 <= len(picture.reading.sentences) <= 3


def test_who_lacks_a_period_stands_in_none() -> None:
    rows = answers(8, 3)
    rows[0, 24:] = np.nan
    picture = release({"a": 8}, given={"a": rows}).units["a"]
    assert picture.n == 7
    alone = release({"a": 7}, given={"a": rows[1:]}, invited={"a": 10}).units["a"]
    assert picture.numbers == alone.numbers


def test_a_skipped_dimension_takes_the_six_dimensions_with_it() -> None:
    """Else the mean over six and the means of each, of one person fewer, would give the skipper's answer."""
    rows = answers(9, 3)
    rows[0, :4] = np.nan
    shown, all_of_it = (
        release({"a": 9}, given={"a": rows}, policy=p).units["a"].numbers for p in (None, WITHOUT_CONTROL)
    )
    assert shown is not None
    assert all_of_it is not None
    assert shown.dimensions == shown.dimension_spread == {}
    assert shown.agreement["now"].profile_r_star is None
    assert shown.type["now"].congruence_rms is None
    assert all_of_it.dimensions["now"]["d1"]["A"] == pytest.approx(rows[1:, 0].mean())


def test_more_answers_than_invited_is_a_fault() -> None:
    with pytest.raises(TooMany, match="6 answers, 5 invited"):
        release({"a": 6}, invited={"a": 5})


def test_where_the_invited_are_unknown_nothing_leans_on_them() -> None:
    picture = release({"a": 8}, invited={"a": None}).units["a"]
    assert picture.invited is None
    assert picture.numbers is not None
    assert picture.numbers.now["A"].finite is None
    assert picture.numbers.now["A"].bounds is None
    assert picture.numbers.now["A"].t is not None


def test_the_invited_stay_away_where_they_would_tell_who_was_silent() -> None:
    made = release({"a": 8, "b": 9}, parent=FAMILY, invited={"top": 2, "a": 10, "b": 9, "c": 0})
    assert {unit: picture.invited for unit, picture in made.units.items()} == {
        "top": None,
        "a": 10,
        "b": 9,
        "c": None,
    }
    assert made.units["top"].codes is None
    assert "top" not in made.rollup


def test_a_roll_up_weighs_by_headcount() -> None:
    rows = {"a": answers(6, 1), "b": answers(12, 2)}
    parent = {"top": None, "a": "top", "b": "top"}
    made = release({"a": 6, "b": 12}, parent=parent, given=rows, invited={"top": 0, "a": 20, "b": 12})
    means = [rows[unit][:, :24].reshape(-1, 6, 4).mean(axis=(0, 1)) for unit in ("a", "b")]
    rolled = made.rollup["top"]
    assert rolled.now["A"].mean == pytest.approx((20 * means[0][0] + 12 * means[1][0]) / 32)
    assert rolled.groups == 2
    sd = rows["a"][:, :24].reshape(-1, 6, 4).mean(axis=1)[:, 0].std(ddof=1)
    assert sd < 0.7, "so the floor counts"
    assert rolled.now["A"].se == pytest.approx(np.sqrt((20 / 32) ** 2 * 0.7**2 / 6 * (1 - 6 / 20)))


def test_units_are_compared_only_where_their_own_picture_is_shown() -> None:
    made = release({"a": 4, "b": 5, "c": 9}, parent=FAMILY)
    assert made.between == {}
    assert release({"a": 6, "b": 5, "c": 9}, parent=FAMILY).between["now"].groups == 3


@st.composite
def two_worlds(draw: st.DrawFn) -> tuple[Tree, dict[str, Rows], dict[str, Rows]]:
    """Who was invited, and twice the same answers: in the second, given by others in the same remainders."""
    invited = draw(trees(units=7, largest=8))
    counts = {unit: draw(st.integers(0, count)) for unit, count in invited.direct.items()}
    first = {unit: answers(n, seed) for seed, (unit, n) in enumerate(counts.items())}
    second = dict(first)
    tree = Tree(invited.parent, counts)
    for members in remainder_units(tree, plan(tree, 5).published).values():
        given = np.concatenate([first[unit] for unit in members if unit in first])
        places = [unit for unit in members for _ in range(invited.direct.get(unit, 0))]
        taken = draw(st.permutations(places))[: len(given)]
        for unit in set(members) & set(first):
            second[unit] = given[[at for at, one in enumerate(taken) if one == unit]]
    return invited, first, second


@pytest.mark.slow
@given(two_worlds())
@settings(max_examples=150, deadline=None)
def test_a_release_is_the_same_whoever_in_its_remainders_has_answered(worlds: Any) -> None:
    """To the last digit, as long as the same units are shown: no count of a hidden unit is in it."""
    invited, *both = worlds
    made = [
        release(
            {unit: len(rows) for unit, rows in given.items()}, parent=invited.parent,
            invited={unit: invited.direct.get(unit, 0) for unit in invited.parent}, given=given,
        )
        for given in both
    ]  # fmt: skip
    assume(made[0].plan.hidden == made[1].plan.hidden)
    event(f"{len(made[0].plan.hidden)} hidden")
    assert stored(made[0]) == stored(made[1])
