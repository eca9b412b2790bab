"""Against R and its package multilevel: oracle/make.R made the answers and the values."""

import json
from pathlib import Path

import numpy as np
import pytest

from kulturspejl.core import statistics as s

R = json.loads((Path(__file__).parent / "oracle" / "values.json").read_text(encoding="utf-8"))
GROUPS = np.array(R["group"])
ITEMS = np.column_stack([R["items"][name] for name in ("one", "two", "three")]).astype(float)
LIKERT = s.uniform_null(5)


def by_name(found: s.ByGroup) -> dict[object, float]:
    return dict(zip(found.groups, found.tolist(), strict=True))


def test_icc() -> None:
    found = s.icc(ITEMS.mean(axis=1), GROUPS)
    assert {name: getattr(found, name) for name in R["icc"]} == pytest.approx(R["icc"])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("rwg", s.rwg(ITEMS[:, 0], GROUPS, LIKERT)),
        ("rwg_j", s.rwg_j(ITEMS, GROUPS, LIKERT)),
        ("r_star_j", s.r_star_j(ITEMS, GROUPS, LIKERT)),
        ("ad_mean", s.ad_mean(ITEMS, GROUPS)),
        ("ad_median", s.ad_median(ITEMS, GROUPS)),
        ("awg", s.awg(ITEMS[:, 0], GROUPS, 1, 5)),
    ],
)
def test_agreement(name: str, found: s.ByGroup) -> None:
    assert by_name(found) == pytest.approx(R[name])


def test_welch() -> None:
    score = ITEMS.mean(axis=1)
    found = s.welch(score[GROUPS == "south"], score[GROUPS == "east"])
    assert (found.t, found.df, found.p) == pytest.approx(tuple(R["welch"][name] for name in ("t", "df", "p")))
    assert found.interval == pytest.approx(tuple(R["welch"]["interval"]))


def test_paired_interval() -> None:
    assert s.t_interval(ITEMS[:, 0] - ITEMS[:, 1]) == pytest.approx(tuple(R["paired"]["interval"]))


@pytest.mark.parametrize(("people", "name"), [(5, "five"), (8, "eight"), (30, "thirty")])
def test_power(people: int, name: str) -> None:
    assert s.smallest_visible_gap(people, power=0.8) == pytest.approx(R["power"][name], rel=1e-5)
