"""UNITS.csv: the tree of units, and how many were invited in each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.left_out import LeftOut, of_told, total_row, unused_columns
from kulturspejl.cli.table_file import TableFile, read_file
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.core.tables.headings import WORDS, Column
from kulturspejl.core.tables.numbers import count, is_unsaid
from kulturspejl.core.tables.units import id_meant, is_total, says_nothing_above

_LEVELS = (
    "dept_id", "department_id", "organisations_id", "orgenhed_id", "orgenheds_id", "afdelings_id", "org_id", "team_id",
    "org_unit_id",
)  # fmt: skip
NAMES = {
    "unit_id": tuple(word for word in WORDS[Column.UNIT_ID] if word not in _LEVELS),
    "parent_id": WORDS[Column.PARENT],
    "name": WORDS[Column.NAME],
    "invited": ("inviterede", "antal_inviterede"),
}
"""The columns of the contract, and what else they are called."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`invited` counts people attached to the unit itself; None where the file does not say."""

    unit: str
    name: str
    parent: str | None
    invited: int | None


def read_units(path: Path, encoding: str | None = None) -> tuple[list[Unit], list[LeftOut]]:
    """The units of a file, as a tree, and what was not used of it.

    BadFile on a missing column, a unit twice, an unknown parent, a circle.
    """
    table = read_file(path, NAMES, encoding)
    if "unit_id" not in table.columns:
        raise BadFile(
            f"{path.name}: kolonnen unit_id mangler.", f"{path.name}: the column unit_id is missing."
        )
    for line in table.table.too_long:
        raise BadFile(
            f"{path.name}, linje {line}: rækken har flere celler end overskriften.",
            f"{path.name}, line {line}: the row has more cells than the header.",
        )
    table, totals = _without_totals(table)
    by_level = "parent_id" not in table.columns
    units = _with_levels(path, table) if by_level else _with_parents(path, table)
    _must_be_a_tree(path, units)
    used = [*NAMES, *(_levels(table) if by_level else [])]
    return units, [*map(of_told, table.told), *totals, *unused_columns(table.unused(used), table.table.heading_line)]


def _without_totals(table: TableFile) -> tuple[TableFile, list[LeftOut]]:
    """The units without a row that sums them up (*I alt*), which is told."""
    names = table.column("name") if "name" in table.columns else [""] * len(table.lines)
    called = [unit or name for unit, name in zip(table.column("unit_id"), names, strict=True)]
    totals = {row.line: words for row, words in zip(table.table.rows, called, strict=True) if is_total(words)}
    rows = tuple(row for row in table.table.rows if row.line not in totals)
    return replace(table, table=replace(table.table, rows=rows)), [total_row(*one) for one in totals.items()]


def _with_parents(path: Path, table: TableFile) -> list[Unit]:
    """By id, or by a name that one unit has; a unit under nothing, or under itself, stands at the top."""
    ids = table.column("unit_id")
    names = table.column("name") if "name" in table.columns else ids
    there = set(ids)
    known, times = {one.casefold() for one in (*ids, *names) if one}, Counter(names)
    called = {name: unit for unit, name in zip(ids, names, strict=True) if name and times[name] == 1}
    called |= dict(zip(ids, ids, strict=True))
    above = [
        None if parent == own or says_nothing_above(parent, known) else called.get(parent, parent)
        for own, parent in zip(ids, (id_meant(one, there) for one in table.column("parent_id")), strict=True)
    ]
    return _units(path, table, above)


def _units(path: Path, table: TableFile, parents: Sequence[str | None]) -> list[Unit]:
    ids = _unit_ids(path, table)
    names = table.column("name") if "name" in table.columns else ids
    invited = _invited(path, table)
    return [
        Unit(unit, name or unit, parent, asked)
        for unit, name, parent, asked in zip(ids, names, parents, invited, strict=True)
    ]


def _unit_ids(path: Path, table: TableFile) -> list[str]:
    seen: set[str] = set()
    for unit, line in zip(ids := table.column("unit_id"), table.lines, strict=True):
        if not unit:
            raise BadFile(
                f"{path.name}, linje {line}: unit_id mangler.",
                f"{path.name}, line {line}: unit_id is missing.",
            )
        if unit in seen:
            raise BadFile(
                f"{path.name}, linje {line}: unit_id {unit} står der to gange.",
                f"{path.name}, line {line}: unit_id {unit} stands there twice.",
            )
        seen.add(unit)
    return ids


def _invited(path: Path, table: TableFile) -> list[int | None]:
    if "invited" not in table.columns:
        return [None] * len(table.lines)
    cells = zip(table.column("invited"), table.lines, strict=True)
    return [_count(path, cell, line) for cell, line in cells]


def _count(path: Path, cell: str, line: int) -> int | None:
    if is_unsaid(cell):
        return None
    found = count(cell)
    if found is None:
        raise BadFile(
            f"{path.name}, linje {line}: invited skal være et helt antal personer, ikke {cell}.",
            f"{path.name}, line {line}: invited must be a whole number of people, not {cell}.",
        )
    return found


def _with_levels(path: Path, table: TableFile) -> list[Unit]:
    """Columns such as dept_id and org_id are the ancestors: the one with most different values stands nearest."""
    levels = _levels(table)
    cells = {level: table.column(level) for level in levels}
    levels.sort(key=lambda level: -len(set(cells[level])))
    lines = [
        [_Above(level, cell) for level in levels if (cell := cells[level][row])]
        for row in range(len(table.lines))
    ]
    named = _names_of_levels(lines, set(_unit_ids(path, table)))
    parents = _parents_of_levels(path, lines, named)
    own = _units(path, table, [named[line[0]] if line else None for line in lines])
    return [Unit(named[above], above.cell, parent, 0) for above, parent in parents.items()] + own


def _levels(table: TableFile) -> list[str]:
    own = table.columns.get("unit_id")
    return [name for name in table.table.headings if name.endswith("_id") and table.columns[name] != own]


@dataclass(frozen=True, slots=True)
class _Above:
    level: str
    cell: str


def _names_of_levels(lines: Sequence[Sequence[_Above]], taken: set[str]) -> dict[_Above, str]:
    """A node's id is its cell, or "dept_id:7" where 7 is also the id of something else."""
    nodes = list(dict.fromkeys(above for line in lines for above in reversed(line)))
    times = Counter([*taken, *(node.cell for node in nodes)])
    return {node: f"{node.level}:{node.cell}" if times[node.cell] > 1 else node.cell for node in nodes}


def _parents_of_levels(
    path: Path, lines: Sequence[Sequence[_Above]], named: Mapping[_Above, str]
) -> dict[_Above, str | None]:
    parents: dict[_Above, str | None] = {}
    for line in lines:
        for below, above in zip(reversed(line), [None, *reversed(line)], strict=False):
            parent = named[above] if above else None
            if parents.setdefault(below, parent) != parent:
                raise BadFile(
                    f"{path.name}: {below.level} {below.cell} hører under både {parents[below]} og {parent}.",
                    f"{path.name}: {below.level} {below.cell} belongs under both {parents[below]} and {parent}.",
                )
    return parents


def _must_be_a_tree(path: Path, units: Sequence[Unit]) -> None:
    try:
        Tree({unit.unit: unit.parent for unit in units}, {})
    except ValueError as error:
        what, _, which = str(error).partition(": ")
        kind = "går i ring" if "circle" in what else "er ukendt som parent_id"
        raise BadFile(f"{path.name}: {which} {kind}.", f"{path.name}: {error}.") from error
