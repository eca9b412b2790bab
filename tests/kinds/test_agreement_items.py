"""Statements: numbers in a scale, means by statement, by what they measure, and by side."""

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.kinds.base.items import Item, ScaledItem
from kulturspejl.core.kinds.base.paper import Numbers, Ticks
from kulturspejl.core.text import Text
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import ENDS, good, keys, named, shape, text, words
from tests.kinds.robots import filled
from tests.kinds.showing import LET, shown

SCALED = {"scale": named("s"), "item": named("a", scale="s")}
SIDED = {**SCALED, "side": named("us", "them")}
ROW = {"item": named("a"), **ENDS}
FOR_PICTURES = {"elements": SCALED, "spread": SCALED, "sides": SIDED}


def test_it_is_read():
    made = shape("agreement_items")
    assert (made.least, made.most, made.low, made.high, made.skip) == (1, 5, text("low"), text("high"), None)
    made = shape("agreement_items", least=0, most=100, skip=words("skip"), **SCALED)
    assert (made.least, made.most, made.skip, made.scales) == (0, 100, text("skip"), (Item("s", text("s")),))
    assert made.items == (ScaledItem("a", text("a"), scale="s"),)


def test_a_scale_begins_at_ten_at_the_most():
    assert shape("agreement_items", least=10, most=11).least == 10
    assert keys("agreement_items", least=11, most=12) == {"least"}


def test_scales_and_statements_belong_to_each_other():
    assert keys("agreement_items", scale=named("s"), item=named("a")) == {"scale"}
    assert keys("agreement_items", scale=named("s", "t"), item=named("a", scale="s")) == {"scale"}
    assert keys("agreement_items", item=named("a", scale="s")) == {"scale"}
    assert keys("agreement_items", scale=named("s", "s"), item=named("a", scale="s")) == {"scale"}
    assert keys("agreement_items", visibility="V3", picture="elements", scale=None, item=named("a")) == {"picture"}


@pytest.mark.parametrize("ids", [["us"], ["us", "them", "others"]])
def test_there_are_two_sides_or_none(ids):
    assert keys("agreement_items", "sides", visibility="V3", side=named(*ids)) == {"side"}
    assert keys("agreement_items", "elements", visibility="V3", side=named("us", "them")) == {"side"}
    assert keys("agreement_items", "sides", visibility="V3", side=None) == {"side"}


def test_whoever_answers_for_a_side_says_which():
    sided = good("agreement_items", "sides", visibility="V3")
    assert sided.check({"a": 3, "side": "us"}) == {"a": 3, "side": "us"}
    for values in ({"a": 3}, {"a": 3, "side": "others"}):
        with pytest.raises(Faulty) as caught:
            sided.check(values)
        assert list(caught.value.fields) == ["side"]
    assert {one["side"] for one in filled(sided, 40)} == {"us", "them"}


def test_robots_give_every_number_and_mostly_the_upper_half():
    numbers = [one["a"] for one in filled(good("agreement_items", visibility="V2"))]
    assert set(numbers) == {1, 2, 3, 4, 5}
    assert sum(number >= 3 for number in numbers) / 400 == pytest.approx(0.8 + 0.2 * 3 / 5, abs=0.05)


def test_the_ends_of_a_scale_are_said_in_its_sentence():
    made = shown(good("agreement_items", "scales", visibility="V3"), [{"a": 4}] * 5)
    assert made.sentence.da == "5 har svaret. Tallene er gennemsnit fra 1 (da low) til 5 (da high)."
    assert made.sentence.en == "5 have answered. The numbers are means from 1 (en low) to 5 (en high)."
    assert made.rows == ((text("a"), Text("4,0 af 5", "4.0 of 5"), 0.75),)


def test_half_of_a_scale_is_enough_to_count_on_it_and_less_is_not():
    made = shape("agreement_items", scale=named("s"), item=named("a", "b", "c", "d", scale="s"))
    answers = [{"a": 2, "b": 4}, {"a": 5}, {"a": 1, "b": None, "c": 2}, {"a": 1, "b": 1, "c": 1, "d": 5}, {}]
    assert made.on_scale("s", answers) == [3, 1.5, 2]


def test_the_lowest_statement_is_named_among_those_with_enough_answers():
    made = shape("agreement_items", item=named("a", "b", "c"))
    five = {"a": 3, "b": 4}
    assert [one.id for one in made.lowest([five] * 5, LET)] == ["a"]
    assert [one.id for one in made.lowest([five] * 4 + [five | {"c": 1}], LET)] == ["a"]
    assert made.lowest([five] * 4, LET) == made.lowest([{"a": 3, "b": 3}] * 5, LET) == []


def test_people_of_different_units_stand_in_stretches_and_have_no_mean():
    spread = good("agreement_items", "spread", visibility="V3")
    made = shown(spread, [{"a": number} for number in (1, 2, 2, 4, 4, 4, 5, 5, 5)])
    assert made.stacks == {"s": ((1, 2, 3), (3, 4, 3), (5, 5, 3))}
    assert [(label.da, value.da) for label, value, _share in made.rows] == [
        ("1–2", "3 af 9"), ("3–4", "3 af 9"), ("5", "3 af 9"),
    ]  # fmt: skip
    assert "9 har svaret." in made.sentence.da
    assert shown(spread, [{"a": 3}] * 7).hidden is not None


def test_whoever_lies_between_two_numbers_stands_at_the_higher():
    spread = good("agreement_items", "spread", visibility="V3", scale=named("s"), item=named("a", "b", scale="s"))
    assert shown(spread, [{"a": 2, "b": 3}] * 8).stacks == {"s": ((1, 5, 8),)}
    assert shown(spread, [{"a": 2, "b": 3}] * 5 + [{"a": 2, "b": 2}] * 3).stacks == {"s": ((1, 2, 3), (3, 5, 5))}


def test_on_paper_the_side_is_ticked_first_and_long_rows_stand_under_their_statement():
    sided = good("agreement_items", "sides", visibility="V3")
    (ticks, numbers) = on_paper(sided)
    assert ticks == Ticks("Vælg, hvilken side du svarer for.", (("da us", ""), ("da them", "")))
    assert numbers == Numbers(("da a",), 1, 5, "da low", "da high")
    (wide,) = on_paper(good("agreement_items", most=8))
    assert wide.is_wide
