"""The rows of a file of answers as small whole numbers; how long its text is, no step depends on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kulturspejl.cli.table_file import TableFile
from kulturspejl.core.tables.numbers import number
from kulturspejl.core.tables.plain_lines import Keys, PlainLines, short_key, short_word
from kulturspejl.core.tables.plain_numbers import MISSING, Numbers, is_small, large, numbers, small
from kulturspejl.core.tables.row import Row, Told

PERSON, UNIT = "resp_id", "unit_id"
_AT_ONCE = 20_000
Words = Sequence[str] | Keys
"""One for each row, or none at all where the file has no such column."""


@dataclass(frozen=True)
class AnswerRows:
    """`parts` (n, columns) hold the rows in order, `names` are their columns; `lines` (N,) each row's line.

    `units` (N,) is each one's place in `unit_names`, where the file names units; `has_person`, `has_unit` (N,) whether
    the row says who and where, as far as the file asks. `unused` headings stand over something nobody reads.
    """

    columns: Mapping[str, int]
    heading_line: int
    told: Sequence[Told]
    unused: Sequence[str]
    names: Sequence[str]
    parts: Sequence[Numbers]
    lines: NDArray[np.int32]
    units: NDArray[np.int32]
    unit_names: Sequence[str]
    has_person: NDArray[np.bool_]
    has_unit: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.lines)

    def cells(self, part: Numbers, names: Sequence[str]) -> Numbers:
        """These columns of a part."""
        at = [self._place[name] for name in names]
        return part if at == list(range(part.shape[1])) else part[:, at]

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self.names)}


class Collecting:
    """Takes in rows, from whichever reader, and forgets their text."""

    def __init__(self, columns: Mapping[str, int], names: Collection[str]) -> None:
        self.columns = columns
        self.names = [name for name in names if name in columns]
        self._at = [columns[name] for name in self.names]
        self._units = _Numbered()
        self._people: list[NDArray[np.int64]] = []
        self._parts: list[Numbers] = []
        self._lines: list[NDArray[np.int32]] = []
        self._codes: list[NDArray[np.int32]] = []
        self._named: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]] = []

    def rows(self, rows: Sequence[Row]) -> None:
        """Rows as the reader of whole tables gives them."""
        for at in range(0, len(rows), _AT_ONCE):
            some = rows[at : at + _AT_ONCE]
            self._take(self._cells(some), np.array([row.line for row in some]), self._column(some, PERSON),
                       self._column(some, UNIT))  # fmt: skip

    def block(self, lines: PlainLines, rows: Sequence[Row], lines_before: int) -> None:
        """The plain lines of a block, and its other lines as rows, put into the order of the file."""
        cells = numbers(lines, self._at)
        at = lines.lines + lines_before + 1
        people, units = (self._words(lines, name, is_mixed=bool(rows)) for name in (PERSON, UNIT))
        order = np.flatnonzero(_says_something(lines, cells))
        if rows:
            order = np.concatenate([order, np.arange(len(at), len(at) + len(rows))])
            cells = stacked([cells, self._cells(rows)])
            at = np.concatenate([at, [row.line for row in rows]])
            people, units = [*people, *self._column(rows, PERSON)], [*units, *self._column(rows, UNIT)]
            order = order[np.argsort(at[order], kind="stable")]
        if rows or len(order) < len(at):
            people, units = _in_order(people, order), _in_order(units, order)
            cells, at = cells[order], at[order]
        self._take(cells, at, people, units)

    def is_anybody_twice(self) -> bool:
        """Whether two rows may have one name: told by numbers, so that no long name is kept."""
        seen = np.sort(np.concatenate(self._people)) if self._people else np.empty(0, dtype=np.int64)
        return bool((seen[1:] == seen[:-1]).any())

    def found(self, heading_line: int, told: Sequence[Told], unused: Sequence[str]) -> AnswerRows:
        """All that was taken in."""
        return AnswerRows(
            columns=self.columns, heading_line=heading_line, told=told, unused=unused, names=self.names,
            parts=self._parts or [self._cells([])], lines=_joined(self._lines, np.int32),
            units=_joined(self._codes, np.int32), unit_names=list(self._units),
            has_person=_joined([who for who, _ in self._named], np.bool_),
            has_unit=_joined([where for _, where in self._named], np.bool_),
        )  # fmt: skip

    def _take(
        self, cells: Numbers, lines: NDArray[np.integer], people: Words, units: Words
    ) -> None:
        who, where = (_all_there(words, len(lines)) for words in (people, units))
        self._parts.append(cells)
        self._lines.append(lines.astype(np.int32))
        self._codes.append(self._numbered(units))
        self._named.append((who, where))
        keys = people if isinstance(people, np.ndarray) else np.array([_key(word) for word in people], dtype=np.int64)
        self._people.append(keys[who] if len(keys) else keys)

    def _numbered(self, units: Words) -> NDArray[np.int32]:
        """Each one's place among the units, in the order of their first appearance."""
        known = self._units.short if isinstance(units, np.ndarray) else self._units
        words = units.tolist() if isinstance(units, np.ndarray) else units
        return np.fromiter(map(known.__getitem__, words), dtype=np.int32, count=len(words))

    def _cells(self, rows: Sequence[Row]) -> Numbers:
        read = {cell: number(cell) for cell in {row.cells[at] for row in rows for at in self._at}}
        values = [[read[row.cells[at]] for at in self._at] for row in rows]
        return small(np.array(values, dtype=np.float64).reshape(len(rows), len(self._at)))

    def _column(self, rows: Sequence[Row], name: str) -> list[str]:
        return [row.cells[self.columns[name]] for row in rows] if name in self.columns else []

    def _words(self, lines: PlainLines, name: str, *, is_mixed: bool) -> Words:
        """As numbers where all of them are short, and come from nowhere else; else as they are written."""
        if name not in self.columns:
            return []
        short = None if is_mixed else lines.short(self.columns[name])
        return lines.column(self.columns[name]) if short is None else short


class _Numbered(dict[str, int]):
    """Each word's place in the order of first appearance; `short` has the same by the keys of short words."""

    def __init__(self) -> None:
        super().__init__()
        self.short = _ByKey(self)

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


class _ByKey(dict[int, int]):
    def __init__(self, words: _Numbered) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, key: int) -> int:
        self[key] = self._words[short_word(key)]
        return self[key]


def of_table(table: TableFile, names: Collection[str], used: Collection[str]) -> AnswerRows:
    """The rows of a table that stands whole in memory."""
    found = Collecting(table.columns, names)
    found.rows(table.table.rows)
    return found.found(table.table.heading_line, table.told, table.unused(used))


def stacked(parts: Sequence[Numbers]) -> Numbers:
    """One under the other: small whole numbers where all of them are."""
    if all(map(is_small, parts)):
        return np.concatenate(parts).astype(np.int16, copy=False)
    return np.concatenate([large(part) for part in parts])


def _says_something(lines: PlainLines, cells: Numbers) -> NDArray[np.bool_]:
    """Which rows (n,) hold more than room: a row of spaces is no row."""
    found: NDArray[np.bool_] = np.asarray((cells != MISSING if is_small(cells) else ~np.isnan(cells)).any(axis=1))
    for row in np.flatnonzero(~found).tolist():
        places = zip(lines.starts[row].tolist(), lines.ends[row].tolist(), strict=True)
        found[row] = any(lines.text[start:end].strip() for start, end in places)
    return found


def _joined(parts: Sequence[NDArray[np.generic]], kind: type[np.generic]) -> NDArray:
    return np.concatenate(parts) if parts else np.empty(0, dtype=kind)


def _key(word: str) -> int:
    short = short_key(word)
    return hash(word) if short is None else short


def _in_order(words: Words, order: NDArray[np.intp]) -> Words:
    if isinstance(words, np.ndarray):
        return words[order]
    return [words[place] for place in order.tolist()] if words else words


def _all_there(words: Words, rows: int) -> NDArray[np.bool_]:
    if isinstance(words, np.ndarray):
        return words != 0
    if "" not in words:
        return np.ones(rows, dtype=np.bool_)
    return np.array([bool(word) for word in words])
