"""Files of answers and units for tests of the command line."""

import csv
from collections.abc import Mapping
from pathlib import Path

from kulturspejl.cli.responses_file import NOW, PREFERRED, WISH
from tests.core.disclosure.people import answers

COLUMNS = {None: (), "drawn": WISH, "dimensions": PREFERRED}


def write_responses(
    path: Path, counts: Mapping[str, int], form: str | None = "drawn", total: int = 10
) -> Path:
    """So many complete rows by unit; the same counts give the same file."""
    rows = [
        [f"p-{unit}-{place}", unit, *(f"{value:g}" for value in row)]
        for seed, (unit, n) in enumerate(counts.items())
        for place, row in enumerate(answers(n, seed + 1, form, total))
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["resp_id", "unit_id", *NOW, *COLUMNS[form]], *rows])
    return path


def write_units(path: Path, rows: list[tuple[str, str, str, int | str]]) -> Path:
    """unit_id, parent_id, name, invited."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["unit_id", "parent_id", "name", "invited"], *rows])
    return path
