from dataclasses import replace
from typing import Any

import pytest

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.released import Codes, Released
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


def test_each_of_the_three_names_its_k_and_five_is_the_least() -> None:
    whole = made()
    different = "the release, its plan and its certificate name different k"
    plan = replace(whole.plan, k=6)
    assert check_certificate(replace(whole, plan=plan)) == [different]
    proof = replace(whole.certificate, k=6)
    assert different in check_certificate(replace(whole, plan=replace(whole.plan, certificate=proof)))
    lower = replace(whole.plan, k=4, certificate=replace(whole.certificate, k=4))
    assert check_certificate(replace(whole, k=4, plan=lower)) == ["k is 4, under 5"]


def test_plan_and_certificate_publish_the_same() -> None:
    whole = made()
    for published in (("top",), (*whole.plan.published, "a")):
        assert "plan and the certificate differ" in "".join(
            check_certificate(replace(whole, plan=replace(whole.plan, published=published)))
        )


@pytest.mark.parametrize("kind", ["above", "rest"])
def test_nothing_stands_open_that_is_not_shown(kind: str) -> None:
    whole = made()
    for unit, said in (("a", ["a: stands open to others, but is not shown"]), ("c", [])):
        assert check_certificate(replace(whole, openings=replace(whole.openings, **{kind: (unit,)}))) == said


def test_a_hidden_units_page_is_its_teams_all_the_same() -> None:
    whole = made()
    assert check_certificate(replace(whole, openings=replace(whole.openings, team=("a", "b", "c")))) == []


@pytest.mark.parametrize(
    "changes",
    [{"invited": 6}, {"codes": Codes(4, 4)}, {"agreement": "alike"}, {"camps": ("A", "C")}, {"reading": None, "n": 0}],
)
def test_a_hidden_unit_carries_its_reason_alone(changes: dict[str, Any]) -> None:
    assert check_certificate(with_picture(made(), "a", **changes)) == ["a: hidden, but carries more than its reason"]


def test_the_nearest_shown_unit_is_looked_for_through_hidden_ones() -> None:
    deep = release({"m": 2, "c": 9, "d": 8}, parent={"top": None, "m": "top", "c": "m", "d": "top"})
    assert deep.units["m"].hidden is not None or "m" in deep.certificate.sizes
    assert check_certificate(deep) == []
    proof = deep.certificate
    wrong = replace(proof, parent={**proof.parent, "c": None})
    assert "c: the certificate names another parent than the release" in check_certificate(
        replace(deep, plan=replace(deep.plan, certificate=wrong))
    )
