"""Bars on the wall, of any kind of part: what was asked about and has no row of its own says so."""

from types import SimpleNamespace
from typing import Any

import pytest

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text
from kulturspejl.drawing.room import Canvas
from kulturspejl.readers.rooms.sides.pictures import Shown, drawn
from tests.kinds.some import some

ITEMS = tuple(Item(id, Text(f"Dansk {id}", f"English {id}")) for id in "abc")
FEW = "for få til at vise"


def wall(kind: str, *labels: Text, **shape: Any) -> str:
    part = some(kind, items=ITEMS, **shape)
    made = PartPicture(rows=tuple((label, Text("4 af 8", "4 of 8"), 0.5) for label in labels))
    scene: Any = SimpleNamespace(say=lambda text: text.da if text else "", language="da")
    return "".join(drawn(Shown(scene, "s/p", part, made, None), Canvas(1200, 600)))


@pytest.mark.parametrize(("kind", "shape"), [("choice", {}), ("board", {}), ("anchored_scale", {"most": 6})])
def test_what_went_together_with_others_is_named_whatever_the_kind(kind, shape):
    svg = wall(kind, ITEMS[0].label, Text("Andre svar", "Other answers"), **shape)
    assert svg.count(FEW) == 2
    assert all(item.label.da in svg for item in ITEMS)


def test_rows_that_are_not_called_by_items_have_nothing_beside_them():
    assert FEW not in wall("agreement_items", Text("Skala", "Scale"), least=1, most=5)
    assert FEW not in wall("choice", *(item.label for item in ITEMS))
