"""A board: short notes, on one line each, shown in an order of chance."""

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.paper import Around, Ruled
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.library.crew import crew_in
from tests.kinds.onpaper import on_paper
from tests.kinds.reading import good, keys, named, shape, text, words
from tests.kinds.robots import filled, with_items
from tests.kinds.showing import shown

ROW = {"item": named("a")}


def test_it_is_read():
    assert good("board") == Part("p", text("p"), Visibility.PRIVATE, shape=Board(items=(Item("a", text("a")),)))
    assert shape("board").longest == 140
    made = shape("board", longest=300, calendar=words("c"), item=named("a", says=words("s")))
    assert (made.longest, made.calendar, made.items[0].says) == (300, text("c"), text("s"))


def test_only_what_stays_on_the_phone_goes_into_a_calendar():
    assert keys("board", calendar=words("c"), visibility="V0") == set()
    assert keys("board", calendar=words("c"), visibility="V2") == {"calendar"}


def test_a_day_is_an_item_of_what_stays_on_the_phone():
    assert shape("board", item=named("day"), dates=["day"]).dates == ("day",)
    assert keys("board", item=named("day"), dates=["day"], visibility="V0") == set()
    assert keys("board", item=named("day"), dates=["day"], visibility="V2") == {"dates"}
    assert keys("board", item=named("day"), dates=["other"], visibility="V0") == {"dates"}


def test_what_a_trio_takes_home_is_written_by_one_of_them_at_v1():
    assert (shape("board").is_carried, shape("board").is_folded) == (False, False)
    made = good("board", visibility="V1", role="writer", carried=True, folded=True)
    assert (made.is_carried, made.is_in_hand, made.shape.is_folded) == (True, True, True)
    assert keys("board", visibility="V1", carried=True) == {"carried"}
    assert keys("board", visibility="V2", role="writer", carried=True) == {"carried"}
    assert not good("board", visibility="V1").is_in_hand


def test_robots_words_fit_their_place_and_where_none_does_three_dots_do():
    short = with_items("board", longest=min(map(len, crew_in("da").lines)))
    assert {len(line) for one in filled(short) for line in one.values()} == {short.shape.longest}
    assert {line for one in filled(with_items("board", longest=1)) for line in one.values()} == {"…"}


def test_lines_of_one_question_stand_without_it():
    one = good("board", "lines", visibility="V3")
    assert shown(one, [{"a": "ord"}] * 8).lines == ((None, "ord"),) * 8
    two = shown(good("board", "lines", visibility="V3", item=named("a", "b")), [{"a": "ord"}] * 7 + [{"b": "word"}])
    assert {label for label, _line in two.lines} == {text("a"), text("b")}
    assert two.sentence.en == "8 have answered."


def test_what_one_writes_for_a_group_is_counted_in_groups():
    groups = good("board", "lines", visibility="V2", role="writer")
    each = good("board", "lines", visibility="V2")
    assert (groups.is_of_group, each.is_of_group) == (True, False)
    assert not good("board", visibility="V1", role="writer").is_of_group
    line = {"a": "ord"}
    assert shown(groups, [line]).sentence == Text(da="1 gruppe har svaret.", en="1 group has answered.")
    assert shown(groups, [line] * 3).sentence == Text(da="3 grupper har svaret.", en="3 groups have answered.")
    assert shown(each, [line] * 3).sentence == Text(da="3 har svaret.", en="3 have answered.")


def test_on_paper_it_is_ruled_as_far_as_one_may_write():
    assert on_paper(good("board", longest=300)) == [Ruled("da a", 300)]
    day = good("board", item=named("a", "day"), dates=["day"])
    assert on_paper(day) == [Ruled("da a", 140), Ruled("da day", 30)]


def test_on_paper_it_is_the_figure_of_its_exercise_where_that_has_as_many_fields():
    three = good("board", item=named("a", "b", "c"))
    assert on_paper(three, boxes=2) == [Around("da a", ("da b", "da c"), 140)]
    assert [one.kind for one in on_paper(three, boxes=3)] == ["ruled"] * 3
