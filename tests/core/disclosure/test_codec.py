"""Values to JSON and back: exactly what was there, or a sentence that says what does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, nan
from typing import Any

import pytest

from kulturspejl.core.disclosure.codec import from_plain, to_plain


@dataclass(frozen=True)
class Inner:
    share: float
    name: str | None


@dataclass(frozen=True)
class Whole:
    count: int
    is_on: bool
    inner: Inner
    by_letter: Mapping[str, float]
    pair: tuple[float, str]
    many: tuple[Inner, ...]
    maybe: Inner | None = None


VALUE = Whole(3, True, Inner(0.5, None), {"A": 1.5}, (2.0, "x"), (Inner(1.0, "y"), Inner(2.0, None)))
PLAIN: dict[str, Any] = {
    "count": 3, "is_on": True, "inner": {"share": 0.5, "name": None}, "by_letter": {"A": 1.5}, "pair": [2.0, "x"],
    "many": [{"share": 1.0, "name": "y"}, {"share": 2.0, "name": None}], "maybe": None,
}  # fmt: skip


def test_there_and_back() -> None:
    assert to_plain(VALUE) == PLAIN
    assert from_plain(Whole, PLAIN) == VALUE
    assert type(from_plain(float, 3)) is float
    assert to_plain({3: (1, [2, None])}) == {"3": [1, [2, None]]}


def test_what_has_a_default_may_be_missing_and_nothing_else() -> None:
    less = {name: value for name, value in PLAIN.items() if name != "maybe"}
    assert from_plain(Whole, less) == VALUE
    with pytest.raises(ValueError, match="Whole: missing count, pair"):
        from_plain(Whole, {name: value for name, value in PLAIN.items() if name not in ("pair", "count")})


@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_no_number_that_json_cannot_carry(number: float) -> None:
    with pytest.raises(ValueError, match="written as null"):
        to_plain({"a": [number]})


@pytest.mark.parametrize("value", [{1, 2}, b"x", Whole, object()])
def test_what_has_no_plain_form_is_said(value: object) -> None:
    with pytest.raises(TypeError, match="has no plain form"):
        to_plain(value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"b": 1, "a": 2}, "Whole: unknown a, b"),
        ({"count": True}, "expected int, got bool"),
        ({"count": 1.0}, "expected int, got float"),
        ({"count": None}, "expected int, got NoneType"),
        ({"is_on": 1}, "expected bool, got int"),
        ({"inner": {"share": True, "name": None}}, "expected float, got bool"),
        ({"inner": {"share": "1", "name": None}}, "expected float, got str"),
        ({"inner": {"share": 1.0, "name": 4}}, "expected str, got int"),
        ({"inner": [1.0, None]}, "expected dict, got list"),
        ({"by_letter": [1.5]}, "expected dict, got list"),
        ({"by_letter": {"A": "1.5"}}, "expected float, got str"),
        ({"pair": [2.0]}, "expected 2 values, got 1"),
        ({"pair": [2.0, "x", "y"]}, "expected 2 values, got 3"),
        ({"pair": {"a": 2.0}}, "expected list, got dict"),
        ({"many": "no"}, "expected list, got str"),
        ({"maybe": {"share": 1.0}}, "Inner: missing name"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_kind(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        from_plain(Whole, PLAIN | change)


def test_a_list_of_any_length_and_of_just_two() -> None:
    assert from_plain(tuple[int, ...], []) == ()
    assert from_plain(tuple[int, ...], [1, 2, 3]) == (1, 2, 3)
    assert from_plain(tuple[int, int], [1, 2]) == (1, 2)
    assert from_plain(tuple[int, str, int], [1, "b", 3]) == (1, "b", 3)
