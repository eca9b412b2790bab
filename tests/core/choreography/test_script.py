"""What a room goes through, as it is stored."""

import pytest

from kulturspejl.core.choreography import Station
from kulturspejl.core.choreography.script import script_from_json, script_to_json
from kulturspejl.core.content.gathering import DIVIDED, Gathering

WALK = Station("2.0.0", 2, "talk", "walk", Gathering.GROUPS, 35, 4, ("word",), (10, 25), ("owner", "team"), True,
               1, "mindset", 2, 37)  # fmt: skip
STORED = {
    "key": "2.0.0", "slot": 2, "exercise": "talk", "step": "walk", "gathering": "groups", "minutes": 35, "size": 4,
    "reveals": ("word",), "stages": (10, 25), "roles": ("owner", "team"), "is_break": True,
    "nth": 1, "model": "mindset", "changeover": 2, "together": 37,
}  # fmt: skip


def test_it_is_stored_like_this_and_read_back_the_same() -> None:
    assert script_to_json([WALK]) == [STORED]
    assert script_from_json([STORED | {"reveals": ["word"], "stages": [10, 25], "roles": ["owner", "team"]}]) == (WALK,)


def test_what_a_station_does_not_have_is_nothing() -> None:
    plain = Station("0", 0, "", "", Gathering.ALONE, 5)
    assert (plain.size, plain.reveals, plain.stages, plain.roles, plain.is_break) == (0, (), (), (), False)


def test_a_station_from_before_0_5_has_no_place_in_its_item_and_lasts_as_long_as_it_did() -> None:
    older = {name: value for name, value in STORED.items() if name not in ("nth", "model", "changeover", "together")}
    (one,) = script_from_json([older])
    assert (one.nth, one.model, one.lasts, one.is_item) == (-1, "", 35, False)


def test_what_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="crowd"):
        script_from_json([STORED | {"gathering": "crowd"}])
    with pytest.raises(KeyError):
        script_from_json([{name: value for name, value in STORED.items() if name != "stages"}])


def test_people_are_divided_into_pairs_and_groups() -> None:
    assert DIVIDED == (Gathering.PAIRS, Gathering.GROUPS, Gathering.TRIO)
