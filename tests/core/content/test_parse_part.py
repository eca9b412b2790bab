"""A part from its table: how far each number goes, who may see it, and what does not fit. Each kind has tests/kinds."""

import pytest

from kulturspejl.core import kinds
from tests.kinds.reading import ENDS, keys, named, parsed, row_of, shape


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


@pytest.mark.parametrize("level", ["V0", "V1", "V2", "V3", "V4", "VP", "V9"])
def test_somebody_fills_in_on_four_levels_and_a_profile_on_two(level: str) -> None:
    fits = level in ("V0", "V1", "V2", "V3")
    assert keys("board", visibility=level) == (set() if fits else {"visibility"})
    assert ("visibility" in keys("allocation", visibility=level)) == (level not in ("V0", "V3"))
    assert keys("sheet", visibility=level) == (set() if level == "V1" else {"visibility"})


def test_a_level_that_is_known_is_for_another_day_and_one_that_is_not_is_unknown() -> None:
    said = [parsed("board", visibility=level)[1][0].wrong.en for level in ("V4", "V9")]
    assert said == ["V4 cannot be used here yet.", "V9 is unknown here."]


AT_TWO_LEVELS = {"lines"}
"""What is words may stand on a wall with somebody behind it; what is counted or averaged, of any kind, may not."""


@pytest.mark.parametrize("picture", kinds.PICTURES)
def test_each_picture_is_made_of_its_kind_at_its_levels(picture: str) -> None:
    kind, levels = kinds.PICTURES[picture][1].kind, {"V2", "V3"} if picture in AT_TWO_LEVELS else {"V3"}
    for level in ("V0", "V2", "V3"):
        assert ("picture" in keys(kind, picture, visibility=level)) == (level not in levels), level
    for other in kinds.KINDS:
        found = keys(other, visibility="V3", picture=picture) if other != kind else keys(kind, picture, visibility="V3")
        assert ("picture" in found) == (other != kind), other


def test_only_what_nobody_else_sees_can_stay_on_the_device_for_good() -> None:
    assert parsed("board", visibility="V0", only_here=True)[0].is_only_here
    assert not parsed("board", visibility="V0")[0].is_only_here
    for level in ("V1", "V2", "V3"):
        assert keys("board", visibility=level, only_here=True) == {"only_here"}


def test_what_stands_twice_is_named() -> None:
    assert keys("board", item=named("a", "a")) == {"item"}


def test_ids_are_small_letters_but_items_may_have_capitals() -> None:
    assert keys("board", id="P") == {"id"}
    assert shape("board", item=named("A1_b")).items[0].id == "A1_b"
    assert keys("board", item=named("1a")) == {"item.1a.id"}
    assert keys("pairs", item=[{"id": "A", **ENDS}]) == {"item.A.id"}


def test_an_unknown_key_is_named_wherever_it_stands() -> None:
    assert keys("board", colour="red") == {"colour"}
    assert keys("board", item=named("a", colour="red")) == {"item.a.colour"}
    (anchor,) = row_of("anchored_scale")["anchor"]
    assert keys("anchored_scale", anchor=[anchor | {"colour": "red"}]) == {"anchor.1.colour"}
    assert keys("field", x={**row_of("field")["x"], "colour": "red"}) == {"x.colour"}
