"""Re-planning: breaks on time with less before them, or everything later."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.choreography.agenda import SHORTEST, Slot, behind, ends, push, shorten

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


@given(st.integers(0, 6), st.integers(1, 120))
def test_breaks_are_never_shorter_and_nothing_overlaps(at, late):
    for made in (shorten(DAY, at, late), push(DAY, at, late)):
        assert all(a.end == b.start for a, b in pairwise(made))
        assert all(new.minutes >= old.minutes for new, old in zip(made, DAY, strict=True) if old.is_protected)
        assert all(slot.minutes >= SHORTEST for slot in made)
        assert made[at].minutes == DAY[at].minutes + late


def test_how_late_it_is():
    assert behind(DAY, 0, 595, 15) == 10
    assert behind(DAY, 0, 560, 15) == 0
