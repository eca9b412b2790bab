import math
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kulturspejl.core import statistics as s

FEW = st.lists(st.integers(-20, 20).map(lambda x: x / 2), min_size=1, max_size=9)


@pytest.mark.slow
@given(FEW)
def test_turning_all_gaps_round_changes_nothing(gaps: list[float]) -> None:
    assert s.sign_flip(gaps).p[0] == s.sign_flip([-gap for gap in gaps]).p[0]
    assert s.sign_flip(gaps).p[0] >= 2 / 2 ** len(gaps)


@pytest.mark.slow
@given(FEW, FEW)
def test_exchanging_the_rounds_changes_nothing(a: list[float], b: list[float]) -> None:
    assert s.permutation_between(a[:6], b[:6]) == pytest.approx(s.permutation_between(b[:6], a[:6]))


def test_one_column_alone_is_its_own_largest() -> None:
    found = s.sign_flip([0.5, -0.2, 1.1, 0.9, -0.4, 0.8, 0.3])
    assert found.p == pytest.approx(found.p_max_t)


def test_drawn_signs_come_near_all_signs() -> None:
    """Sixteen are written out; a seventeenth who moves nothing makes draws of the same question."""
    gaps = np.random.default_rng(6).normal(0.5, 1.2, (16, 4))
    exact, drawn = s.sign_flip(gaps), s.sign_flip(np.vstack([gaps, np.zeros(4)]))
    assert (exact.exact, drawn.exact) == (True, False)
    assert drawn.p == pytest.approx(exact.p, abs=0.006)


@pytest.mark.parametrize("movers", [4, 5, 6, 9])
@pytest.mark.parametrize("others", [70, 3_000])
@pytest.mark.slow
def test_a_few_who_move_in_a_crowd_prove_no_more_than_they_do_alone(movers: int, others: int) -> None:
    gaps = np.zeros(others)
    gaps[:movers] = 2.0
    assert s.sign_flip(gaps).p[0] == pytest.approx(2 / 2**movers, abs=0.004)


@pytest.mark.parametrize(
    ("n", "parts"), [(61, 6), *(pytest.param(n, parts, marks=pytest.mark.slow) for n in (90, 150) for parts in (6, 5))]
)
def test_many_people_get_the_chance_that_drawing_all_their_signs_gives(n: int, parts: int) -> None:
    """Ties count: a normal law without steps says about a twentieth too little here."""
    rng = np.random.default_rng(n)
    gaps = rng.integers(-9, 11, n) / parts
    signs = rng.choice([-1.0, 1.0], size=(200_000, n))
    drawn = np.mean(np.abs(signs @ gaps) >= abs(gaps.sum()) - 1e-9)
    assert s.sign_flip(gaps).p[0] == pytest.approx(drawn, abs=0.006)


@pytest.mark.slow
def test_gaps_that_are_no_fractions_have_no_steps() -> None:
    gaps = np.random.default_rng(9).normal(0.2, 1, 120)
    expected = stats.permutation_test(
        (gaps,), np.sum, permutation_type="samples", n_resamples=20_000, rng=np.random.default_rng(1)
    ).pvalue
    assert s.sign_flip(gaps).p[0] == pytest.approx(expected, abs=0.012)


def test_who_is_missing_is_as_nobody() -> None:
    gaps = np.array([[0.5, 1.0], [np.nan, 3.0], [1.0, -0.5]])
    assert s.sign_flip(gaps).p.tolist() == s.sign_flip(gaps[[0, 2]]).p.tolist()
    assert s.permutation_between([1, 2, np.nan, 4], [3, 5]) == s.permutation_between([1, 2, 4], [3, 5])
    assert math.isnan(s.permutation_between([np.nan], [3, 5]))
    assert np.isnan(s.sign_flip(np.full((3, 2), np.nan)).p).all()


@pytest.mark.slow
def test_two_rounds_too_many_to_write_out_are_drawn_alike_each_time() -> None:
    rng = np.random.default_rng(11)
    a, b = rng.normal(0, 1, 18), rng.normal(0.7, 1, 22)
    expected = stats.permutation_test(
        (a, b), lambda x, y, axis: x.mean(axis=axis) - y.mean(axis=axis), vectorized=True,
        n_resamples=50_000, rng=np.random.default_rng(1),
    ).pvalue  # fmt: skip
    assert s.permutation_between(a, b) == pytest.approx(expected, abs=0.006)
    assert s.permutation_between(a, b) == s.permutation_between(a, b)


def test_wrong_shapes_are_named() -> None:
    with pytest.raises(ValueError, match=r"\(1, 2, 1\)"):
        s.sign_flip(np.zeros((1, 2, 1)))
    with pytest.raises(ValueError, match=r"\(1, 2\)"):
        s.permutation_between([[1, 2]], [1])


def test_exchanges_are_written_out_to_twenty_thousand_and_drawn_above(monkeypatch: pytest.MonkeyPatch) -> None:
    """One against 19,999 others has 20,000 arrangements; with one more they are drawn, and the one seen is counted."""
    module = import_module("kulturspejl.core.statistics.permutation")
    monkeypatch.setattr(module, "_drawn_exchanges", lambda pooled, n: np.zeros(9))
    assert s.permutation_between([5.0], np.zeros(19_999)) == 1 / 20_000
    assert s.permutation_between([5.0], np.zeros(20_000)) == 1 / 10


@pytest.mark.slow
def test_whoever_has_the_recipe_draws_the_same_exchanges() -> None:
    """The seed 2026, as many at a time as fit 2^20 numbers."""
    rng = np.random.default_rng(4)
    a, b = rng.normal(0.6, 1, 30), rng.normal(0, 1, 34)
    pooled, seen = np.concatenate([a, b]), abs(a.mean() - b.mean())
    theirs, rows = np.random.default_rng(2026), 2**20 // 64
    sums = np.concatenate([
        theirs.permuted(np.tile(pooled, (min(rows, 99_999 - at), 1)), axis=1)[:, :30].sum(axis=1)
        for at in range(0, 99_999, rows)
    ])  # fmt: skip
    far = np.abs(sums / 30 - (pooled.sum() - sums) / 34) >= seen - 1e-9
    assert s.permutation_between(a, b) == (far.sum() + 1) / 100_000


def test_whoever_has_the_recipe_draws_the_same_signs() -> None:
    gaps = np.random.default_rng(5).normal(0.3, 1, (20, 2))
    packed = np.random.default_rng(2026).integers(0, 256, size=(3, 99_999), dtype=np.uint8)
    signs = 1.0 - 2.0 * np.unpackbits(packed, axis=0, count=20)
    sums, seen = gaps.T @ signs, gaps.sum(axis=0)
    found = s.sign_flip(gaps)
    reached = np.abs(sums) >= np.abs(seen)[:, None] - 1e-9
    assert found.p.tolist() == [(one.sum() + 1) / 100_000 for one in reached]
    t = sums**2 / (20 * (gaps**2).sum(axis=0))[:, None]
    most = t.max(axis=0)
    seen_t = seen**2 / (20 * (gaps**2).sum(axis=0))
    assert found.p_max_t.tolist() == [((most >= at - 1e-9).sum() + 1) / 100_000 for at in seen_t]


def test_all_signs_by_hand() -> None:
    """Gaps 1, 2, 3: of eight sums ±6, ±4, ±2, ±0, two reach 6; gaps 1, 2, −1: 2 or more in four of eight, or −2."""
    assert s.sign_flip([1.0, 2.0, 3.0]).p.tolist() == [0.25]
    assert s.sign_flip([1.0, 2.0, -1.0]).p.tolist() == [0.75]
    assert s.sign_flip([0.0, 0.0]).p.tolist() == [1.0]
    nobody = s.sign_flip(np.full((2, 3), np.nan))
    assert np.isnan(nobody.p).all()
    assert nobody.exact


def test_all_exchanges_by_hand() -> None:
    """1, 2 against 3: differences 1.5, 0 and 1.5 of three arrangements."""
    assert s.permutation_between([1, 2], [3]) == pytest.approx(2 / 3)
    assert s.permutation_between([1, 3], [2]) == 1
    assert np.isnan(s.permutation_between([], [1.0]))
    assert np.isnan(s.permutation_between([1.0], [np.nan]))
