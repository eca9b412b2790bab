"""In a sealed list every answer to a part has the same length, and the longest that is taken fits into it."""

import random

import pytest

from kulturspejl import library
from kulturspejl.core.choreography.robots import fill_in
from kulturspejl.core.content.contribution_size import packed, unpacked, width_of
from kulturspejl.core.content.contributions import CHOICE, SIDE, check_contribution
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.library.crew import crew_in
from tests.every import every

NUMBERS = (Kind.AGREEMENT_ITEMS, Kind.PAIRS, Kind.ANCHORED_SCALE, Kind.FIELD)
PARTS = {
    f"{exercise.id}-{part.id}": (part,)
    for exercise in library.load(()).exercises.values()
    for step in exercise.steps
    for part in step.parts
    if part.visibility is not Visibility.PRIVATE
}
SIGNS = ("\N{SLIGHTLY SMILING FACE}", '"', "\\", "æ", "a", "\N{MUSICAL SYMBOL G CLEF}")


def fillings(part):
    """Short and as long as may be."""
    if part.kind is Kind.CHOICE:
        return [{CHOICE: item.id} for item in part.items]
    if part.kind in NUMBERS:
        side = {SIDE: max((one.id for one in part.sides), key=len)} if part.sides else {}
        few = part.axes or part.items[:1]
        full = [{item.id: number for item in part.statements} for number in (part.least, part.most)]
        return [side | values for values in (*full, {item.id: part.least for item in few})]
    if part.kind is Kind.ALLOCATION:
        return [fill_in(part, crew_in("da"), random.Random(seed)) for seed in range(5)]
    long = [{item.id: sign * part.longest for item in part.items} for sign in SIGNS]
    return [*long, {part.items[0].id: "a"}]


@every(PARTS)
def test_short_and_long_take_the_same_room_and_come_out_as_they_were(part):
    kept = [check_contribution(part, values) for values in fillings(part)]
    records = [packed(part, values) for values in kept]
    assert {len(record) for record in records} == {width_of(part)}
    assert [unpacked(record) for record in records] == kept


@every(PARTS)
def test_what_is_longer_than_may_be_is_never_cut_off(part):
    with pytest.raises(ValueError, match=part.id):
        packed(part, {"x": "a" * width_of(part)})
