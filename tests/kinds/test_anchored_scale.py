"""A line with texts: one number for each thing asked; one team's mean, or how many stand where."""

import pytest

from kulturspejl.core.kinds.anchored_scale import Anchor, on_line
from kulturspejl.core.kinds.base.paper import Line, Numbers, Texts
from kulturspejl.core.kinds.base.picture import Place
from kulturspejl.core.text import Text
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import good, keys, named, shape, text, words
from tests.kinds.robots import filled
from tests.kinds.showing import rows, shown

ANCHOR = {"label": words("one"), "says": words("first")}
ROW = {"item": named("a"), "anchor": [{"value": 1, **ANCHOR}]}


def test_it_is_read():
    made = shape("anchored_scale")
    assert (made.least, made.most, made.anchors) == (1, 10, (Anchor(1, text("one"), text("first")),))


@pytest.mark.parametrize("value", [0, 100])
def test_a_text_on_a_line_stands_at_a_number_from_nought_to_a_hundred(value):
    assert shape("anchored_scale", least=0, most=100, anchor=[{"value": value, **ANCHOR}]).anchors[0].value == value
    for wrong in (-1, 101):
        assert f"anchor.{wrong}.value" in keys("anchored_scale", least=0, most=100, anchor=[{"value": wrong, **ANCHOR}])


@pytest.mark.parametrize(
    ("values", "is_well"),
    [([1], True), ([1, 2, 10], True), ([2, 1], False), ([1, 1], False), ([0], False), ([10], True), ([11], False)],
)
def test_texts_stand_on_the_line_in_order(values, is_well):
    anchors = [{"value": value, **ANCHOR} for value in values]
    assert keys("anchored_scale", anchor=anchors) == (set() if is_well else {"anchor"})


def test_robots_have_a_now_and_a_goal_above_it():
    answers = filled(good("anchored_scale", visibility="V2", item=named("a", "b")))
    assert {number for one in answers for number in one.values()} <= set(range(1, 11))
    assert sum(one["a"] for one in answers) / 400 == pytest.approx(5.5, abs=0.3)
    assert sum(one["b"] for one in answers) / 400 == pytest.approx(7.4, abs=0.3)


@pytest.mark.parametrize(
    ("place", "danish", "english"),
    [
        (Place(4.5, 4, 7.25), "4,5 af 10. Halvdelen: 4 til 7,3", "4.5 of 10. Half of you: 4 to 7.3"),
        (Place(4, 3.5, 4), "4,0 af 10. Halvdelen: 3,5 til 4", "4.0 of 10. Half of you: 3.5 to 4"),
        (Place(4.06), "4,1 af 10", "4.1 of 10"),
        (Place(4, None, 3), "4,0 af 10", "4.0 of 10"),
        (Place(4, 3, None), "4,0 af 10", "4.0 of 10"),
    ],
)
def test_a_place_on_a_line_is_said_of_its_most(place, danish, english):
    assert on_line(10, place) == Text(danish, english)


def test_numbers_of_one_question_have_no_heading_and_of_two_have():
    two = good("anchored_scale", "numbers", visibility="V3", item=named("a", "b"))
    made = shown(two, [{"a": 2, "b": 5}] * 7 + [{"a": 2}])
    assert [(label.da, value.da) for label, value, _share in made.rows] == [
        ("da a", ""), ("1–10", "8 af 8"), ("da b", ""), ("", "for få svar"),
    ]  # fmt: skip
    assert made.sentence.da == "8 har svaret. da a 1–10: 8 af 8. da b for få svar."
    one = good("anchored_scale", "numbers", visibility="V3")
    assert rows(one, [{"a": 1}] * 4 + [{"a": 2}] * 4) == [("1", "4 af 8"), ("2–10", "4 af 8")]


def test_on_paper_it_is_a_line_and_one_too_long_for_a_sheet_is_numbers_in_rows():
    assert on_paper(good("anchored_scale")) == [Line(("da a",), 1, 10, ((1, "da one", "da first"),))]
    texts, numbers = on_paper(good("anchored_scale", most=13))
    assert texts == Texts((("1", "da one", "da first"),))
    assert numbers == Numbers(("da a",), 1, 13, "", "", is_wide=True)
