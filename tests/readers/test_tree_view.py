"""A large tree in parts that can be looked at: no unit is out of reach, and a small tree is shown whole."""

import random
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.errors import NotThere
from kulturspejl.readers import tree_view
from kulturspejl.readers.organisation import TreeLine
from kulturspejl.readers.tree_view import find, look_under


def a_tree(units: int, seed: int) -> list[TreeLine]:
    """Lines parents first, of any shape."""
    rng = random.Random(seed)
    lines: list[TreeLine] = []
    for number in range(units):
        depth = rng.randint(0, min(lines[-1].depth + 1, 19)) if lines else 0
        above = next((one for one in reversed(lines) if one.depth == depth - 1), None)
        lines.append(TreeLine(uuid.uuid4(), above.unit_id if above else None, f"Enhed {number}", 1, depth, 1))
    return lines


def reached(lines: list[TreeLine]) -> set[uuid.UUID]:
    """Everything that somebody sees who follows every link."""
    seen: set[uuid.UUID] = set()
    waiting: list[uuid.UUID | None] = [None]
    while waiting:
        view = look_under(lines, waiting.pop())
        seen |= {one.line.unit_id for one in view.lines}
        waiting += [one.line.unit_id for one in view.lines if one.closed]
    return seen


@given(st.integers(0, 60), st.integers(0, 1_000))
def test_every_unit_is_reached_by_links_from_the_top(units, seed):
    lines = a_tree(units, seed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tree_view, "MOST", 5)
        assert reached(lines) == {one.unit_id for one in lines}


def test_a_tree_with_room_for_all_is_shown_whole():
    lines = a_tree(tree_view.MOST, 1)
    view = look_under(lines, None)
    assert [one.line for one in view.lines] == lines
    assert not any(one.closed for one in view.lines)


def test_a_closed_unit_says_how_many_are_below_it_and_leads_there_and_back(monkeypatch):
    monkeypatch.setattr(tree_view, "MOST", 3)
    top, area, team, other = (uuid.uuid4() for _ in range(4))
    lines = [
        TreeLine(top, None, "Top", 0, 0, 3), TreeLine(area, top, "Område", 0, 1, 2),
        TreeLine(team, area, "Team", 1, 2, 1), TreeLine(other, area, "Andet", 1, 2, 1),
    ]  # fmt: skip
    assert [(one.line.name, one.closed) for one in look_under(lines, None).lines] == [("Top", 0), ("Område", 2)]
    under = look_under(lines, area)
    assert [(one.line.name, one.depth) for one in under.lines] == [("Område", 0), ("Team", 1), ("Andet", 1)]
    assert [one.name for one in under.above] == ["Top"]
    with pytest.raises(NotThere):
        look_under(lines, uuid.uuid4())


def test_a_word_finds_units_with_their_way_down_and_says_how_many_more(monkeypatch):
    monkeypatch.setattr(tree_view, "MOST", 2)
    top = uuid.uuid4()
    lines = [TreeLine(top, None, "Ældre", 0, 0, 0)]
    lines += [TreeLine(uuid.uuid4(), top, f"Plejehjem {number}", 1, 1, 1) for number in range(5)]
    view = find(lines, " plejeHJEM ")
    assert [(one.line.name, one.path) for one in view.lines] == [("Plejehjem 0", "Ældre"), ("Plejehjem 1", "Ældre")]
    assert view.more == 3
    assert [one.line.name for one in find(lines, "æld").lines] == ["Ældre"]
