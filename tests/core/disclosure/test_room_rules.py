"""The small rules of a room's pictures, said in numbers and in whole sentences."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from kulturspejl.core.disclosure.room.apart import tells_apart
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.disclosure.room.together import together
from kulturspejl.core.kinds import PICTURES
from kulturspejl.core.kinds.base.items import Item, ScaledItem
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture, Place
from kulturspejl.core.kinds.pairs import Pair
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.library.policies import load_policy
from tests.kinds.some import some

POLICY = load_policy()
ONE = replace(
    POLICY, mean=6, spread_of_many=7, spread_of_one=9, distribution=10, open_answers=11, sensitive=20, above_answers=12
)
"""Every size is another one, so that each rule shows which it asks."""
ENDS = {"low": Text("Lav", "Low"), "high": Text("Høj", "High")}


def item(id: str, made: type[Item] = Item, **more: Any) -> Any:
    return made(id, Text(f"Dansk {id}", f"English {id}"), **more)


def part(
    picture: str, items: tuple[Item, ...] = (), visibility: Visibility = Visibility.AGGREGATE, **more: Any
) -> Part:
    """Of the kind that the picture is made of; whatever has a scale has one from 1 to 5."""
    kind = PICTURES[picture][1].kind
    role = more.pop("role", "")
    if kind == "allocation":
        return some(kind, picture, visibility, role, instrument="culture_profile")
    scale = {"least": 1, "most": 5} if kind in ("agreement_items", "anchored_scale", "pairs", "field") else {}
    return some(kind, picture, visibility, role, items=items, **{**scale, **more})


@pytest.mark.parametrize(
    ("picture", "least"),
    [
        ("lines", 11), ("scales", 6), ("counts", 10), ("pull", 10), ("profile", 6),
        ("places", 6), ("line", 6), ("numbers", 10), ("elements", 6), ("fields", 10),
        ("sides", 6),
    ],
)  # fmt: skip
def test_each_picture_asks_a_size_of_the_policy(picture: str, least: int) -> None:
    assert least_for(part(picture), ONE) == least


def test_unsigned_notes_of_a_class_ask_three_and_a_groups_own_words_one() -> None:
    assert least_for(part("lines", visibility=Visibility.TEAM), ONE) == 3
    assert least_for(part("lines", visibility=Visibility.TEAM, role="owner"), ONE) == 1
    assert least_for(part("lines", role="owner"), ONE) == 11
    assert least_for(part("scales", visibility=Visibility.TEAM, role="owner"), ONE) == 6


def lines(*words: str) -> PartPicture:
    return PartPicture(lines=tuple((None, word) for word in words))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abc", "abc", False), ("abc", "abcd", True), ("abc", "abcde", True), ("abc", "abcdef", False),
        ("abc", "ab", True), ("abcdef", "def", False), ("abcd", "bcde", True), ("abc", "def", False),
        ("aab", "ab", True), ("", "abc", False),
    ],
)  # fmt: skip
def test_two_showings_that_differ_by_one_or_two_lines_tell_who_came(before: str, after: str, told: bool) -> None:
    assert tells_apart(lines(*before), lines(*after)) is told


def test_a_picture_is_stored_like_this() -> None:
    label = Text("Tillid", "Trust")
    whole = PartPicture(
        lines=((label, "ord"), (None, "word")), rows=((label, Text("1 af 2", "1 of 2"), 0.5),),
        sentence=label, told=label, web={"now": {"A": 1.0}},
        places={"trust": Place(1.5), "learning": Place(2.0, 1.0, 3.0)}, stacks={"trust": ((1, 2, 3), (3, 5, 4))},
        means={"trust": (8, 1.5)},
    )  # fmt: skip
    pair = ["Tillid", "Trust"]
    assert whole.to_json() == {
        "hidden": None, "web": {"now": {"A": 1.0}}, "lines": [[pair, "ord"], [None, "word"]],
        "rows": [[pair, ["1 af 2", "1 of 2"], 0.5]], "sentence": pair, "told": pair,
        "places": {"trust": [1.5, None, None], "learning": [2.0, 1.0, 3.0]},
        "stacks": {"trust": [[1, 2, 3], [3, 5, 4]]}, "means": {"trust": [8, 1.5]}, "counted": [],
    }  # fmt: skip
    assert PartPicture.from_json(whole.to_json()) == whole
    hidden = PartPicture(hidden=label)
    assert hidden.to_json()["hidden"] == pair
    assert PartPicture.from_json(hidden.to_json()) == hidden
    older = {name: value for name, value in hidden.to_json().items() if name in ("hidden", "lines", "rows", "sentence")}
    assert PartPicture.from_json(older) == hidden


def test_the_middle_half_needs_both_its_ends() -> None:
    assert Place(2.0, 1.0, 3.0).half == (1.0, 3.0)
    assert Place(2.0, 0.0, 0.0).half == (0.0, 0.0)
    assert Place(2.0, None, 3.0).half is Place(2.0, 1.0, None).half is None


PAIR = item("trust", Pair, low=Text("Tillid", "Trust"), high=Text("Mistillid", "Distrust"))


@pytest.mark.parametrize(
    ("counts", "stretches"),
    [
        ([3, 3, 3], [(1, 1, 3), (2, 2, 3), (3, 3, 3)]),
        ([3, 3, 2], [(1, 1, 3), (2, 3, 5)]),
        ([2, 1, 3], [(1, 2, 3), (3, 3, 3)]),
        ([0, 3, 0], [(1, 3, 3)]),
        ([1, 1, 0], [(1, 3, 2)]),
        ([3, 0, 0], [(1, 3, 3)]),
        ([0, 0, 4], [(1, 3, 4)]),
    ],
)
def test_numbers_go_together_until_three_stand_in_a_stretch(counts: list[int], stretches: list[object]) -> None:
    assert together(dict(enumerate(counts, start=1))) == stretches


def test_more_than_three_may_be_asked_of_a_stretch() -> None:
    assert together({1: 3, 2: 1, 3: 4}, fewest=4) == [(1, 2, 4), (3, 3, 4)]


SCALED = part("elements", tuple(item(f"{scale}{n}", ScaledItem, scale=scale) for scale in "ab" for n in range(1, 5)))


def shown(of: Part, answers: list[dict[str, Any]]) -> PartPicture:
    return picture_of(of, answers, POLICY, Random(1))


@pytest.mark.parametrize(
    ("answers", "mean"),
    [([2, 2, 2, 3, 2, 2, 2, 3], "2.3"), ([1, 1, 1, 1, 2], "1.2"), ([4] * 19 + [5], "4.1"), ([4] * 20 + [5], "4.0")],
)
def test_every_picture_of_a_mean_says_the_same_number_with_halves_of_a_tenth_up(answers: list[int], mean: str) -> None:
    """18 of 8 is 2.25, 81 of 20 is 4.05, 85 of 21 is 4.048."""
    one, scale, sides = (item("a", ScaledItem, scale="s"),), item("s"), (item("us"), item("them"))
    given = [{"a": number} for number in answers]
    two = [number | {"side": side.id} for side in sides for number in given]
    made = [
        shown(part("scales", one), given),
        shown(part("elements", one, scales=(scale,)), given),
        shown(part("sides", one, scales=(scale,), sides=sides), two),
        shown(part("line", one), given),
    ]
    said = {value.en.split(". ")[0] for picture in made for _label, value, _share in picture.rows if value.en}
    lengths = {share for picture in made[:3] for _label, value, share in picture.rows if value.en}
    assert said == {f"{mean} of 5"}
    assert lengths == {(float(mean) - 1) / 4}, "a bar is as long as its number says"


SIDES = part(
    "sides", tuple(item(f"{scale}1", ScaledItem, scale=scale) for scale in "ab"), sides=(item("us"), item("them")),
    scales=(item("a"), item("b")),
)  # fmt: skip


@pytest.mark.parametrize("picture", ["scales", "places", "line"])
def test_what_has_too_few_answers_has_neither_number_nor_length(picture: str) -> None:
    asked = (item("a", Pair, **ENDS), item("b", Pair, **ENDS)) if picture == "places" else (item("a"), item("b"))
    made = shown(part(picture, asked), [{"a": 4, "b": 3}] * 4 + [{"a": 4}])
    assert made.rows[1] == (item("b").label, Text("for få svar", "too few answers"), 0.0)
    assert made.rows[0][1] != made.rows[1][1]


def side(name: str, a: int, b: int) -> list[dict[str, Any]]:
    return [{"a1": a, "b1": b, "side": name}] * 5


def test_two_sides_less_than_half_a_step_apart_are_alike() -> None:
    ours = side("us", 4, 4)
    near = [{"a1": a, "b1": 4, "side": "them"} for a in (4, 4, 4, 3, 3)]
    assert "næsten ens" in shown(SIDES, ours + near).told.da, "4 and 3.6"
    far = [{"a1": 4, "b1": b, "side": "them"} for b in (4, 4, 3, 3, 3, 4)]
    assert "længst fra hinanden på dansk b" in shown(SIDES, ours + far).told.da, "4 and 3.5"


def test_the_largest_difference_is_named_and_a_scale_with_few_on_one_side_is_not() -> None:
    assert "furthest apart on english b" in shown(SIDES, side("us", 4, 5) + side("them", 3, 1)).told.en
    few = [{"a1": 4, "b1": 5, "side": "us"}] * 4 + [{"a1": 4, "side": "us"}]
    assert "furthest apart on english a" in shown(SIDES, few + side("them", 3, 1)).told.en


def test_both_sides_stand_under_each_heading_and_one_with_too_few_hides_both() -> None:
    made = shown(SIDES, side("us", 4, 2) + side("them", 3, 1))
    assert [(label.en, value.en, share) for label, value, share in made.rows] == [
        ("English a", "", 0.0), ("English us", "4.0 of 5", 0.75), ("English them", "3.0 of 5", 0.5),
        ("English b", "", 0.0), ("English us", "2.0 of 5", 0.25), ("English them", "1.0 of 5", 0.0),
    ]  # fmt: skip
    assert made.sentence.da.startswith("10 har svaret. Dansk a Dansk us: 4,0 af 5. Dansk them: 3,0 af 5. Dansk b ")
    hidden = shown(SIDES, side("us", 4, 2) + side("them", 3, 1)[:4])
    assert hidden.hidden is not None
    assert "mindst 5 fra hver side" in hidden.hidden.da
    assert hidden.rows == ()
