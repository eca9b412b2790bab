from copy import deepcopy
from dataclasses import replace
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


@pytest.mark.parametrize("share", [0.069, 0, 7, "0.07", 1.0])
def test_no_floor_goes_under_seven_hundredths(share: object) -> None:
    with pytest.raises(ValueError, match="least_sd"):
        parse_policy({**TABLE, "least_sd": share})
    assert parse_policy({**TABLE, "least_sd": 0.1}).least_sd == 0.1


@pytest.mark.parametrize("name", ["spread_of_one", "distribution", "spread_between"])
def test_what_tells_most_of_single_people_is_told_from_eight(name: str) -> None:
    table = deepcopy(TABLE)
    table["shown_from"][name] = 7
    with pytest.raises(ValueError, match=f"{name} must be a whole number, at least 8"):
        parse_policy(table)


@pytest.mark.parametrize("name", ["mean", "spread_of_many", "participation_invited", "distribution"])
def test_no_size_goes_under_five(name: str) -> None:
    table = deepcopy(TABLE)
    table["shown_from"][name] = 4
    with pytest.raises(ValueError, match=name):
        parse_policy(table)


def test_a_policy_says_which_key_is_wrong() -> None:
    table = deepcopy(TABLE)
    table["shown_from"]["mode"] = table["shown_from"].pop("mean")
    with pytest.raises(ValueError, match="mean, mode"):
        parse_policy(table)
    with pytest.raises(ValueError, match="off"):
        parse_policy({**TABLE, "version": "off"})


def test_k_may_be_raised_and_lifts_every_size_under_it() -> None:
    raised = load_policy().raised_to(10)
    assert (raised.mean, raised.spread_of_many, raised.spread_of_one, raised.sensitive) == (10, 10, 10, 20)
    assert (raised.spread_between, raised.least_sd) == (10, 0.07)
    with pytest.raises(ValueError, match="never lowered"):
        load_policy().raised_to(4)


@pytest.mark.parametrize("version", ["2025-9", "../secret", ""])
def test_an_unknown_version_is_said(version: str) -> None:
    with pytest.raises(LookupError):
        load_policy(version)
