"""Pairs of opposites: three steps to either side, a team's middle on each line, never summed."""

import pytest

from kulturspejl.core.kinds.base.paper import Poles
from kulturspejl.core.kinds.base.picture import Place
from kulturspejl.core.kinds.pairs import Pair, between
from kulturspejl.core.text import Text
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import ENDS, good, keys, shape, text, words
from tests.kinds.robots import filled
from tests.kinds.showing import rows, shown

ROW = {"item": [{"id": "a", **ENDS}]}
TWO = [{"id": id, **ENDS} for id in ("a", "b")]
PAIR = Pair("trust", Text("–", "–"), low=Text("Tillid", "Trust"), high=Text("Mistillid", "Distrust"))


def test_it_is_read():
    row = {"id": "a", **ENDS, "low_says": words("ls"), "high_says": words("hs")}
    made = shape("pairs", item=[row], skip=words("skip"))
    assert (made.least, made.most, made.skip) == (-3, 3, text("skip"))
    label = Text("da low – da high", "en low – en high")
    assert made.items == (
        Pair("a", label, low=text("low"), high=text("high"), low_says=text("ls"), high_says=text("hs")),
    )
    assert keys("pairs", item=[{"id": "A", **ENDS}]) == {"item.A.id"}


def test_robots_marks_lie_a_little_to_the_left_and_now_and_then_somebody_does_not_know():
    pairs = good("pairs", visibility="V2", item=TWO)
    marks = [one["a"] for one in filled(pairs)]
    assert set(marks) <= set(range(-3, 4))
    assert sum(marks) / 400 == pytest.approx(-0.8, abs=0.2)
    assert all(set(one) == {"a", "b"} for one in filled(pairs))
    unsure = filled(good("pairs", visibility="V2", item=TWO, skip=words("skip")))
    assert sum("a" not in one for one in unsure) / 400 == pytest.approx(0.05, abs=0.04)
    alone = filled(good("pairs", visibility="V2", skip=words("skip")))
    assert all(set(one) == {"a"} for one in alone)


@pytest.mark.parametrize(
    ("place", "danish", "english"),
    [
        (Place(-1.25), "1,3 mod Tillid", "1.3 towards Trust"),
        (Place(2), "2 mod Mistillid", "2 towards Distrust"),
        (Place(0.04), "midt imellem", "in the middle"),
        (Place(-0.06), "0,1 mod Tillid", "0.1 towards Trust"),
        (Place(0, -1, 1), "midt imellem. Halvdelen: 1 mod Tillid til 1 mod Mistillid",
         "in the middle. Half of you: 1 towards Trust to 1 towards Distrust"),
        (Place(1, 1, 1), "1 mod Mistillid. Halvdelen: 1 mod Mistillid",
         "1 towards Distrust. Half of you: 1 towards Distrust"),
        (Place(1, None, 1), "1 mod Mistillid", "1 towards Distrust"),
        (Place(1, 1, None), "1 mod Mistillid", "1 towards Distrust"),
    ],
)  # fmt: skip
def test_a_place_between_two_words_is_said_in_steps(place, danish, english):
    assert between(PAIR, place) == Text(danish, english)


def test_who_does_not_know_is_not_counted_and_a_line_with_few_is_left_out():
    pairs = good("pairs", "places", visibility="V3", item=TWO)
    team = [{"a": 0, "b": 1}] * 4 + [{"a": 0}]
    assert [value for _label, value in rows(pairs, team)] == ["midt imellem", "for få svar"]
    assert set(shown(pairs, team).places) == {"a"}


def test_on_paper_each_has_seven_places():
    assert on_paper(good("pairs")) == [Poles((("da low", "", "da high", ""),), 7)]
