"""Re-planning: breaks on time with less before them, or everything later."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.choreography.agenda import SHORTEST, Slot, begun_at, behind, ends, push, shorten

DAY = (
    Slot("a", 540, 600), Slot("b", 600, 630), Slot("c", 630, 660), Slot("break", 660, 675, True),
    Slot("d", 675, 720), Slot("lunch", 720, 765, True), Slot("e", 765, 840),
)  # fmt: skip


def times(slots):
    return [(slot.start, slot.end) for slot in slots]


def test_the_break_comes_on_time_and_what_stands_before_it_gives_the_minutes():
    made = shorten(DAY, 0, 10)
    assert times(made)[:3] == [(540, 610), (610, 635), (635, 660)]
    assert times(made)[3:] == times(DAY)[3:]


def test_what_cannot_be_given_moves_the_rest():
    made = shorten(DAY, 2, 10)
    assert times(made)[2:] == [(630, 670), (670, 685), (685, 730), (730, 775), (775, 850)]


def test_everything_later_leaves_each_item_as_long_as_it_is():
    made = push(DAY, 4, 10)
    assert times(made)[:4] == times(DAY)[:4]
    assert [slot.minutes for slot in made[5:]] == [45, 75]
    assert ends(made) == ends(DAY) + 10


@pytest.mark.slow
@given(st.integers(0, 6), st.integers(1, 120))
def test_breaks_are_never_shorter_and_nothing_overlaps(at, late):
    for made in (shorten(DAY, at, late), push(DAY, at, late)):
        assert all(a.end == b.start for a, b in pairwise(made))
        assert all(new.minutes >= old.minutes for new, old in zip(made, DAY, strict=True) if old.is_protected)
        assert all(slot.minutes >= SHORTEST for slot in made)
        assert made[at].minutes == DAY[at].minutes + late


def test_the_day_ends_with_its_last_item():
    assert ends(DAY) == max(slot.end for slot in DAY) > DAY[-2].end


def test_how_late_it_is():
    assert behind(DAY, 0, 595, 15) == 10
    assert behind(DAY, 0, 560, 15) == 0


def test_no_item_is_pressed_under_five_minutes_and_the_break_moves_by_what_is_missing():
    """b and c have 25 minutes each to give: 50 of 60, so everything from the break on is ten later."""
    made = shorten(DAY, 0, 60)
    assert times(made)[:3] == [(540, 660), (660, 665), (665, 670)]
    assert times(made)[3:] == [(670, 685), (685, 730), (730, 775), (775, 850)]
    assert SHORTEST == 5


def test_only_what_stands_before_the_next_break_gives_minutes():
    assert times(shorten(DAY, 4, 10)) == [*times(DAY)[:4], (675, 730), (730, 775), (775, 850)]
    assert times(shorten(DAY, 6, 10)) == [*times(DAY)[:6], (765, 850)]
    assert times(shorten(DAY, 3, 5))[3:] == [(660, 680), (680, 720), (720, 765), (765, 840)]


def test_odd_minutes_are_taken_by_largest_remainder_the_first_among_equals():
    """Eleven of 25 and 25: 5.5 each, so the first gives six."""
    assert [slot.minutes for slot in shorten(DAY, 0, 11)[1:3]] == [24, 25]
    uneven = (Slot("a", 0, 10), Slot("b", 10, 25), Slot("c", 25, 60), Slot("d", 60, 70))
    assert [slot.minutes for slot in shorten(uneven, 0, 9)] == [19, 13, 29, 9], "of 10, 30 and 5: 2, 6 and 1"


def test_an_item_of_five_minutes_gives_none():
    short = (Slot("a", 0, 10), Slot("b", 10, 15), Slot("c", 15, 30))
    assert [slot.minutes for slot in shorten(short, 0, 4)] == [14, 5, 11]
    assert [slot.minutes for slot in shorten(short[:2], 0, 4)] == [14, 5]


def test_a_meeting_begins_when_it_begins():
    assert times(begun_at(DAY, 550))[:2] == [(550, 610), (610, 640)]
    assert times(begun_at(DAY, 530))[0] == (530, 590)
    assert begun_at((), 550) == ()


def test_it_is_late_from_the_first_minute_after_the_end():
    assert [behind(DAY, 0, minute, 5) for minute in (594, 595, 596)] == [0, 0, 1]
    assert behind(DAY, 1, 625, 6) == 1
