"""A map of key relations: initials and numbers, on the device alone."""

import pytest

from kulturspejl.core.errors import Faulty
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import ENDS, good, keys, named, shape, text

ROW = {"item": named("me", "them"), "only_here": True, **ENDS}


def test_it_is_read_and_never_leaves_the_device():
    made = good("relations")
    assert (made.is_only_here, made.picture, made.shape.low) == (True, None, text("low"))
    assert keys("relations", only_here=False) == {"only_here"}
    assert keys("relations", visibility="V2") == {"only_here"}
    assert shape("relations").rows[4] == ("r5", 5, ("r5_me", "r5_them"))


def test_initials_are_short_and_numbers_are_from_one_to_five():
    made = shape("relations")
    assert made.check({"r1": " AB ", "r1_me": 5, "r2_them": 1, "r3": ""}) == {"r1": "AB", "r1_me": 5, "r2_them": 1}
    for wrong in ({"r1": "Anna"}, {"r1_me": 6}, {"r1_me": 0}, {"r1_me": True}, {"r6": "AB"}, {"r1": 3}, {}):
        with pytest.raises(Faulty):
            made.check(wrong)


def test_on_paper_each_has_a_line_and_its_numbers():
    fields = on_paper(good("relations"))
    assert [one.kind for one in fields] == ["ruled"] * 5 + ["numbers"] * 2
    assert fields[5].statements[0] == "da me Relation 1"
