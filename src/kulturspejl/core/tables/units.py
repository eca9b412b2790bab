"""Units of a table: by id and parent, by name and parent, or one column a level; with their leaders, AMR and TR."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kulturspejl.core.tables import numbers
from kulturspejl.core.tables.harmless import unguarded
from kulturspejl.core.tables.headings import Column
from kulturspejl.core.tables.people import BESIDE, PersonLine, nameless, people_in, told_but_faults
from kulturspejl.core.tables.read import Table, too_long
from kulturspejl.core.tables.row import Row, Told
from kulturspejl.core.tables.unused import unused
from kulturspejl.core.text import Text, joined
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import cited, filled

UNIT_COLUMNS = (
    Column.UNIT_ID, Column.PARENT, Column.NAME, Column.HEADCOUNT, Column.LEVEL, Column.LEADER, Column.AMR, Column.TR,
)  # fmt: skip
"""What a column of a table of units can mean."""
LONGEST_NAME = 200
NAMED = 5
AND_MORE = Text(da=" og {count} til", en=" and {count} more")
_NOTHING = frozenset({"0", "none", "ingen", "(ingen)", "(none)"})
"""Said where nothing stands above, beside the words for a missing value."""
_DECIMAL = re.compile(r"(\d+)[.,]0")
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]")

_TOTAL = re.compile(
    r"((i\s?alt|total(t|er)?|sum|samlet|hovedtotal|grand total|in all)\b.*|.* (i alt|total))", re.IGNORECASE
)


@dataclass(frozen=True)
class UnitLine:
    """One unit, `line` as the file counts them; a level that has no row of its own has a number after the last.

    `unit_id` is empty where the line has none. `parent` is an id or a name, "" at the top, None where the table does
    not say where units stand; `parent_line` is the line of the unit above where that is certain. `headcount` is None
    where nothing is written.
    """

    line: int
    unit_id: str
    name: str
    parent: str | None
    headcount: int | None
    parent_line: int | None = None


@dataclass
class Units:
    """`lines` of units, and `people` beside them; `faults` must be mended first, `told` must be read.

    `roles` are those whose people the table names.
    """

    lines: list[UnitLine] = field(default_factory=list)
    people: list[PersonLine] = field(default_factory=list)
    faults: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def missing_columns(mapping: Mapping[int, Column]) -> tuple[Column, ...]:
    """What a table of units cannot do without."""
    columns = set(mapping.values())
    return () if columns & {Column.NAME, Column.LEVEL} else (Column.NAME,)


def units_from(table: Table, mapping: Mapping[int, Column]) -> Units:
    """The units of a table whose columns mean `mapping` (place from 0 -> meaning).

    Every row becomes a unit, a fault or something told; every column without a meaning is told.
    """
    names = nameless(table, mapping)
    told = [*told_but_faults(table), *unused(table, mapping), *names.values()]
    mapping = {at: column for at, column in mapping.items() if at not in names}
    roles = [column.value for column in BESIDE if column in mapping.values()]
    found = Units(told=told, faults=[*map(too_long, table.too_long)], roles=roles)
    places = {column: at for at, column in mapping.items()}
    levels = [at for at, column in sorted(mapping.items()) if column is Column.LEVEL]
    if levels:
        _by_levels(table, places, levels, found)
    else:
        for row in table.rows:
            _take(row, places, _cell(row, places, Column.NAME), found)
    for row in _rows_of(table.rows, found):
        people_in(row, mapping, found.people, found.faults)
    found.lines = _at_the_top(found.lines)
    found.faults += _same_place(found.lines)
    for line in found.lines:
        if "\ufffd" in line.name:
            found.faults.append(Told(line.line, _damaged(line.name)))
        elif _LOST.search(line.name):
            found.told.append(Told(line.line, _perhaps_damaged(line.name)))
    return found


def _at_the_top(lines: Sequence[UnitLine]) -> list[UnitLine]:
    """A unit under nothing, or under itself, as systems write those that have none above them, stands at the top."""
    known = {word.casefold() for line in lines for word in (line.unit_id, line.name)}
    ids = {line.unit_id for line in lines}
    lines = [line if line.parent is None else replace(line, parent=id_meant(line.parent, ids)) for line in lines]
    return [
        replace(line, parent="")
        if line.parent and (line.parent.casefold() == line.unit_id.casefold() or says_nothing_above(line.parent, known))
        else line
        for line in lines
    ]


def id_meant(word: str, ids: Set[str]) -> str:
    """`9001` where `9001.0` is no id and `9001` is: programs make decimals of a column with an empty cell in it."""
    whole = _DECIMAL.fullmatch(word)
    return whole[1] if whole and word not in ids and whole[1] in ids else word


def _same_place(lines: Sequence[UnitLine]) -> Iterator[Told]:
    """A unit without an id that stands once more under the same one, as where a table was pasted twice."""
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.parent is not None and not line.unit_id and line.parent_line is None:
            first = seen.setdefault((line.name.casefold(), line.parent.casefold()), line.line)
            if first != line.line:
                yield Told(line.line, _twice(line.name, first))


def says_nothing_above(word: str, known: Set[str]) -> bool:
    """Whether it says that nothing stands above; `known` are ids and names in small letters, which mean a unit."""
    word = word.casefold()
    return (word in _NOTHING or numbers.is_missing(word)) and word not in known


def is_total(words: str) -> bool:
    """Whether a row that is called so sums up the others."""
    return _TOTAL.fullmatch(words) is not None


def _rows_of(rows: Sequence[Row], found: Units) -> Iterator[Row]:
    """The rows that made a unit."""
    lines = {line.line for line in found.lines}
    return (row for row in rows if row.line in lines)


def _take(row: Row, places: Mapping[Column, int], name: str, found: Units) -> UnitLine | None:
    """One row as a unit; nothing for a total or a fault, which are told."""
    unit_id = _cell(row, places, Column.UNIT_ID)
    first = name or next(filter(None, row.cells), "")
    if (not unit_id or (unit_id == first and not name)) and is_total(first):
        found.told.append(Told(row.line, _total(first)))
        return None
    if not name:
        found.faults.append(Told(row.line, NO_NAME))
        return None
    cell = _cell(row, places, Column.HEADCOUNT)
    headcount = _headcount(row, cell, found)
    if headcount is None and not numbers.is_unsaid(cell):
        return None
    parent = _cell(row, places, Column.PARENT) if Column.PARENT in places else None
    line = UnitLine(row.line, unit_id, name[:LONGEST_NAME], parent, headcount)
    if len(name) > LONGEST_NAME:
        found.told.append(Told(row.line, _shortened(line.name)))
    found.lines.append(line)
    return line


def _headcount(row: Row, cell: str, found: Units) -> int | None:
    """The number; None where nothing is written, or where it is a fault."""
    if numbers.is_unsaid(cell):
        return None
    count = numbers.count(cell)
    if count is None:
        found.faults.append(Told(row.line, _not_a_count(cell)))
    elif numbers.is_in_thousands(cell):
        found.told.append(Told(row.line, _in_thousands(cell, count)))
    return count


def _cell(row: Row, places: Mapping[Column, int], column: Column) -> str:
    """What stands there, on one line; without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return unguarded(one_line(row.cells[places[column]])) if column in places else ""


Path = tuple[str, ...]


def _by_levels(table: Table, places: Mapping[Column, int], levels: Sequence[int], found: Units) -> None:
    """One column a level: a row is the unit it names furthest to the right; an empty cell is as in the row above."""
    lines: dict[Path, UnitLine] = {}
    above: Path = ()
    without_row: list[Path] = []
    for row in table.rows:
        path = _path([one_line(row.cells[at]) for at in levels], above)
        line = _take(row, places, path[-1] if path else "", found)
        if line is None:
            continue
        above = path
        if path in lines:
            found.lines.remove(line)
            found.faults.append(Told(row.line, _twice(path[-1], lines[path].line)))
            continue
        lines[path] = line
        without_row += [path[:depth] for depth in range(1, len(path))]
    _with_rows_above(table, lines, without_row, found)
    found.lines = [_below(line, path, lines) for path, line in lines.items()]


def _path(cells: Sequence[str], above: Path) -> Path:
    """The unit's name and those above it, from the top. Cells to the left that are empty stand as in the row above."""
    filled = [at for at, cell in enumerate(cells) if cell]
    if not filled:
        return ()
    path = [cell or (above[at] if at < filled[0] and at < len(above) else "") for at, cell in enumerate(cells)]
    names = [name for name in path[: filled[-1] + 1] if name]
    # Some lists repeat the name downwards where a unit has fewer levels.
    return tuple(name for at, name in enumerate(names) if at == 0 or name != names[at - 1])


def _with_rows_above(table: Table, lines: dict[Path, UnitLine], paths: Sequence[Path], found: Units) -> None:
    number = max((row.line for row in table.rows), default=0)
    made = [path for path in dict.fromkeys(paths) if path not in lines]
    for path in made:
        number += 1
        lines[path] = UnitLine(number, "", path[-1][:LONGEST_NAME], None, None)
    if made:
        found.told.append(Told(0, _without_rows([path[-1] for path in made])))


def _below(line: UnitLine, path: Path, lines: Mapping[Path, UnitLine]) -> UnitLine:
    above = lines.get(path[:-1])
    if above is None:
        return replace(line, parent="")
    return replace(line, parent=above.unit_id or above.name, parent_line=above.line)


NO_NAME = Text(
    da="Enheden mangler et navn. Skriv det, eller slet linjen.",
    en="The unit has no name. Write it, or delete the line.",
)


def _total(words: str) -> Text:
    return filled(
        Text(
            da="»{words}« lægger de andre sammen og er ikke taget med som enhed.",
            en="“{words}” sums up the others and is not taken as a unit.",
        ),
        words=words[:60],
    )


def _damaged(name: str) -> Text:
    return filled(
        Text(
            da="»{name}« har mistet bogstaver. Gem listen igen som XLSX eller CSV UTF-8, eller ret navnet.",
            en="“{name}” has lost letters. Save the list again as XLSX or CSV UTF-8, or correct the name.",
        ),
        name=name[:60],
    )


def _perhaps_damaged(name: str) -> Text:
    return filled(
        Text(
            da="»{name}« ser ud til at have mistet bogstaver. Se efter på listen.",
            en="“{name}” seems to have lost letters. Look at the list.",
        ),
        name=name[:60],
    )


def _shortened(name: str) -> Text:
    return filled(
        Text(da="Navnet er for langt og bliver til »{name}«.", en="The name is too long and becomes “{name}”."),
        name=name,
    )


def _not_a_count(cell: str) -> Text:
    return filled(
        Text(
            da="»{cell}« er ikke et antal medarbejdere. Skriv et helt tal fra 0.",
            en="“{cell}” is not a number of employees. Write a whole number from 0.",
        ),
        cell=cell[:20],
    )


def _in_thousands(cell: str, count: int) -> Text:
    return filled(
        Text(da="»{cell}« er læst som {count} medarbejdere.", en="“{cell}” is read as {count} employees."),
        cell=cell, count=count,
    )


def _twice(name: str, line: int) -> Text:
    return filled(
        Text(
            da="»{name}« står samme sted på linje {line}. Slet den ene.",
            en="“{name}” stands in the same place on line {line}. Delete one of them.",
        ),
        name=name[:60], line=line,
    )


def _without_rows(names: Sequence[str]) -> Text:
    more = filled(AND_MORE, count=len(names) - NAMED) if len(names) > NAMED else ""
    return filled(
        Text(
            da="Uden egen række, så uden antal: {names}{more}.",
            en="Without a row of their own, so without a number: {names}{more}.",
        ),
        names=joined((cited(name) for name in names[:NAMED]), between=", "), more=more,
    )
