"""As much of a large tree as one can look at: the top of it, what is under one unit, or what a word finds."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.organisation import TreeLine

MOST = 250
"""Lines on one page. A tree of fewer is shown whole, with nothing to find or to open."""


@dataclass(frozen=True)
class SeenLine:
    """A unit; `depth` counts from the first line shown, `closed` are the units below it that are not shown here.

    `path` are the names of those above it, where it was found by a word.
    """

    line: TreeLine
    depth: int
    closed: int = 0
    path: str = ""


@dataclass(frozen=True)
class TreeView:
    """`above` leads back to the top from the unit that is looked under; `more` were found too and are not shown."""

    lines: tuple[SeenLine, ...]
    above: tuple[TreeLine, ...] = ()
    more: int = 0


def look_under(lines: Sequence[TreeLine], unit_id: uuid.UUID | None) -> TreeView:
    """The unit and what is below it (None: everything), as many whole levels as there is room for, and at least two.

    `lines` are parents first. NotThere for a unit that is not among them.
    """
    first = _place(lines, unit_id)
    base = lines[first].depth if lines else 0
    inside = lines if unit_id is None else lines[first : _end(lines, first)]
    deepest = _deepest(inside, base)
    shown = tuple(
        SeenLine(line, line.depth - base, _end(inside, at) - at - 1 if line.depth == deepest else 0)
        for at, line in enumerate(inside)
        if line.depth <= deepest
    )
    by_id = {line.unit_id: line for line in lines}
    return TreeView(shown, tuple(_above(by_id, lines[first])) if unit_id is not None else ())


def find(lines: Sequence[TreeLine], word: str) -> TreeView:
    """Units with the word in their name, each with the names of those above it."""
    wanted, by_id = word.casefold().strip(), {line.unit_id: line for line in lines}
    found = [line for line in lines if wanted in line.name.casefold()]
    shown = (
        SeenLine(line, 0, path=" › ".join(one.name for one in _above(by_id, line))) for line in found[:MOST]
    )
    return TreeView(tuple(shown), more=max(len(found) - MOST, 0))


def _place(lines: Sequence[TreeLine], unit_id: uuid.UUID | None) -> int:
    if unit_id is None:
        return 0
    found = next((at for at, line in enumerate(lines) if line.unit_id == unit_id), None)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def _end(lines: Sequence[TreeLine], first: int) -> int:
    """Where the lines below the first one end."""
    at = first + 1
    while at < len(lines) and lines[at].depth > lines[first].depth:
        at += 1
    return at


def _deepest(lines: Sequence[TreeLine], base: int) -> int:
    """The last level for which there is room."""
    depths = [line.depth for line in lines]
    levels = range(base + 1, max(depths, default=base) + 1)
    return max((level for level in levels if sum(one <= level for one in depths) <= MOST), default=base + 1)


def _above(by_id: Mapping[uuid.UUID, TreeLine], line: TreeLine) -> list[TreeLine]:
    """Those above a unit, the top first."""
    found: list[TreeLine] = []
    while line.parent is not None and line.parent in by_id and len(found) < len(by_id):
        line = by_id[line.parent]
        found.insert(0, line)
    return found
