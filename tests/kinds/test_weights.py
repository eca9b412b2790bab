"""Demands and resources: a weight for each card, one team's largest gap, and how many stand where."""

import pytest

from kulturspejl.core.kinds.base.items import Item
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import ENDS, good, keys, named, shape, text, words
from tests.kinds.robots import filled
from tests.kinds.showing import rows, shown

COLUMNS = named("demands", "resources")
CARDS = [*named("pace", "change", scale="demands"), *named("help", "trust", scale="resources")]
ROW = {"scale": COLUMNS, "item": CARDS, **ENDS}


def test_it_is_read():
    made = shape("weights")
    assert (made.least, made.most, made.low, made.high) == (1, 5, text("low"), text("high"))
    assert [item.id for item in made.of_scale("resources")] == ["help", "trust"]
    assert made.scales == (Item("demands", text("demands")), Item("resources", text("resources")))


@pytest.mark.parametrize("ids", [["demands"], ["demands", "resources", "others"]])
def test_there_are_two_columns_and_each_has_cards(ids):
    cards = [card for id in ids for card in named(f"of_{id}", scale=id)]
    assert keys("weights", scale=named(*ids), item=cards) == {"scale"}
    assert keys("weights", item=named("pace", scale="demands")) == {"scale"}


def test_one_team_is_told_of_its_means_and_of_the_largest_gap():
    balance = good("weights", "balance", visibility="V3")
    answers = [{"pace": 5, "change": 4, "help": 3, "trust": 1}] * 4 + [{"pace": 4, "change": 4, "help": 3, "trust": 2}]
    assert rows(balance, answers) == [
        ("da demands: mest »da pace«", ""), ("da pace", "4,8 af 5"), ("da change", "4,0 af 5"),
        ("da resources: mindst »da trust«", ""), ("da help", "3,0 af 5"), ("da trust", "1,2 af 5"),
    ]  # fmt: skip
    assert shown(balance, answers).told.da == "5 har svaret."
    assert shown(balance, answers[:4]).hidden is not None


def test_cards_that_weigh_as_much_are_all_named_and_what_has_too_few_is_in_no_gap():
    balance = good("weights", "balance", visibility="V3")
    named = [label for label, value in rows(balance, [{"pace": 4, "change": 4, "help": 2}] * 5) if not value]
    assert named == ["da demands: mest »da pace«, »da change«", "da resources: mindst »da help«"]
    assert dict(rows(balance, [{"pace": 4, "help": 2}] * 5))["da trust"] == "for få svar"
    assert rows(balance, [{"pace": 4, "change": 3}] * 5)[0] == ("da demands", ""), "a gap has two sides"


def test_people_of_different_units_are_counted_and_have_no_mean():
    weighed = good("weights", "weighed", visibility="V3")
    answers = [{"pace": number, "help": 6 - number} for number in (1, 2, 2, 4, 4, 4, 5, 5, 5)]
    made = shown(weighed, answers)
    assert made.stacks["pace"] == ((1, 2, 3), (3, 4, 3), (5, 5, 3))
    assert dict(rows(weighed, answers))["da pace"] == "1–2: 3, 3–4: 3, 5: 3 af 9"
    assert dict(rows(weighed, answers))["da trust"] == "for få svar"
    assert not any("," in value.da and "af 5" in value.da for _label, value, _share in made.rows)
    assert shown(weighed, answers[:7]).hidden is not None


def test_robots_weigh_demands_more_than_resources():
    found = filled(good("weights", visibility="V2"))
    means = [sum(one.get(id, 3) for one in found) / len(found) for id in ("pace", "help")]
    assert means[0] > 3.5 > 3 > means[1]


def test_on_paper_each_column_has_its_heading_and_its_numbers():
    card = [*named("pace", scale="demands", says=words("s")), *named("help", scale="resources")]
    head, numbers, _second, last = on_paper(good("weights", item=card))
    assert (head.rows[0][1], numbers.statements, last.statements) == ("da demands", ("da pace: da s",), ("da help",))
    assert (numbers.low, numbers.high) == ("da low", "da high")
