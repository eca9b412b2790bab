"""A choice: one of its items, counted; nothing is told of one or two people."""

from collections import Counter

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.kinds.base.paper import Ticks
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import good, named, shape
from tests.kinds.robots import filled
from tests.kinds.showing import shown

ROW = {"item": named("a", "b")}
THREE = named("a", "b", "c")


def test_it_is_read():
    assert shape("choice").between == ()
    assert shape("choice", between=["a", "b"]).between == ("a", "b")


@pytest.mark.parametrize("values", [{"pull": "a"}, {"choice": "a"}])
def test_it_comes_under_either_name_and_is_kept_under_one(values):
    assert good("choice", visibility="V2").check(values) == {"choice": "a"}


@pytest.mark.parametrize("values", [{"pull": "z"}, {"choice": None}, {}, {"pull": ["a"]}])
def test_a_choice_of_nothing_that_is_there_is_refused(values):
    with pytest.raises(Faulty):
        good("choice", visibility="V2").check(values)


def test_robots_lean_to_the_first():
    chosen = Counter(one["choice"] for one in filled(good("choice", visibility="V2", item=THREE), 900))
    assert [chosen[id] / 900 for id in "abc"] == pytest.approx([5 / 9, 3 / 9, 1 / 9], abs=0.05)


def test_the_most_chosen_stands_first_and_shares_are_of_all():
    choice = good("choice", "counts", visibility="V3", item=THREE)
    made = shown(choice, [{"choice": "a"}] * 3 + [{"choice": "b"}] * 5)
    assert [(label.da, value.da, share) for label, value, share in made.rows] == [
        ("da b", "5 af 8", 0.625), ("da a", "3 af 8", 0.375), ("da c", "0 af 8", 0.0),
    ]  # fmt: skip
    assert (made.told.da, made.told.en) == ("8 har svaret.", "8 have answered.")


@pytest.mark.parametrize(("picture", "rest"), [("counts", "Andre svar"), ("pull", "Andre retninger")])
def test_a_rest_has_the_words_of_its_picture(picture, rest):
    choice = good("choice", picture, visibility="V3", item=THREE)
    made = shown(choice, [{"choice": "a"}] * 3 + [{"choice": "b"}] * 4 + [{"choice": "c"}])
    assert [(label.da, value.da) for label, value, _share in made.rows] == [("da b", "4 af 8"), (rest, "4 af 8")]


def test_on_paper_one_ticks():
    assert on_paper(good("choice")) == [Ticks("da p", (("da a", ""), ("da b", "")))]
