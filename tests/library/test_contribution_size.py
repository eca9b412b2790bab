"""In a sealed list every answer to a part has the same length, and the longest that is taken fits into it."""

import random
from importlib import import_module

import pytest

from kulturspejl import library
from kulturspejl.core import kinds
from kulturspejl.core.kinds.agreement_items import SIDE
from kulturspejl.core.kinds.base.notes import Notes
from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.base.packing import packed, unpacked, width_of
from kulturspejl.core.kinds.choice import CHOICE, Choice
from kulturspejl.core.kinds.field import Field
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.library.crew import crew_in
from tests.every import every
from tests.kinds.reading import good

PARTS = {
    f"{exercise.id}-{part.id}": (part,)
    for exercise in library.load(()).exercises.values()
    for step in exercise.steps
    for part in step.parts
    if part.visibility is not Visibility.PRIVATE
} | {
    kind: (good(kind, *(picture.name for picture in of.pictures[:1]), visibility=of.levels[-1]),)
    for kind, of in kinds.KINDS.items()
    if of.levels != (Visibility.PRIVATE,)
}
"""All that comes along, and each kind that is handed in as small as may be, also one that no exercise has yet."""
SIGNS = ("\N{SLIGHTLY SMILING FACE}", '"', "\\", "æ", "a", "\N{MUSICAL SYMBOL G CLEF}")


def fillings(shape):
    """Short and as long as may be: by the kind's own test where it says, else what can be made of it here."""
    if own := getattr(import_module(f"tests.kinds.test_{shape.kind}"), "fillings", None):
        return own(shape)
    if isinstance(shape, Choice):
        return [{CHOICE: item.id} for item in shape.items]
    if isinstance(shape, Numbered):
        sides = getattr(shape, "sides", ())
        side = {SIDE: max((one.id for one in sides), key=len)} if sides else {}
        few = shape.axes if isinstance(shape, Field) else shape.items[:1]
        full = [{item.id: number for item in shape.statements} for number in (shape.least, shape.most)]
        return [side | values for values in (*full, {item.id: shape.least for item in few})]
    if not isinstance(shape, Notes):
        return [shape.robot(crew_in("da").lines, random.Random(seed)) for seed in range(5)]
    long = [{item.id: sign * shape.longest for item in shape.items} for sign in SIGNS]
    return [*long, {shape.items[0].id: "a"}]


@every(PARTS)
def test_short_and_long_take_the_same_room_and_come_out_as_they_were(part):
    kept = [part.check(values) for values in fillings(part.shape)]
    records = [packed(part, values) for values in kept]
    assert {len(record) for record in records} == {width_of(part)}
    assert [unpacked(record) for record in records] == kept


@every(PARTS)
def test_what_is_longer_than_may_be_is_never_cut_off(part):
    with pytest.raises(ValueError, match=part.id):
        packed(part, {"x": "a" * width_of(part)})
