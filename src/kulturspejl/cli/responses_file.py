"""RESPONSES.csv: one row a respondent, 24 points for now and as many or four for the preferred profile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kulturspejl.cli import left_out
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.blocks import Blocks
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.points import total_of
from kulturspejl.cli.table_file import TableFile, read_file
from kulturspejl.core.profile.numbers import DIMENSIONS, LETTERS

NOW = tuple(f"now_{dimension}_{letter}" for dimension in DIMENSIONS for letter in LETTERS)
PREFERRED = tuple(f"pref_{dimension}_{letter}" for dimension in DIMENSIONS for letter in LETTERS)
WISH = tuple(f"wish_{letter}" for letter in LETTERS)
COLUMNS = dict.fromkeys(("resp_id", "unit_id", *NOW, *PREFERRED, *WISH), ())
LEAST_BLOCKS = 4
EVERYBODY = "all"
"""The one group of a file that names no units."""


@dataclass(frozen=True)
class Responses:
    """`points` has a row for each usable respondent: 24 columns, then 4 (`form` "drawn") or 24 ("dimensions").

    Blocks that were left out are nan. `unit_ids[i]` is row i's unit. Everybody has enough for now and, where `form` is
    not None, for the preferred profile: all means stand on the same persons. Where each period was asked to stand on
    its own (`read_responses`), everybody has enough for one of them. `total` is a question's points.
    """

    unit_ids: Sequence[str]
    points: NDArray[np.float64]
    form: str | None
    left_out: Sequence[LeftOut]
    total: int
    is_total_found: bool


def read_responses(
    path: Path, total: int | None, *, encoding: str | None = None, is_each_period_alone: bool = False
) -> Responses:
    """The usable answers of a file. BadFile on a missing column, a resp_id twice, or where no answer can be used.

    Where `total` is None it is found in the data.
    """
    table = read_file(path, COLUMNS, encoding)
    _must_have(path, table, NOW)
    _must_be_single(path, table)
    points = total or total_of(_cells(table, NOW))
    form, blocks, notes = _blocks(path, table, points)
    named, nameless = _named(table)
    usable, unusable = _usable(blocks, form, table.lines, is_each_period_alone=is_each_period_alone)
    aside = [*map(left_out.of_told, table.told), *left_out.unused_columns(table, COLUMNS)]
    faults = [*notes, *aside, *nameless, *blocks.faults(table.lines), *unusable]
    listed = sorted(faults, key=lambda fault: (fault.line, fault.what))
    use = named & usable
    if not use.any():
        raise left_out.nothing_usable(path, listed, _cells(table, NOW), points)
    ids = table.column("unit_id") if "unit_id" in table.columns else [EVERYBODY] * len(table.lines)
    return Responses(
        unit_ids=[ids[row] for row in np.flatnonzero(use)],
        points=blocks.points[use],
        form=form,
        left_out=listed,
        total=points,
        is_total_found=total is None,
    )


def _must_have(path: Path, table: TableFile, names: Sequence[str]) -> None:
    missing = [name for name in names if name not in table.columns]
    if missing:
        some = ", ".join(missing[:4]) + (" …" if len(missing) > 4 else "")
        line = table.table.heading_line
        raise BadFile(
            f"{path.name}: disse kolonner mangler: {some}. Der er ledt efter overskrifterne på linje {line}.",
            f"{path.name}: these columns are missing: {some}. Headings were looked for on line {line}.",
        )


def _must_be_single(path: Path, table: TableFile) -> None:
    seen: dict[str, int] = {}
    names = table.column("resp_id") if "resp_id" in table.columns else []
    for name, line in zip(names, table.lines, strict=False):
        if name and name in seen:
            raise BadFile(
                f"{path.name}: resp_id {name} står der to gange, på linje {seen[name]} og {line}.",
                f"{path.name}: resp_id {name} stands there twice, on lines {seen[name]} and {line}.",
            )
        seen[name] = line


def _blocks(path: Path, table: TableFile, total: int) -> tuple[str | None, Blocks, list[LeftOut]]:
    """The preferred profile in six dimensions where half of the file has it, else as drawn, else none."""
    notes: list[LeftOut] = []
    now = [f"now_{dimension}" for dimension in DIMENSIONS]
    for form, columns, names, sums in (
        ("dimensions", PREFERRED, [f"pref_{dimension}" for dimension in DIMENSIONS], [total] * 6),
        ("drawn", WISH, ["wish"], [6 * total]),
    ):
        if not set(columns) & set(table.columns):
            continue
        _must_have(path, table, columns)
        blocks = Blocks.of(_cells(table, [*NOW, *columns]), [*now, *names], [total] * 6 + sums)
        wished = np.isfinite(blocks.points[:, len(NOW) :]).any(axis=1).sum()
        if wished and 2 * wished >= len(table.lines):
            return form, blocks, notes
        notes += [left_out.rare_wish()] if wished else []
    return None, Blocks.of(_cells(table, NOW), now, [total] * 6), notes


def _cells(table: TableFile, columns: Sequence[str]) -> NDArray[np.float64]:
    return np.array(table.numbers(columns), dtype=np.float64).reshape(len(table.lines), len(columns))


def _named(table: TableFile) -> tuple[NDArray[np.bool_], list[LeftOut]]:
    """Which rows say who and where, as far as the file asks, and a fault for each of the others."""
    named, faults = np.ones(len(table.lines), dtype=np.bool_), []
    for name in ("resp_id", "unit_id"):
        for row, cell in enumerate(table.column(name) if name in table.columns else []):
            if not cell and named[row]:
                named[row] = False
                faults.append(left_out.nameless_row(table.lines[row], name))
    return named, faults


def _usable(
    blocks: Blocks, form: str | None, lines: Sequence[int], *, is_each_period_alone: bool
) -> tuple[NDArray[np.bool_], Iterator[LeftOut]]:
    """Which rows have at least four of six dimensions (or the drawing) in every period that was asked, or in one."""
    now = blocks.whole("now") >= LEAST_BLOCKS
    if form is None:
        wished = np.ones_like(now)
    else:
        wished = blocks.whole("pref") >= LEAST_BLOCKS if form == "dimensions" else blocks.whole("wish") == 1
    use = now | wished if is_each_period_alone and form is not None else now & wished
    faults = (
        left_out.no_preferred(lines[row]) if now[row] else left_out.too_few_blocks(lines[row])
        for row in np.flatnonzero(~use).tolist()
    )
    return use, faults
