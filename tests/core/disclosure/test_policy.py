from copy import deepcopy
from dataclasses import asdict, replace
from typing import Any

import pytest

from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL, parse_policy
from kulturspejl.library.policies import load_policy

TABLE: dict[str, Any] = {
    "version": "t-1",
    "nearly_all": 0.8,
    "least_sd": 0.07,
    "shown_from": {
        "participation_invited": 5,
        "mean": 5,
        "spread_of_many": 5,
        "spread_of_one": 8,
        "distribution": 8,
        "spread_between": 8,
        "open_answers": 8,
        "sensitive": 20,
        "above_units": 3,
        "above_answers": 10,
    },
}


def test_the_policy_in_force_is_the_table() -> None:
    policy = load_policy()
    assert policy == parse_policy({**TABLE, "version": "2026-2"})
    assert policy.is_on
    assert not WITHOUT_CONTROL.is_on


def test_a_policy_from_before_the_floor_has_it_too() -> None:
    """Rounds that were made under it are still open, or are made anew: today's rules hold for them."""
    assert replace(load_policy("2026-1"), version="2026-2") == load_policy("2026-2")


LEASTS = {
    "participation_invited": 5,
    "mean": 5,
    "spread_of_many": 5,
    "spread_of_one": 8,
    "distribution": 8,
    "spread_between": 8,
    "open_answers": 5,
    "sensitive": 5,
    "above_answers": 5,
}
"""How low each number of answers may be set at all."""


def with_size(name: str, size: object) -> dict[str, Any]:
    return {**TABLE, "shown_from": {**TABLE["shown_from"], name: size}}


@pytest.mark.parametrize(("name", "least"), LEASTS.items())
def test_no_size_goes_under_its_least(name: str, least: int) -> None:
    """Five answers, and eight where single questions are told apart: on both sides of the line."""
    assert getattr(parse_policy(with_size(name, least)), name) == least
    for wrong in (least - 1, f"{least}", float(least)):
        with pytest.raises(ValueError, match=rf"{name} must be a whole number, at least {least}$"):
            parse_policy(with_size(name, wrong))


def test_units_are_no_answers_and_have_no_least() -> None:
    assert parse_policy(with_size("above_units", 1)).above_units == 1


def test_the_floor_is_seven_hundredths_of_the_points_or_higher() -> None:
    assert parse_policy(TABLE).least_sd == 0.07
    assert parse_policy({**TABLE, "least_sd": 0.07}).least_sd == 0.07
    assert parse_policy({**TABLE, "least_sd": 0.999}).least_sd == 0.999
    for wrong in (0.0699, 1.0, 1, "0.07", 0.0):
        with pytest.raises(ValueError, match="least_sd must be a share"):
            parse_policy({**TABLE, "least_sd": wrong})


def test_a_table_from_before_the_floor_gets_the_least_there_is() -> None:
    made = parse_policy(TABLE)
    assert (made.least_sd, made.spread_between) == (0.07, 8)
    assert parse_policy(with_size("spread_between", 11)).spread_between == 11


def test_without_control_a_mean_is_told_of_one_and_a_spread_from_five() -> None:
    assert asdict(WITHOUT_CONTROL) == {
        "version": "off", "participation_invited": 1, "nearly_all": 0.8, "mean": 1, "spread_of_many": 5,
        "spread_of_one": 5, "distribution": 5, "open_answers": 1, "sensitive": 1, "above_units": 1, "above_answers": 1,
        "least_sd": 0.0, "spread_between": 1,
    }  # fmt: skip


def test_a_policy_says_which_key_is_wrong() -> None:
    table = deepcopy(TABLE)
    table["shown_from"]["mode"] = table["shown_from"].pop("mean")
    with pytest.raises(ValueError, match="mean, mode"):
        parse_policy(table)
    for wrong in ("off", 2026):
        with pytest.raises(ValueError, match="version must be a text other than 'off'"):
            parse_policy({**TABLE, "version": wrong})
    for key in ("version", "nearly_all"):
        with pytest.raises(ValueError, match=f"missing or unknown {key}$"):
            parse_policy({name: value for name, value in TABLE.items() if name != key})


def test_k_may_be_raised_and_lifts_every_size_under_it() -> None:
    raised = load_policy().raised_to(10)
    assert asdict(raised) == {
        **asdict(load_policy()), "participation_invited": 10, "mean": 10, "spread_of_many": 10, "spread_of_one": 10,
        "distribution": 10, "open_answers": 10, "sensitive": 20, "above_answers": 10, "spread_between": 10,
    }  # fmt: skip
    assert raised.above_units == 3
    assert load_policy().raised_to(5) == load_policy()
    assert load_policy().raised_to(6).mean == 6
    assert raised.raised_to(10) == raised
    for policy, k in ((load_policy(), 4), (raised, 9)):
        with pytest.raises(ValueError, match=f"never lowered: {k} is under {policy.mean}"):
            policy.raised_to(k)


@pytest.mark.parametrize("version", ["2025-9", "../secret", ""])
def test_an_unknown_version_is_said(version: str) -> None:
    with pytest.raises(LookupError):
        load_policy(version)
