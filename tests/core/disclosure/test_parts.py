"""One unit's part of a release: its own picture, the names beside it, and nothing of anybody else."""

import json
from typing import Any

import pytest

from kulturspejl.core.disclosure.parts import parts
from kulturspejl.core.disclosure.released import Released
from tests.core.disclosure.people import release

TREE = {"top": None, "a": "top", "b": "top", "c": "top"}
MADE = release({"top": 6, "a": 9, "b": 8, "c": 3}, parent=TREE)
PARTS = {part.unit: part for part in parts(MADE.to_json())}


def test_there_is_a_part_for_each_unit_in_order() -> None:
    assert list(PARTS) == ["top", "a", "b", "c"]
    assert {unit: (part.hidden, part.n) for unit, part in PARTS.items()} == {
        unit: (picture.hidden, picture.n) for unit, picture in MADE.units.items()
    }


@pytest.mark.parametrize("unit", PARTS)
def test_a_part_is_read_as_a_release_and_holds_the_own_picture_whole(unit: str) -> None:
    read = Released.from_json(json.loads(json.dumps(PARTS[unit].released)))
    assert read.units[unit] == MADE.units[unit]
    for name in ("k", "policy_version", "content", "recipe", "total", "schema"):
        assert getattr(read, name) == getattr(MADE, name)


def test_beside_it_stand_the_units_of_its_rest_and_no_others() -> None:
    rest = MADE.units["top"].remainder
    beside = set(rest.units) if rest else set()
    assert {one["unit"] for one in PARTS["top"].released["units"]} == {"top"} | beside
    for unit in "abc":
        assert [one["unit"] for one in PARTS[unit].released["units"]] == [unit]


def test_whatever_is_told_by_unit_is_cut() -> None:
    for unit in "abc":
        part = PARTS[unit].released
        proof = part["plan"]["certificate"]
        for table in (proof["sizes"], proof["parent"], proof["remainders"], part["rollup"], part["plan"]["hidden"]):
            assert set(table) <= {unit}
        for names in (part["plan"]["published"], part["openings"]["above"], part["openings"]["team"]):
            assert set(names) <= {unit}
        assert "numbers" not in json.dumps({name: value for name, value in part.items() if name != "units"})


def test_lists_and_tables_that_name_no_units_stay_as_they_are() -> None:
    whole: dict[str, Any] = {
        "mixed": {"a": 1, "x": 2}, "names": ["a", "x"], "empty": {}, "none": [], "deep": [{"a": 3}],
        "by": {"a": {"x": 1}}, "list": ["a"],
    }  # fmt: skip
    units = [{"unit": id, "hidden": None, "n": 5, "remainder": None} for id in "ab"]
    first, second = parts({**whole, "units": units})
    assert first.released == {**whole, "units": units[:1]}
    assert second.released == {**whole, "by": {}, "list": [], "units": units[1:]}


@pytest.mark.parametrize("unit", PARTS)
def test_a_part_tells_of_no_other_unit_but_those_in_its_own_rest(unit: str) -> None:
    picture = MADE.units[unit]
    own = {unit, *(picture.remainder.units if picture.remainder else ()), str(picture.parent)}
    told = json.dumps(PARTS[unit].released)
    assert [other for other in TREE if other not in own and f'"{other}"' in told] == []
    assert Released.from_json(PARTS[unit].released).rollup == {
        one: rolled for one, rolled in MADE.rollup.items() if one == unit
    }
