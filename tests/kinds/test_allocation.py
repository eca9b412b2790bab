"""An allocation: points that add up, of nobody or of oneself; a team's profile is a mean."""

import pytest

from kulturspejl.core.errors import Faulty, Refused
from kulturspejl.core.kinds.base.paper import Points
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import good, keys, shape
from tests.kinds.robots import filled
from tests.kinds.showing import shown

ROW = {"instrument": "culture_profile", "asks": "both"}
NOW = {
    f"now_d{place}_{letter}": points
    for place in range(1, 7)
    for letter, points in zip("ABCD", (4, 3, 2, 1), strict=True)
}
WISH = {"wish_A": 15, "wish_B": 15, "wish_C": 15, "wish_D": 15}


def test_it_is_read():
    assert (shape("allocation").instrument, shape("allocation").asks) == ("culture_profile", "both")
    assert shape("allocation").asks_with == "culture_profile"


@pytest.mark.parametrize("level", ["V0", "V1", "V2", "V3"])
def test_it_is_ones_own_or_nobodys(level):
    assert keys("allocation", visibility=level) == (set() if level in ("V0", "V3") else {"visibility"})


def test_one_that_stays_on_the_phone_is_not_taken():
    with pytest.raises(Refused):
        good("allocation").check(NOW | WISH)


def test_every_question_adds_up_and_what_is_not_asked_is_not_taken():
    now, both = (good("allocation", visibility="V3", asks=asks) for asks in ("now", "both"))
    assert now.check(NOW) == NOW
    assert both.check(NOW | WISH)["wish_D"] == 15
    for values, at_fault in ((NOW | {"now_d3_B": 4}, "now_d3"), (NOW | WISH, "wish_A")):
        with pytest.raises(Faulty) as caught:
            now.check(values)
        assert at_fault in caught.value.fields


def test_robots_points_add_up_with_more_for_the_first():
    answers = filled(good("allocation", visibility="V3"), 60)
    for one in answers:
        assert sum(one[f"wish_{letter}"] for letter in "ABCD") == 60
        assert min(one.values()) >= 0
    means = [sum(one[f"now_d{n}_{letter}"] for one in answers for n in range(1, 7)) / 360 for letter in "ABCD"]
    assert sum(means) == pytest.approx(10)
    assert means[0] == pytest.approx(2.6, abs=0.5)


def test_a_wish_is_drawn_once_and_counts_per_question_like_now():
    wish = {"wish_A": 30, "wish_B": 12, "wish_C": 12, "wish_D": 6}
    made = shown(good("allocation", "profile", visibility="V3"), [NOW | wish] * 6)
    assert made.web["wish"] == {"A": 5.0, "B": 2.0, "C": 2.0, "D": 1.0}
    assert sum(made.web["now"].values()) == pytest.approx(10)


@pytest.mark.parametrize(("asks", "questions"), [("now", [6]), ("wish", [0]), ("both", [6, 0])])
def test_on_paper_now_has_its_questions_and_a_wish_is_drawn(asks, questions):
    fields = on_paper(good("allocation", asks=asks))
    assert [(type(field), len(field.questions)) for field in fields] == [(Points, number) for number in questions]
