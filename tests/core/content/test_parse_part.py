"""A part from its table: what it is where the file says nothing, how far each number goes, and what does not fit."""

from typing import Any

import pytest

from kulturspejl.core import kinds
from kulturspejl.core.content.parse_part import parse_part
from kulturspejl.core.kinds.anchored_scale import Anchor
from kulturspejl.core.kinds.base.items import Item, ScaledItem
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.kinds.field import Axis
from kulturspejl.core.kinds.pairs import Pair
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import Fault
from kulturspejl.core.toml.table import Table


def words(of: str) -> dict[str, str]:
    return {"da": f"da {of}", "en": f"en {of}"}


def text(of: str) -> Text:
    return Text(**words(of))


def named(*ids: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": id, "label": words(id), **more} for id in ids]


ENDS = {"low": words("low"), "high": words("high")}
HEADS: dict[str, dict[str, Any]] = {
    "board": {"item": named("a")},
    "agreement_items": {"item": named("a"), **ENDS},
    "pairs": {"item": [{"id": "a", **ENDS}]},
    "anchored_scale": {"item": named("a"), "anchor": [{"value": 1, "label": words("one"), "says": words("first")}]},
    "choice": {"item": named("a", "b")},
    "allocation": {"instrument": "culture_profile", "asks": "both"},
    "sheet": {"item": named("a", scale="s"), "scale": named("s"), "visibility": "V1", "role": "owner"},
    "field": {
        "x": {"label": words("x"), **ENDS}, "y": {"label": words("y"), **ENDS},
        "item": [named(f"{x}_{y}")[0] | {"x": x, "y": y} for x in ("low", "high") for y in ("low", "high")],
    },
}  # fmt: skip


def parsed(kind: str, **more: Any) -> tuple[Part, list[Fault]]:
    values = {"id": "p", "kind": kind, "label": words("p"), "visibility": "V0", **HEADS[kind], **more}
    faults: list[Fault] = []
    made = parse_part(Table({name: value for name, value in values.items() if value is not None}, "f", "part", faults))
    return made, faults


def good(kind: str, **more: Any) -> Part:
    made, faults = parsed(kind, **more)
    assert faults == []
    return made


def shape(kind: str, **more: Any) -> Any:
    return good(kind, **more).shape


def keys(kind: str, **more: Any) -> set[str]:
    return {fault.key.removeprefix("part.") for fault in parsed(kind, **more)[1]}


def test_a_board() -> None:
    assert good("board") == Part("p", text("p"), Visibility.PRIVATE, shape=Board(items=(Item("a", text("a")),)))
    assert shape("board").longest == 140
    made = shape("board", longest=300, calendar=words("c"), item=named("a", says=words("s")))
    assert (made.longest, made.calendar, made.items[0].says) == (300, text("c"), text("s"))


def test_statements() -> None:
    made = shape("agreement_items")
    assert (made.least, made.most, made.low, made.high, made.skip) == (1, 5, text("low"), text("high"), None)
    made = shape("agreement_items", least=0, most=100, skip=words("skip"), scale=named("s"), item=named("a", scale="s"))
    assert (made.least, made.most, made.skip, made.scales) == (0, 100, text("skip"), (Item("s", text("s")),))
    assert made.items == (ScaledItem("a", text("a"), scale="s"),)


def test_pairs() -> None:
    row = {"id": "a", **ENDS, "low_says": words("ls"), "high_says": words("hs")}
    made = shape("pairs", item=[row], skip=words("skip"))
    assert (made.least, made.most, made.skip) == (-3, 3, text("skip"))
    label = Text("da low – da high", "en low – en high")
    pair = Pair("a", label, low=text("low"), high=text("high"), low_says=text("ls"), high_says=text("hs"))
    assert made.items == (pair,)


def test_a_line() -> None:
    made = shape("anchored_scale")
    assert (made.least, made.most, made.anchors) == (1, 10, (Anchor(1, text("one"), text("first")),))


def test_a_field() -> None:
    made = shape("field")
    assert (made.least, made.most) == (1, 6)
    assert made.axes == tuple(Axis(id, text(id), low=text("low"), high=text("high")) for id in ("x", "y"))
    assert [item.corner for item in made.items] == [("low", "low"), ("low", "high"), ("high", "low"), ("high", "high")]
    assert made.statements == made.axes


def test_a_choice_an_allocation_and_a_sheet() -> None:
    assert shape("choice").between == ()
    assert shape("choice", between=["a", "b"]).between == ("a", "b")
    assert (shape("allocation").instrument, shape("allocation").asks) == ("culture_profile", "both")
    sheet = good("sheet")
    assert (sheet.shape.longest, sheet.role, sheet.shape.scales) == (500, "owner", (Item("s", text("s")),))


@pytest.mark.parametrize(
    ("kind", "name", "least", "most"),
    [
        ("board", "longest", 1, 2000), ("sheet", "longest", 1, 2000), ("agreement_items", "least", 0, 4),
        ("agreement_items", "most", 2, 100), ("anchored_scale", "most", 2, 100), ("anchored_scale", "least", 0, 1),
    ],
)  # fmt: skip
def test_each_number_goes_so_far(kind: str, name: str, least: int, most: int) -> None:
    for number in (least, most):
        assert getattr(shape(kind, **{name: number}), name) == number
    assert keys(kind, **{name: least - 1}) == {name if least < 2 else "most"}
    assert keys(kind, **{name: most + 1}) != set()


def test_a_scale_begins_at_ten_at_the_most() -> None:
    assert shape("agreement_items", least=10, most=11).least == 10
    assert keys("agreement_items", least=11, most=12) == {"least"}


@pytest.mark.parametrize("value", [0, 100])
def test_a_text_on_a_line_stands_at_a_number_from_nought_to_a_hundred(value: int) -> None:
    anchor = {"label": words("one"), "says": words("first")}
    assert shape("anchored_scale", least=0, most=100, anchor=[{"value": value, **anchor}]).anchors[0].value == value
    for wrong in (-1, 101):
        assert f"anchor.{wrong}.value" in keys("anchored_scale", least=0, most=100, anchor=[{"value": wrong, **anchor}])


@pytest.mark.parametrize(
    ("values", "is_well"),
    [([1], True), ([1, 2, 10], True), ([2, 1], False), ([1, 1], False), ([0], False), ([10], True), ([11], False)],
)
def test_texts_stand_on_the_line_in_order(values: list[int], is_well: bool) -> None:
    anchors = [{"value": value, "label": words("l"), "says": words("s")} for value in values]
    assert keys("anchored_scale", anchor=anchors) == (set() if is_well else {"anchor"})


@pytest.mark.parametrize("level", ["V0", "V1", "V2", "V3", "V4", "VP", "V9"])
def test_somebody_fills_in_on_four_levels_and_a_profile_on_two(level: str) -> None:
    fits = level in ("V0", "V1", "V2", "V3")
    assert keys("board", visibility=level) == (set() if fits else {"visibility"})
    assert ("visibility" in keys("allocation", visibility=level)) == (level not in ("V0", "V3"))
    assert keys("sheet", visibility=level) == (set() if level == "V1" else {"visibility"})


def test_a_level_that_is_known_is_for_another_day_and_one_that_is_not_is_unknown() -> None:
    said = [parsed("board", visibility=level)[1][0].wrong.en for level in ("V4", "V9")]
    assert said == ["V4 cannot be used here yet.", "V9 is unknown here."]


def test_a_sheet_is_written_in_a_role() -> None:
    assert keys("sheet", role=None) == {"visibility"}


def test_only_what_stays_on_the_phone_goes_into_a_calendar() -> None:
    assert keys("board", calendar=words("c"), visibility="V0") == set()
    assert keys("board", calendar=words("c"), visibility="V2") == {"calendar"}


PICTURES = {
    "lines": ("board", {"V2", "V3"}), "scales": ("agreement_items", {"V3"}), "elements": ("agreement_items", {"V3"}),
    "counts": ("choice", {"V3"}), "pull": ("choice", {"V3"}), "profile": ("allocation", {"V3"}),
    "places": ("pairs", {"V3"}), "line": ("anchored_scale", {"V3"}), "numbers": ("anchored_scale", {"V3"}),
    "fields": ("field", {"V3"}), "sides": ("agreement_items", {"V3"}),
}  # fmt: skip
SCALED = {"scale": named("s"), "item": named("a", scale="s")}
FITTING: dict[str, dict[str, Any]] = {"elements": SCALED, "sides": {**SCALED, "side": named("us", "them")}}


@pytest.mark.parametrize("picture", kinds.PICTURES)
def test_each_picture_is_made_of_its_kind_at_its_levels(picture: str) -> None:
    kind, levels = PICTURES[picture]
    more = FITTING.get(picture, {})
    for level in ("V0", "V2", "V3"):
        found = keys(kind, picture=picture, visibility=level, **more)
        assert ("picture" in found) == (level not in levels), level
    for other in HEADS:
        assert ("picture" in keys(other, picture=picture, visibility="V3", **more)) == (other != kind), other


def test_a_field_has_a_corner_for_each_of_its_four() -> None:
    assert keys("field", item=HEADS["field"]["item"][:3]) == {"item"}
    twice = [*HEADS["field"]["item"][:3], HEADS["field"]["item"][0] | {"id": "other"}]
    assert keys("field", item=twice) == {"item"}


def test_scales_and_statements_belong_to_each_other() -> None:
    assert keys("agreement_items", scale=named("s"), item=named("a")) == {"scale"}
    assert keys("agreement_items", scale=named("s", "t"), item=named("a", scale="s")) == {"scale"}
    assert keys("agreement_items", item=named("a", scale="s")) == {"scale"}
    assert keys("agreement_items", visibility="V3", picture="elements") == {"picture"}
    assert keys("agreement_items", visibility="V3", picture="sides", side=named("us", "them")) == {"picture"}


@pytest.mark.parametrize("ids", [["us"], ["us", "them", "others"]])
def test_there_are_two_sides_or_none(ids: list[str]) -> None:
    assert keys("agreement_items", visibility="V3", picture="sides", side=named(*ids), **SCALED) == {"side"}
    assert keys("agreement_items", visibility="V3", picture="elements", side=named("us", "them"), **SCALED) == {"side"}
    assert keys("agreement_items", visibility="V3", picture="sides", **SCALED) == {"side"}


def test_what_stands_twice_is_named() -> None:
    assert keys("board", item=named("a", "a")) == {"item"}
    assert keys("agreement_items", scale=named("s", "s"), item=named("a", scale="s")) == {"scale"}


def test_ids_are_small_letters_but_items_may_have_capitals() -> None:
    assert keys("board", id="P") == {"id"}
    assert shape("board", item=named("A1_b")).items[0].id == "A1_b"
    assert keys("board", item=named("1a")) == {"item.1a.id"}
    assert keys("pairs", item=[{"id": "A", **ENDS}]) == {"item.A.id"}


def test_an_unknown_key_is_named_wherever_it_stands() -> None:
    assert keys("board", colour="red") == {"colour"}
    assert keys("board", item=named("a", colour="red")) == {"item.a.colour"}
    (anchor,) = HEADS["anchored_scale"]["anchor"]
    assert keys("anchored_scale", anchor=[anchor | {"colour": "red"}]) == {"anchor.1.colour"}
    assert keys("field", x={**HEADS["field"]["x"], "colour": "red"}) == {"x.colour"}
