"""Answers that are all alike, and nearly alike ones of the same means, are the same byte for byte (science.md 1.5)."""

import json
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.tree import Tree, remainder_units
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.alike import TOTAL, WIDE, apart, equal_team, spreads
from tests.core.disclosure.attacker import least_support_of_rows, trees
from tests.core.disclosure.people import CONTENT, READING, Rows, answers, release

FLOOR = 0.07 * TOTAL
FORMS = [None, "drawn", "dimensions"]
TREE = {"top": None, "a": "top", "b": "top", "c": "top", "d": "c"}


def told(rows: Mapping[str, Rows], form: str | None, total: int = TOTAL) -> Released:
    return make_release(
        places=[Place(unit, unit, TREE[unit] if "top" in rows else None, len(rows[unit]) + 2) for unit in rows],
        answers=rows,
        content=CONTENT,
        asked=AskedPoints(total, form, READING),
        policy=load_policy(),
    )


def as_bytes(released: Released) -> str:
    return json.dumps(released.to_json())


def nearly(people: int, seed: int, form: str | None) -> Rows:
    rows = apart(people, seed, 3, form)
    assert 0 < max(spreads(rows)) < FLOOR, "the test means something"
    assert np.allclose(rows.mean(axis=0), equal_team(people, form).mean(axis=0), rtol=0, atol=1e-12)
    return rows


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("people", [5, 8, 12])
def test_a_team_of_one_mind_and_one_nearly_so_are_the_same_bytes(people: int, form: str | None) -> None:
    equal = as_bytes(told({"a": equal_team(people, form)}, form))
    for seed in range(3):
        assert as_bytes(told({"a": nearly(people, seed, form)}, form)) == equal
    assert as_bytes(told({"a": apart(people, 1, WIDE, form)}, form)) != equal


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.slow
def test_in_a_branch_too(form: str | None) -> None:
    """The pictures above are put together from floored groups, so none of them gives the spread back."""
    sizes = {"top": 8, "a": 8, "b": 5, "c": 9, "d": 12}
    others = {unit: answers(n, seed, form, TOTAL) for seed, (unit, n) in enumerate(sizes.items())}
    for unit, people in sizes.items():
        made = [
            as_bytes(told({**others, unit: rows}, form))
            for rows in (equal_team(people, form), nearly(people, 1, form), nearly(people, 2, form))
        ]
        assert made[0] == made[1] == made[2]


@given(st.data())
@settings(max_examples=12)
@pytest.mark.slow
def test_whatever_tree_and_whatever_team(data: st.DataObject) -> None:
    sizes = {unit: data.draw(st.integers(0, 14), unit) for unit in TREE}
    unit = data.draw(st.sampled_from([*TREE]), "replaced")
    assume(sizes[unit] > 0)
    seed = data.draw(st.integers(0, 999), "seed")
    others = {one: answers(n, seed + at, "drawn", TOTAL) for at, (one, n) in enumerate(sizes.items())}
    equal, near = equal_team(sizes[unit]), apart(sizes[unit], seed, 3)
    assume(sizes[unit] < 2 or max(spreads(near)) < FLOOR)
    # A unit that is too small for a picture stands in a group with others, and the floor is the group's.
    alone = told({**others, unit: equal}, "drawn").certificate.remainders.get(unit) == sizes[unit]
    same = as_bytes(told({**others, unit: equal}, "drawn")) == as_bytes(told({**others, unit: near}, "drawn"))
    assert same or not alone


def test_parts_of_points_are_no_way_round_it() -> None:
    """A file may hold halves and thirds; the last digits of a mean must not tell who gave them."""
    equal = np.tile([3.2, 2.8, 1.8, 2.2] * 6, (8, 1))
    near = equal.copy()
    near[0::2, :4] += [0.3, -0.3, 0.1, -0.1]
    near[1::2, :4] -= [0.3, -0.3, 0.1, -0.1]
    assert as_bytes(told({"a": equal}, None, 10)) == as_bytes(told({"a": near}, None, 10))


def test_nothing_is_told_as_closer_than_the_floor() -> None:
    numbers = told({"a": equal_team(8)}, "drawn").units["a"].numbers
    assert numbers is not None
    assert numbers.gap is not None
    sds = numbers.dimension_spread["now"]["d1"].sd
    assert sds is not None
    for found in ([one.sd for one in (*numbers.now.values(), *numbers.gap.values())], [*sds.values()]):
        assert found == pytest.approx([7] * len(found))
    assert numbers.agreement["now"].profile_r_star == pytest.approx(1 - 4 * 49 / (4 * 390))
    assert numbers.type["now"].probability == {"A": 0.81, "B": 0.17, "C": 0.01, "D": 0.01}


def test_without_control_the_file_is_read_as_it_is() -> None:
    places = [Place("a", "A", None, 10)]
    made = make_release(
        places=places, answers={"a": equal_team(8)}, content=CONTENT, policy=WITHOUT_CONTROL,
        asked=AskedPoints(TOTAL, "drawn", READING),
    )  # fmt: skip
    numbers = made.units["a"].numbers
    assert numbers is not None
    assert (numbers.now["A"].sd, numbers.now["A"].t) == (0, (32, 32))
    assert numbers.composition["now"].total_variance == pytest.approx(0)


def family(left: int) -> Released:
    """A branch with one team of eight, and `left` people of its own beside it, all alike."""
    rows = {"top": np.tile([3.0, 3, 2, 2] * 6 + [18, 18, 12, 12], (left, 1)), "a": answers(8, 1)}
    return release({"top": left, "a": 8}, parent={"top": None, "a": "top"}, given=rows)


def spread_by_subtraction(made: Released) -> float | None:
    """F17: the squares of 13 less those of 8 and what lies between the means, of one dimension of the 5 others."""
    whole, part = made.units["top"].numbers, made.units["a"].numbers
    assert whole is not None
    assert part is not None
    told = [one.dimension_spread.get("now", {}).get("d1") for one in (whole, part)]
    if any(one is None or one.sd is None for one in told):
        return None
    n, m = made.certificate.sizes["top"], made.certificate.sizes["a"]
    mean, own = (one.dimensions["now"]["d1"]["A"] for one in (whole, part))
    rest = (n * mean - m * own) / (n - m)
    between = m * (own - mean) ** 2 + (n - m) * (rest - mean) ** 2
    squares = (n - 1) * told[0].sd["A"] ** 2 - (m - 1) * told[1].sd["A"] ** 2 - between  # type: ignore[union-attr, index]
    return float(np.sqrt(max(0.0, squares) / (n - m - 1)))


def test_two_pictures_do_not_tell_the_spread_of_five_between_them() -> None:
    """The wider picture gives way; the team keeps its own."""
    made = family(5)
    assert spread_by_subtraction(made) is None
    whole, part = made.units["top"].numbers, made.units["a"].numbers
    assert whole is not None
    assert part is not None
    assert part.now["A"].sd is not None
    assert (whole.now["A"].sd, whole.now["A"].t, whole.now["A"].shown) == (None, None, None)
    assert whole.type["now"].probability is None
    assert whole.type["now"].dominant
    assert whole.agreement == whole.dimension_spread == {}
    assert check_certificate(made) == []


def test_between_them_are_eight_and_then_subtraction_gives_the_floor() -> None:
    """All eight answered alike, and what follows is what any eight nearly alike would give."""
    assert spread_by_subtraction(family(8)) == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("sizes", "carries"),
    [
        ({"top": 0, "a": 6, "b": 7, "c": 0, "d": 9}, {"top", "a", "b", "d", "c"}),
        ({"top": 7, "a": 6, "b": 8, "c": 0, "d": 9}, {"a", "b", "c", "d"}),
        ({"top": 8, "a": 6, "b": 8, "c": 5, "d": 9}, {"top", "a", "b", "d"}),
        ({"top": 0, "a": 5, "b": 2, "c": 3, "d": 9}, {"c"}),
    ],
)
def test_the_smallest_pictures_keep_theirs(sizes: dict[str, int], carries: set[str]) -> None:
    made = release(sizes, parent=TREE)
    found = {unit for unit, one in made.units.items() if one.numbers and one.numbers.now["A"].sd is not None}
    assert found == carries & set(made.certificate.sizes)
    assert check_certificate(made) == []


def in_picture(made: Released, unit: str) -> list[str]:
    """The certificate's units at and below one."""
    found = [unit]
    for one, above in made.certificate.parent.items():
        if above in found:
            found.append(one)
    return found


def told_squares(made: Released, single: bool) -> tuple[list[list[float]], list[int], int]:
    """The weight of each person's square in each spread that is told, and the people of small pictures of their own.

    People stand by remainder group; means are known, so what lies between groups is too.
    """
    proof = made.certificate
    home = [unit for unit, count in proof.remainders.items() for _ in range(count)]
    rows, own = [], []
    for unit in proof.sizes:
        numbers = made.units[unit].numbers
        assert numbers is not None
        sds = [one.sd for told in numbers.dimension_spread.values() for one in told.values()]
        inside = in_picture(made, unit)
        if any(sd is not None for sd in sds) if single else numbers.now["A"].sd is not None:
            rows.append([float(one in inside) for one in home])
            own += [at for at, one in enumerate(home) if one in inside] if proof.sizes[unit] < 8 else []
    if not single:
        # Which groups stand in it the release does not say: any that are one unit's own people, as many as it counts.
        teams = [unit for unit, below in remainder_members(made).items() if below == [unit]]
        if made.between and made.between["now"].groups == len(teams):
            rows.append([float(one in teams) for one in home])
        for unit, rolled in made.rollup.items():
            if rolled.now["A"].se is not None:
                weights = {one: 1 + 0.1 * at for at, one in enumerate(in_picture(made, unit))}
                rows.append([weights.get(one, 0.0) for one in home])
    return rows, own, len(home)


def remainder_members(made: Released) -> dict[str, list[str]]:
    tree = Tree({unit: picture.parent for unit, picture in made.units.items()}, {})
    return {unit: [*members] for unit, members in remainder_units(tree, [*made.certificate.sizes]).items()}


@given(trees(units=5, largest=10), st.integers(0, 99))
@settings(max_examples=40)
@pytest.mark.slow
def test_no_arithmetic_on_squares_reaches_fewer_than_eight(tree: Tree, seed: int) -> None:
    """By linear algebra that knows no trees. A team of five to seven tells its own, floored: that is left out."""
    made = release(tree.direct, parent=tree.parent, seed=seed)
    assert check_certificate(made) == []
    for single in (False, True):
        rows, own, people = told_squares(made, single)
        assert not single or not own
        others = [at for at in range(people) if at not in own]
        left = [[row[at] for at in others] for row in rows]
        least = least_support_of_rows([row for row in left if any(row)], len(others), 7)
        assert least is None, (made.certificate, single)


def test_which_pictures_carry_spreads_depends_on_counts_alone() -> None:
    sizes = {"top": 7, "a": 6, "b": 8, "c": 0, "d": 9}
    one, two = (release(sizes, parent=TREE, seed=seed) for seed in (1, 50))
    bare = [
        [unit for unit, picture in made.units.items() if picture.numbers and picture.numbers.now["A"].sd is None]
        for made in (one, two)
    ]
    assert bare[0] == bare[1] == ["top"]


def test_units_are_compared_and_added_up_only_by_spreads_that_are_told() -> None:
    """Seven people of the top's own: their spread is not told, so no sum may hold it."""
    sizes = {"top": 7, "a": 6, "b": 8, "c": 0, "d": 9}
    invited = {unit: n and n + 2 for unit, n in sizes.items()}
    made = release(sizes, parent=TREE, invited=invited)
    assert made.between["now"].groups == 3
    assert made.rollup["top"].now["A"].se is None
    assert made.rollup["top"].now["A"].mean > 0
    whole = release({**sizes, "top": 8}, parent=TREE, invited=invited)
    assert whole.between["now"].groups == 4
    assert whole.rollup["top"].now["A"].se is not None


def test_answers_that_go_together_are_no_way_round_it() -> None:
    """Every score lies just within the floor, but all in one direction: the chances must not tell which."""
    near = equal_team(8, None)
    near[0::2] += np.tile([6, -6, 6, -6], 6)
    near[1::2] -= np.tile([6, -6, 6, -6], 6)
    assert max(spreads(near)) < FLOOR
    assert as_bytes(told({"a": near}, None)) == as_bytes(told({"a": equal_team(8, None)}, None))
