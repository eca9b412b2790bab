"""Many groups counted at once are the same, to the last bit, as each one added up by hand in whole numbers."""

import math
from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from kulturspejl.core.instruments.allocation import gathered as module
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.gathered import gathered
from kulturspejl.core.instruments.allocation.respondents import usable
from kulturspejl.core.instruments.allocation.whole_moments import moments_of_groups
from kulturspejl.core.statistics.moments import Moments, Squares
from tests.core.disclosure.people import answers, release

Rows = NDArray[np.float64]
FORMS = (None, "drawn", "dimensions")


def teams(many: int, form: str | None, seed: int, *, is_gappy: bool = False) -> dict[str, Rows]:
    """So many teams of one to thirty, one of them of three hundred; with gaps where that is asked."""
    rng = np.random.default_rng(seed)
    sizes = [*rng.integers(1, 31, size=many - 1).tolist(), 300]
    found = {f"u{at}": answers(n, seed + at, form) for at, n in enumerate(sizes)}
    for rows in found.values() if is_gappy else ():
        for row in rows:
            block = 4 * int(rng.integers(0, 6))
            row[block : block + 4] = np.nan if rng.random() < 0.3 else row[block : block + 4]
    return found


def by_hand(rows: Rows, form: str | None) -> dict[str, list[list[int]]]:
    """Each person's scores in sixtieths by period, one block after the other."""
    now = [_scores(row[:24]) for row in rows]
    if form is None:
        return {"now": now}
    wished = [[10 * int(v) for v in row[24:]] if form == "drawn" else _scores(row[24:]) for row in rows]
    gap = [[w - n for n, w in zip(a, b, strict=True)] for a, b in zip(now, wished, strict=True)]
    return {"now": now, "preferred": wished, "gap": gap}


def _scores(row: Rows) -> list[int]:
    blocks = [[int(v) for v in row[at : at + 4]] for at in range(0, 24, 4) if not np.isnan(row[at])]
    return [sum(block[letter] for block in blocks) * 60 // len(blocks) for letter in range(4)]


def squares(found: list[list[int]]) -> tuple[list[int], list[float]]:
    """Sums, and sums of squares about the mean, of columns in sixtieths."""
    n = len(found)
    columns = list(zip(*found, strict=True))
    if n < 2:
        return [sum(one) for one in columns], [0.0] * len(columns)
    about = []
    for one in columns:
        exact = n * sum(x * x for x in one) - sum(one) ** 2
        sd = math.sqrt(exact / n / (n - 1)) / 60
        about.append((n - 1) * (sd * sd))
    return [sum(one) for one in columns], about


def assert_same(found: Squares, expected: tuple[list[int], list[float]]) -> None:
    assert found.sums.tolist() == expected[0]
    assert found.about.tolist() == expected[1]


def compare(made: Mapping[str, Rows], form: str | None) -> None:
    found = gathered(made, 10, form).moments({unit: [unit] for unit in made}, 0.0)
    for unit, rows in made.items():
        assert found[unit].n == len(rows)
        for period, scores in by_hand(rows, form).items():
            assert_same(found[unit].scores[period], squares(scores))
        if not np.isnan(rows).any():
            assert_same(found[unit].dimensions["now"], squares((60 * rows[:, :24]).astype(int).tolist()))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("is_gappy", [False, True])
def test_many_groups_at_once_are_each_group_by_hand(form: str | None, is_gappy: bool) -> None:
    compare(teams(40, form, 7, is_gappy=is_gappy), form)


@pytest.mark.slow
def test_thousands_of_groups_are_too() -> None:
    compare(teams(2_000, "dimensions", 11, is_gappy=True), "dimensions")


def plain(found: Moments) -> dict[str, dict[str, list[object]]]:
    """All of its numbers."""
    return {
        kind: {
            period: [one.n, one.sums.tolist(), one.about.tolist(), None if one.joint is None else one.joint.tolist()]
            for period, one in getattr(found, kind).items()
        }
        for kind in ("scores", "dimensions")
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", [np.float64, np.int16, np.int64])
def test_one_group_at_a_time_is_the_same_to_the_last_bit(form: str | None, kind: type[np.generic]) -> None:
    """Also what goes together under a floor, and whatever numbers the rows are written in."""
    made = {unit: rows.astype(kind) for unit, rows in teams(30, form, 3).items()}
    for floor in (0.0, 0.7):
        found = gathered(made, 10, form).moments({"some": list(made)[:9], "rest": list(made)[9:]}, floor)
        for name, units in (("some", list(made)[:9]), ("rest", list(made)[9:])):
            whole = np.concatenate([made[unit] for unit in units])
            assert plain(found[name]) == plain(moments_of(usable(whole, 10, form), floor))


def test_what_is_not_whole_or_not_everybodys_or_too_many_is_left_to_the_slow_way() -> None:
    whole = answers(6, form="drawn")
    tenths, silent = whole.copy(), whole.copy()
    tenths[0, :4] = [0.1, 0.2, 0.3, 9.4]
    silent[0, 24:] = np.nan
    groups = {"whole": [whole], "tenths": [tenths], "silent": [silent], "both": [whole, tenths]}
    assert list(moments_of_groups(groups, 10, "drawn", 0.7)) == ["whole"]
    assert moments_of_groups({"many": [np.zeros((2, 24), dtype=np.int16)]}, 2**30, None, 0.7) == {}
    assert moments_of_groups({}, 10, None, 0.7) == {}


DEEP = {"top": None} | {f"d{at}": f"d{at - 1}" if at else "top" for at in range(20)} | {
    f"{kind}{at}": f"d{at}" for at in range(20) for kind in ("team", "empty", "one")
}  # fmt: skip


def of_a_deep_tree(form: str | None) -> dict[str, object]:
    """Twenty levels; at each a team, one of one, and one in which nobody answered; gaps and tenths here and there."""
    given = {f"team{at}": answers(3 + at % 9, at, form) for at in range(20)}
    given |= {f"one{at}": answers(1, 90 + at, form) for at in range(0, 20, 2)}
    given |= {"d19": answers(12, 200, form), "d7": answers(2, 201, form)}
    given["team5"][1, :8] = np.nan
    given["team6"][1, :4] = [0.1, 0.2, 0.3, 9.4]
    counts = {unit: len(rows) for unit, rows in given.items()}
    return release(counts, parent=DEEP, given=given, form=form).to_json()


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_a_tree_twenty_deep_is_told_the_same_with_and_without(
    form: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = of_a_deep_tree(form)
    monkeypatch.setattr(module, "AT_ONCE", 1)
    assert of_a_deep_tree(form) == at_once
    monkeypatch.setattr(module, "moments_of_groups", lambda *_groups: {})
    assert of_a_deep_tree(form) == at_once
