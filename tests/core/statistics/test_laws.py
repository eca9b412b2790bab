"""The six laws against scipy's, over all that a figure can ask of them, and against printed tables."""

import math
import re

import numpy as np
import pytest
from scipy import special

from kulturspejl.core.statistics import laws
from tests.house.files import ROOT

EVENLY = (np.arange(4_096) * 0.6180339887498949 + 0.5) % 1
DEGREES = [1, 1.5, 2, 2.7, 3, 4, 5, 6, 7, 9, 12.3, 19.99, 30, 50, 100, 300.5, 1_000, 5_000]


def test_the_normal_law_is_scipys_in_both_tails() -> None:
    x = np.linspace(-37, 37, 2_001)
    assert laws.normal_below(x) == pytest.approx(special.ndtr(x), rel=1e-12, abs=0)
    chances = np.concatenate([np.logspace(-300, -1, 300), EVENLY, 1 - np.logspace(-15, -1, 100)])
    assert laws.normal_quantile(chances) == pytest.approx(special.ndtri(chances), rel=1e-13, abs=1e-15)


def test_the_normal_law_keeps_the_shape() -> None:
    assert laws.normal_below(np.zeros((2, 3))).tolist() == [[0.5] * 3] * 2
    assert laws.normal_quantile(np.full((3, 2), 0.5)).tolist() == [[0.0] * 2] * 3


@pytest.mark.parametrize("df", [1, 2, 3, 4, 5, 7, 8, 19, 20, 21, 99, 100, 499, 5_000, 200_001])
def test_quantiles_of_chi_square_are_scipys(df: int) -> None:
    tails = np.array([1e-12, 1e-9, 1e-6, 1e-3])
    for beyond in (EVENLY, (np.arange(4_000) + 0.5) / 4_000, tails, np.array([0.3])):
        assert laws.chi_square_quantile(df, beyond) == pytest.approx(special.chdtri(df, beyond), rel=1e-12, abs=0)


@pytest.mark.parametrize("df", DEGREES)
def test_students_t_is_scipys(df: float) -> None:
    for t in (0, 1e-3, 0.01, 0.1, 0.5, 1, 1.5, 2, 3, 5, 10):
        assert laws.t_below(df, -t) == pytest.approx(special.stdtr(df, -t), rel=1e-12, abs=0)
        assert laws.t_below(df, t) == pytest.approx(special.stdtr(df, t), rel=1e-12, abs=0)
    for below in (0.55, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999, 0.999_999):
        assert laws.t_quantile_of(df, below) == pytest.approx(special.stdtrit(df, below), rel=1e-12, abs=0)


@pytest.mark.parametrize("between", [1, 2, 3, 5, 49, 499, 4_999])
def test_the_tail_of_f_is_scipys(between: int) -> None:
    for within in (1, 2, 3, 7, 20, 100, 1_000, 20_000):
        for f in (0, 1e-6, 0.01, 0.3, 0.9, 1, 1.1, 1.5, 2, 4, 10, 50):
            # Below 1e-290 scipy says zero sooner.
            expected = special.fdtrc(between, within, f)
            assert laws.f_beyond(between, within, f) == pytest.approx(expected, rel=5e-12, abs=1e-290)


def test_printed_tables_say_the_same() -> None:
    """Student's t with one degree of freedom is Cauchy's, with two it has a formula; χ² with two is exponential."""
    assert laws.t_below(1, -math.sqrt(3)) == pytest.approx(1 / 6, rel=1e-14)
    assert laws.t_quantile_of(2, 0.975) == pytest.approx(0.95 / math.sqrt(2 * 0.975 * 0.025), rel=1e-14)
    assert laws.chi_square_quantile(2, np.array([0.05])) == pytest.approx(-2 * math.log(0.05), rel=1e-14)
    assert laws.f_beyond(2, 10, 4.102_821) == pytest.approx(0.05, rel=1e-6)


def test_no_page_and_no_command_needs_scipy() -> None:
    """It is in the list for tests alone: what asks for it in the program would fail where the program is installed."""
    asks = re.compile(r"^\s*(?:from|import) scipy\b", re.MULTILINE)
    files = sorted((ROOT / "src").rglob("*.py"))
    assert len(files) > 1_000
    assert [file.name for file in files if asks.search(file.read_text(encoding="utf-8"))] == []
