"""One unit's part of a release: its own picture in full, the names of its rest, and nothing else of any other unit."""

import json

import numpy as np
import pytest

from kulturspejl.core.disclosure.parts import parts
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Codes, Released
from kulturspejl.library.policies import load_policy
from kulturspejl.values.the_library import the_library

PEOPLE = {"top": 6, "north": 9, "south": 8, "tiny": 3}


@pytest.fixture(scope="module")
def released() -> Released:
    rng = np.random.default_rng(3)
    instrument = the_library().instruments["culture_profile"]
    answers = {
        unit: np.hstack(
            [rng.multinomial(10, [0.25] * 4, size=people) for _ in range(6)]
            + [rng.multinomial(60, [0.25] * 4, size=people)]
        )
        for unit, people in PEOPLE.items()
    }
    places = [
        Place(unit, unit.title(), None if unit == "top" else "top", people, Codes(people, people))
        for unit, people in PEOPLE.items()
    ]
    return make_release(
        places=places, answers=answers, content=instrument.ref(), total=10, preferred_form="drawn",
        policy=load_policy(), reading=instrument.reading_lines(),
    )  # fmt: skip


def test_a_part_has_the_units_own_picture_as_the_release_has_it(released):
    for part in parts(released.to_json()):
        read = Released.from_json(json.loads(json.dumps(part.released)))
        picture = released.units[part.unit]
        assert read.units[part.unit] == picture
        assert (part.hidden, part.n) == (picture.hidden, picture.n)
        assert (read.content, read.total, read.k, read.recipe) == (
            released.content, released.total, released.k, released.recipe,
        )  # fmt: skip
        assert read.rollup == {unit: one for unit, one in released.rollup.items() if unit == part.unit}


def test_a_part_tells_of_no_other_unit_but_those_in_its_own_rest(released):
    for part in parts(released.to_json()):
        rest = released.units[part.unit].remainder
        own = {part.unit, *(rest.units if rest else ()), str(released.units[part.unit].parent)}
        told = json.dumps(part.released)
        assert [other for other in PEOPLE if other not in own and f'"{other}"' in told] == []


def test_the_part_of_the_top_names_those_in_its_rest(released):
    top = next(part for part in parts(released.to_json()) if part.unit == "top")
    assert {picture["unit"] for picture in top.released["units"]} == {"top", "tiny"}
    assert Released.from_json(top.released).units["tiny"].hidden == "few"
