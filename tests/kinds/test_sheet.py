"""One side of a sheet: written in a role, read by the group, on paper beside the other side."""

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.paper import Sides
from kulturspejl.library.crew import crew_in
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import good, keys, named, text
from tests.kinds.robots import filled

ROW = {"item": named("a", scale="s"), "scale": named("s"), "visibility": "V1", "role": "owner"}


def test_it_is_read():
    made = good("sheet")
    assert (made.shape.longest, made.role, made.shape.scales) == (500, "owner", (Item("s", text("s")),))


def test_it_is_written_in_a_role_and_read_by_the_group():
    assert keys("sheet", role=None) == {"visibility"}
    for level in ("V0", "V2", "V3"):
        assert keys("sheet", visibility=level) == {"visibility"}


def test_every_line_stands_under_a_heading():
    assert keys("sheet", item=named("a")) == {"scale"}
    assert keys("sheet", scale=named("s", "t")) == {"scale"}


def test_robots_write_what_they_have_to_say():
    assert {line for one in filled(good("sheet")) for line in one.values()} == set(crew_in("da").lines)


def test_on_paper_both_sides_stand_on_the_form_of_the_own_one_alone():
    own, others = good("sheet"), good("sheet", item=named("b", "c", scale="s"), role="team")
    both = Sides("da p", "da p", (("da s", "da a", "da b"), ("", "", "da c")))
    assert on_paper(own, own, others) == [both]
    assert on_paper(others, own, others) == on_paper(own) == []
