from dataclasses import replace
from typing import Any

import pytest

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.released import Released
from tests.core.disclosure.people import release


def made() -> Released:
    return release({"a": 4, "b": 5, "c": 9}, parent={"top": None, "a": "top", "b": "top", "c": "top"})


def test_a_release_as_made_is_proven() -> None:
    assert check_certificate(made()) == []


def test_without_control_nothing_is_proven() -> None:
    assert check_certificate(release({"a": 9}, policy=WITHOUT_CONTROL)) == ["k is 1, under 5"]


def with_picture(released: Released, unit: str, **changes: Any) -> Released:
    return replace(released, units={**released.units, unit: replace(released.units[unit], **changes)})


@pytest.mark.parametrize(
    ("unit", "changes", "said"),
    [
        ("a", {"n": 4}, "a: hidden, but carries more than its reason"),
        ("a", {"hidden": None}, "a: shown, but not in the certificate"),
        ("c", {"hidden": "few"}, "c: in the certificate, but not shown"),
        ("c", {"n": 8}, "c: tells 8 answers, the certificate 9"),
        ("c", {"parent": None}, "c: the certificate names another parent than the release"),
        ("c", {"parent": "z"}, "c: its parent z does not stand before it"),
    ],
)
def test_what_the_certificate_does_not_carry_is_named(unit: str, changes: dict[str, Any], said: str) -> None:
    assert said in check_certificate(with_picture(made(), unit, **changes))


def test_a_remainder_or_roll_up_that_is_not_proven_is_named() -> None:
    whole = made()
    rest = whole.units["top"].remainder
    assert rest is not None
    assert "top: the rest has 8 answers, by the certificate 9" in check_certificate(
        with_picture(whole, "top", remainder=replace(rest, n=8))
    )
    family = {"top": None, "a": "top", "b": "top"}
    rolled = release({"a": 6, "b": 9}, parent=family, invited={"top": 0, "a": 8, "b": 9}).rollup["top"]
    assert "a: a roll-up of a hidden unit" in check_certificate(replace(whole, rollup={"a": rolled}))


def test_another_k_is_named() -> None:
    assert "the release, its plan and its certificate name different k" in check_certificate(
        replace(made(), k=6)
    )
