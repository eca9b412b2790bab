"""Lines on the wall: all of them, whole, in their order, and never more on a side than it holds."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.cards import BESIDE, GAP, LEAD, UNDER, Laid, laid
from kulturspejl.drawing.wall.letters import rows_of, wide

ROOM = Canvas(1216, 480)
LETTERS = st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=["Cc", "Cs"])
LINES = st.lists(st.text(LETTERS, min_size=1, max_size=60), min_size=1, max_size=60)


def heights(found: Laid, room: Canvas, indent: float = 0) -> list[float]:
    """Of each column, filled one after the other as a browser does that balances them no higher than this."""
    across = (room.width - GAP * (found.columns - 1)) / found.columns - BESIDE - indent * found.size
    made: list[float] = []
    for side in found.sides:
        columns, used = [0.0], 0.0
        for _place, words in side:
            tall = rows_of(words, across, found.size) * ceil(found.size * LEAD) + UNDER
            if used and used + tall + GAP > room.height:
                columns.append(0.0)
                used = 0.0
            used += tall + GAP
            columns[-1] = used
        assert len(columns) <= found.columns
        made += columns
    return made


@pytest.mark.slow
@given(LINES)
def test_every_line_is_there_once_and_in_order(lines):
    found = laid(tuple(lines), ROOM)
    cards = [card for side in found.sides for card in side]
    assert [place for place, _words in cards] == sorted(place for place, _words in cards)
    for place, line in enumerate(lines):
        assert " ".join(words for at, words in cards if at == place).split() == line.split()
    assert max(heights(found, ROOM)) <= ROOM.height


@pytest.mark.parametrize(
    ("people", "letters", "most"), [(5, 80, 1), (12, 80, 1), (26, 80, 3), (60, 80, 5), (26, 12, 1)]
)
def test_a_class_takes_few_sides(people, letters, most):
    found = laid(tuple(("Vi holder korte morgenmøder " * 9)[:letters] for _ in range(people)), ROOM)
    assert len(found.sides) <= most
    assert found.size >= 24


def test_few_words_are_large():
    assert laid(("Glad", "Træt"), ROOM).size == 46


def test_what_is_longer_than_a_side_goes_on_in_the_next():
    line = " ".join(f"ord{number}" for number in range(600))
    found = laid((line,), ROOM)
    assert len(found.sides) > 1
    assert " ".join(words for side in found.sides for _place, words in side) == line


def test_the_last_side_is_not_nearly_empty():
    found = laid(tuple("en linje af helt almindelig længde, som de fleste skriver" for _ in range(37)), ROOM)
    sizes = [len(side) for side in found.sides]
    assert min(sizes) >= max(sizes) / 2


def test_a_word_that_is_too_wide_is_counted_as_the_lines_that_it_takes():
    assert rows_of("m" * 100, 10 * wide("m", 24) + 1, 24) == 10
    assert rows_of("kort", 500, 24) == rows_of("", 500, 24) == 1


def test_nobody_has_no_side():
    assert laid((), ROOM).sides == ()
