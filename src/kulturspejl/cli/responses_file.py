"""RESPONSES.csv: one row a respondent, 24 points for now and as many or four for the preferred profile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kulturspejl.cli import left_out
from kulturspejl.cli.answer_rows import PERSON, UNIT, AnswerRows, of_table, stacked
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.blocks import Blocks
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.long_file import NotPlain, read_long
from kulturspejl.cli.points import in_percent, most_common_total, total_of
from kulturspejl.cli.progress import Progress, silent
from kulturspejl.cli.table_file import TableFile, read_file
from kulturspejl.core.instruments.allocation.form import (
    DRAWN,
    IN_DIMENSIONS,
    ON_PAPER,
    AnswerForm,
    Block,
    blocks_of,
)
from kulturspejl.core.tables.plain_numbers import Numbers, is_small


def _keys(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(key for block in blocks for key in block.keys)


_NOW = [block for block in blocks_of(ON_PAPER) if block.period == "now"]
_WISHED = {form: blocks_of(AnswerForm(ON_PAPER.total, form))[len(_NOW) :] for form in (IN_DIMENSIONS, DRAWN)}
NOW, PREFERRED, WISH = _keys(_NOW), _keys(_WISHED[IN_DIMENSIONS]), _keys(_WISHED[DRAWN])
"""The names of columns, which are those of an answer's numbers."""
POINTS = (*NOW, *PREFERRED, *WISH)
CALLED = {
    PERSON: ("respondent", "respondent_id", "respondent_nr", "svar_id", "response_id"),
    UNIT: ("enheds_id", "enhed_id", "enhedsid", "enhedsnr", "enhedskode", "enhed", "unit", "afdeling", "afdelings_id",
           "team"),
}  # fmt: skip
COLUMNS = {name: CALLED.get(name, ()) for name in (PERSON, UNIT, *POINTS)}
"""The columns of the contract, and what else they are called: a unit that is not known makes all answers one group."""
LEAST_BLOCKS = 4
EVERYBODY = "all"
"""The one group of a file that names no units."""


@dataclass(frozen=True)
class Responses:
    """`points` has a row for each usable respondent: 24 columns, then 4 (`form` "drawn") or 24 ("dimensions").

    Blocks that were left out are below zero. `units[i]` is the place of row i's unit in `unit_names`. Everybody has
    enough for now and, where `form` is not None, for the preferred profile: all means stand on the same persons. Where
    each period was asked to stand on its own (`read_responses`), everybody has enough for one of them. `total` is a
    question's points.
    """

    units: NDArray[np.int32]
    unit_names: Sequence[str]
    points: Numbers
    form: str | None
    left_out: Sequence[LeftOut]
    total: int
    is_total_found: bool

    @property
    def unit_ids(self) -> list[str]:
        """Each row's unit."""
        return [self.unit_names[unit] for unit in self.units.tolist()]


def read_responses(
    path: Path,
    total: int | None,
    *,
    encoding: str | None = None,
    is_each_period_alone: bool = False,
    progress: Progress = silent,
) -> Responses:
    """The usable answers of a file. BadFile on a missing column, a resp_id twice, or where no answer can be used.

    Where `total` is None it is found in the data. `progress` hears which share of a long file is read.
    """
    rows = _rows(path, encoding, progress)
    must_have(path, rows, NOW)
    shares = []
    # Whole numbers are no shares, and a long file of them is not looked through for that.
    if total is None and not all(map(is_small, rows.parts)) and most_common_total(_now(rows)) == 1:
        rows = replace(rows, parts=[in_percent(part) for part in rows.parts])
        shares = [left_out.shares(rows.heading_line)]
    points = total or total_of(_now(rows))
    form, judged, notes = _judged(path, rows, points)
    named, nameless = _named(rows)
    usable, unusable = _usable(judged, form, rows.lines, is_each_period_alone=is_each_period_alone)
    aside = [*map(left_out.of_told, rows.told), *left_out.unused_columns(rows.unused, rows.heading_line)]
    faults = [*shares, *notes, *aside, *nameless, *judged.faults, *unusable]
    listed = sorted(faults, key=lambda fault: (fault.line, fault.what))
    use = named & usable
    if not use.any():
        raise left_out.nothing_usable(path, listed, _now(rows), points)
    has_units = UNIT in rows.columns
    return Responses(
        units=rows.units[use] if has_units else np.zeros(int(use.sum()), dtype=np.int32),
        unit_names=rows.unit_names if has_units else [EVERYBODY],
        points=judged.points[use],
        form=form,
        left_out=listed,
        total=points,
        is_total_found=total is None,
    )


def _rows(path: Path, encoding: str | None, progress: Progress) -> AnswerRows:
    try:
        return read_long(path, names=POINTS, used=COLUMNS, encoding=encoding, progress=progress)
    except NotPlain:
        table = read_file(path, COLUMNS, encoding)
        must_have(path, table, NOW)
        must_be_single(path, table)
        return of_table(table, POINTS, COLUMNS)


def _now(rows: AnswerRows) -> Iterator[Numbers]:
    return (rows.cells(part, NOW) for part in rows.parts)


def must_have(path: Path, rows: AnswerRows | TableFile, names: Sequence[str]) -> None:
    """BadFile where one of these columns is missing."""
    missing = [name for name in names if name not in rows.columns]
    if missing:
        some = ", ".join(missing[:4]) + (" …" if len(missing) > 4 else "")
        line = rows.heading_line
        raise BadFile(
            f"{path.name}: disse kolonner mangler: {some}. Der er ledt efter overskrifterne på linje {line}.",
            f"{path.name}: these columns are missing: {some}. Headings were looked for on line {line}.",
        )


def must_be_single(path: Path, table: TableFile) -> None:
    """BadFile where one resp_id stands there twice."""
    seen: dict[str, int] = {}
    names = table.column("resp_id") if "resp_id" in table.columns else []
    for name, line in zip(names, table.lines, strict=False):
        if name and name in seen:
            raise BadFile(
                f"{path.name}: resp_id {name} står der to gange, på linje {seen[name]} og {line}.",
                f"{path.name}: resp_id {name} stands there twice, on lines {seen[name]} and {line}.",
            )
        seen[name] = line


@dataclass(frozen=True)
class _Judged:
    """All blocks of all rows: their `points`, how many `now` and `wished` are whole (N,), and what is wrong."""

    points: Numbers
    now: NDArray[np.int64]
    wished: NDArray[np.int64]
    faults: Sequence[LeftOut]


def _judged(path: Path, rows: AnswerRows, total: int) -> tuple[str | None, _Judged, list[LeftOut]]:
    """The preferred profile in six dimensions where half of the file has it, else as drawn, else none."""
    notes: list[LeftOut] = []
    for form, wished_blocks in _WISHED.items():
        columns = _keys(wished_blocks)
        if not set(columns) & set(rows.columns):
            continue
        must_have(path, rows, columns)
        found = _judge(rows, [*_NOW, *wished_blocks], total)
        wished = np.count_nonzero(found.wished)
        if wished and 2 * wished >= len(rows):
            return form, found, notes
        notes += [left_out.rare_wish()] if wished else []
    return None, _judge(rows, _NOW, total), notes


def _judge(rows: AnswerRows, asked: Sequence[Block], total: int) -> _Judged:
    """A part of the file at a time. What was drawn has the points of all dimensions."""
    names = [block.id for block in asked]
    totals = [total * block.total // ON_PAPER.total for block in asked]
    points, now, wished, row = [], [], [], 0
    faults: list[LeftOut] = []
    for part in rows.parts:
        blocks = Blocks.of(rows.cells(part, _keys(asked)), names, totals)
        points.append(blocks.points)
        now.append(blocks.whole("now"))
        wished.append(blocks.whole("pref") + blocks.whole("wish"))
        faults += blocks.faults(rows.lines[row : row + len(part)])
        row += len(part)
    none = np.empty(0, dtype=np.int64)
    return _Judged(
        points=stacked(points), now=np.concatenate([none, *now]), wished=np.concatenate([none, *wished]), faults=faults
    )


def _named(rows: AnswerRows) -> tuple[NDArray[np.bool_], list[LeftOut]]:
    """Which rows say who and where, as far as the file asks, and a fault for each of the others."""
    nobody, nowhere = ~rows.has_person, rows.has_person & ~rows.has_unit
    faults = [left_out.nameless_row(line, PERSON) for line in rows.lines[nobody].tolist()]
    faults += [left_out.nameless_row(line, UNIT) for line in rows.lines[nowhere].tolist()]
    return rows.has_person & rows.has_unit, faults


def _usable(
    judged: _Judged, form: str | None, lines: NDArray[np.int32], *, is_each_period_alone: bool
) -> tuple[NDArray[np.bool_], Iterator[LeftOut]]:
    """Which rows have at least four of six dimensions (or the drawing) in every period that was asked, or in one."""
    now = judged.now >= LEAST_BLOCKS
    if form is None:
        wished = np.ones_like(now)
    else:
        wished = judged.wished >= LEAST_BLOCKS if form == "dimensions" else judged.wished == 1
    use = now | wished if is_each_period_alone and form is not None else now & wished
    faults = (
        left_out.no_preferred(line) if has_now else left_out.too_few_blocks(line)
        for line, has_now in zip(lines[~use].tolist(), now[~use].tolist(), strict=True)
    )
    return use, faults
