"""A kind of answers that has nothing of A to D goes the whole way: plan, numbers, floor, certificate, and back."""

import json
from dataclasses import replace

import numpy as np
import pytest

from kulturspejl.core import instruments
from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.since import Side, WhyNot, compare
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.people import CONTENT
from tests.core.instruments.team_safety.asked import AskedItems, SafetyNumbers

PLACES = [
    Place("top", "Top", None, 0), Place("a", "A", "top", 6), Place("b", "B", "top", 12), Place("c", "C", "top", 4),
    Place("d", "D", "top", 3),
    Place("e", "E", "top", 9),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _in_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = {**instruments.ASKED, "team_safety": lambda total, form: AskedItems(total, form)}
    monkeypatch.setattr(instruments, "ASKED", listed)


def made(**of: np.ndarray) -> Released:
    rng = np.random.default_rng(3)
    sizes = {"a": 6, "b": 11, "c": 3, "d": 2, "e": 9}
    answers = {unit: rng.integers(1, 6, size=(n, 7)) for unit, n in sizes.items()} | of
    return make_release(
        places=PLACES, answers=answers, content=CONTENT, asked=AskedItems(), policy=load_policy()
    )


def numbers(released: Released, unit: str) -> SafetyNumbers:
    found = released.units[unit].numbers
    assert isinstance(found, SafetyNumbers)
    return found


def test_a_small_team_is_hidden_and_a_certificate_holds() -> None:
    released = made()
    assert released.units["c"].hidden == "few"
    assert check_certificate(released) == []
    assert set(released.between["now"].scores) == {"team"}


def test_teams_are_compared_by_their_spread_where_it_is_told_alone() -> None:
    """Of a single scale from eight: a pooled spread of 6 and 11 people, less that of the 11, would tell of the 6."""
    released = made()
    assert released.between["now"].groups == 2
    told = {unit for unit, one in released.units.items() if one.numbers is not None and one.numbers.sd is not None}
    assert {"b", "e"} <= told
    assert "a" not in told
    leans = replace(released, between={"now": replace(released.between["now"], groups=3)})
    assert "between now: more units are compared than tell their spread" in check_certificate(leans)


def test_under_eight_one_coarse_word_and_from_eight_the_spread() -> None:
    released = made()
    assert (numbers(released, "a").sd, numbers(released, "a").word is None) == (None, False)
    assert numbers(released, "b").sd is not None


def test_it_is_kept_and_read_back_as_its_own_kind() -> None:
    released = made()
    plain = json.loads(json.dumps(released.to_json(), sort_keys=True))
    assert plain["kind"] == "team_safety"
    assert Released.from_json(plain) == released


def test_a_team_of_one_mind_tells_no_less_spread_than_the_floor() -> None:
    alike = numbers(made(b=np.full((11, 7), 4)), "b")
    assert alike.sd == pytest.approx(0.07 * 4)
    released = made(b=np.full((11, 7), 4))
    under = replace(released.units["b"], numbers=replace(alike, sd=0.1))
    assert check_certificate(replace(released, units={**released.units, "b": under})) == [
        "b: a spread under 0.28 points"
    ]


def test_what_has_changed_is_told_by_the_kind_itself_and_where_it_tells_no_spread_it_is_not() -> None:
    def side(released: Released, unit: str) -> Side:
        return Side(released, released.units[unit], frozenset({unit}))

    low, high = made(b=np.full((11, 7), 2)), made(b=np.full((11, 7), 4))
    found = compare(side(low, "b"), side(high, "b"))
    assert found is not None
    assert found.changes is not None
    change = found.changes.now["mean"]
    assert (change.before, change.after, change.word) == (20, 40, "more_than_chance")
    held = compare(side(low, "a"), side(high, "a"))
    assert held is not None
    assert (held.changes, held.why_not) == (None, WhyNot.NO_SPREAD)
