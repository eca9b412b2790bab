"""A point in a field of four: two numbers, or none; how many stand in which."""

from dataclasses import replace

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.kinds.base.paper import Square, Texts
from kulturspejl.core.kinds.field import Axis
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import ENDS, good, keys, named, shape, text, words
from tests.kinds.showing import rows

ITEMS = [named(f"{x}_{y}")[0] | {"x": x, "y": y} for x in ("low", "high") for y in ("low", "high")]
ROW = {"x": {"label": words("x"), **ENDS}, "y": {"label": words("y"), **ENDS}, "item": ITEMS}


def test_it_is_read():
    made = shape("field")
    assert (made.least, made.most) == (1, 6)
    assert made.axes == tuple(Axis(id, text(id), low=text("low"), high=text("high")) for id in ("x", "y"))
    assert [item.corner for item in made.items] == [("low", "low"), ("low", "high"), ("high", "low"), ("high", "high")]
    assert [item.corner for item in made.corners] == [
        ("low", "high"),
        ("high", "high"),
        ("low", "low"),
        ("high", "low"),
    ]
    assert made.statements == made.axes


def test_it_has_a_corner_for_each_of_its_four():
    assert keys("field", item=ITEMS[:3]) == {"item"}
    assert keys("field", item=[*ITEMS[:3], ITEMS[0] | {"id": "other"}]) == {"item"}
    assert keys("field", x={**ROW["x"], "colour": "red"}) == {"x.colour"}


def test_a_point_has_both_its_numbers_or_stands_nowhere():
    part = good("field", visibility="V2")
    assert part.check({"x": 1, "y": 6}) == {"x": 1, "y": 6}
    for values, at_fault in (({"x": 1}, ["y"]), ({"x": 7, "y": 1}, ["x"]), ({"low_low": 1}, ["low_low"])):
        with pytest.raises(Faulty) as caught:
            part.check(values)
        assert list(caught.value.fields) == at_fault


def test_a_field_is_high_above_the_middle_alone():
    square = shape("field")
    assert square.field_of({"x": 3, "y": 4}).id == "low_high"
    assert square.field_of({"x": 4, "y": 3}).id == "high_low"
    assert replace(square, most=5).field_of({"x": 3, "y": 3}).id == "low_low"
    with pytest.raises(LookupError, match="no field at"):
        replace(square, items=square.items[:3]).field_of({"x": 6, "y": 6})


def test_a_field_with_one_or_two_goes_together_with_others():
    class_of = [{"x": 6, "y": 6}] * 5 + [{"x": 1, "y": 6}] * 4 + [{"x": 1, "y": 1}]
    part = good("field", "fields", visibility="V3")
    assert rows(part, class_of) == [("da high_high", "5 af 10"), ("Andre svar", "5 af 10")]


def test_on_paper_the_four_stand_where_they_lie_and_what_they_mean_under_them():
    square, texts = on_paper(good("field"))
    corners = ("da low_high", "da high_high", "da low_low", "da high_low")
    assert square == Square(corners, ("da x", "da low", "da high"), ("da y", "da low", "da high"))
    assert texts == Texts(())
    said = [item | {"says": words("means")} for item in ITEMS]
    assert len(on_paper(good("field", item=said))[1].rows) == 4
