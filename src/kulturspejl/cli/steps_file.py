"""RESPONSES.csv of a scale: one row a respondent, now_1, now_2 … and, where goals were asked for, goal_1, goal_2 …"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kulturspejl.cli.answer_rows import PERSON, UNIT
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.left_out import LeftOut, by_reason, nameless_row, of_told, unused_columns
from kulturspejl.cli.responses_file import CALLED, EVERYBODY, Responses, must_be_single, must_have
from kulturspejl.cli.table_file import TableFile, read_file
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.instruments.scale.form import GOAL, LEAST
from kulturspejl.core.tables.numbers import number
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

NOT_WHOLE = Text(
    da="Svaret er ikke helt: {columns} er ikke et helt tal fra {least} til {most}.",
    en="The answer is not whole: {columns} is not a whole number from {least} to {most}.",
)
MEND = Text(da="Ret tallet, eller slet rækken.", en="Correct the number, or delete the row.")
SHOWN = 4


def read_steps(path: Path, instrument: ScaleInstrument, *, encoding: str | None = None) -> Responses:
    """The whole answers of a file; BadFile on a missing column, a resp_id twice, or where no answer can be used."""
    keys = instrument.form.keys
    names = {name: CALLED.get(name, ()) for name in (PERSON, UNIT, *keys)}
    table = read_file(path, names, encoding)
    must_have(path, table, keys)
    must_be_single(path, table)
    cells = np.array([[number(cell) for cell in table.column(key)] for key in keys], dtype=np.float64).T
    fits = (cells >= LEAST) & (cells <= instrument.most) & (cells == np.rint(cells))
    named, nameless = _named(table)
    use = named & fits.all(axis=1)
    faults = [*map(of_told, table.told), *unused_columns(table.unused(names), table.heading_line), *nameless]
    faults += _not_whole(table, fits, named, instrument)
    listed = sorted(faults, key=lambda fault: (fault.line, fault.what))
    if not use.any():
        raise _nothing_usable(path, listed)
    units = table.column(UNIT) if UNIT in table.columns else [EVERYBODY] * len(use)
    there = list(dict.fromkeys(unit for unit, is_used in zip(units, use.tolist(), strict=True) if is_used))
    place = {unit: at for at, unit in enumerate(there)}
    return Responses(
        units=np.array([place[unit] for unit, ok in zip(units, use.tolist(), strict=True) if ok], dtype=np.int32),
        unit_names=there, points=cells[use].astype(np.int16),
        form=GOAL if instrument.form.has_goal else None, left_out=listed, total=instrument.most, is_total_found=False,
    )  # fmt: skip


def _named(table: TableFile) -> tuple[NDArray[np.bool_], list[LeftOut]]:
    """Which rows say who and where, as far as the file asks, and a fault for each of the others."""
    use, faults = np.ones(len(table.lines), dtype=np.bool_), []
    for column in (PERSON, UNIT):
        if column in table.columns:
            there = np.array([bool(cell) for cell in table.column(column)], dtype=np.bool_)
            faults += [nameless_row(table.lines[row], column) for row in np.flatnonzero(use & ~there).tolist()]
            use &= there
    return use, faults


def _not_whole(
    table: TableFile, fits: NDArray[np.bool_], named: NDArray[np.bool_], instrument: ScaleInstrument
) -> Iterator[LeftOut]:
    keys = instrument.form.keys
    for row in np.flatnonzero(named & ~fits.all(axis=1)).tolist():
        wrong = [key for key, ok in zip(keys, fits[row].tolist(), strict=True) if not ok]
        columns = ", ".join(wrong[:SHOWN]) + (" …" if len(wrong) > SHOWN else "")
        why = filled(NOT_WHOLE, columns=columns, least=LEAST, most=instrument.most)
        yield LeftOut(table.lines[row], "row", why, MEND)


def _nothing_usable(path: Path, faults: Sequence[LeftOut]) -> BadFile:
    da, en = (
        "\n".join([said, *by_reason(faults, language)])
        for language, said in (
            ("da", f"{path.name}: intet svar kan bruges."), ("en", f"{path.name}: no answer can be used.")
        )
    )
    return BadFile(da, en)
