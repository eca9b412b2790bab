"""`kulturspejl restore FILE`: a backup into an empty instance."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kulturspejl.cli import instance

if TYPE_CHECKING:
    from kulturspejl.cli.archive.load import Loaded

SUMMARY = "load a backup into an empty instance, and delete again what was deleted since"


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl restore", description=f"{SUMMARY}. Stop the server first.")
    made.add_argument("file", type=Path, metavar="FILE", help="what `kulturspejl backup` has written")
    made.add_argument("--replace", action="store_true", help="throw away what is in this instance")
    return made


def run(argv: Sequence[str]) -> int:
    """Load, and say what came back and what did not."""
    given = parser().parse_args(argv)
    instance.set_up()
    instance.bring_store_up_to_date()
    from kulturspejl.cli.archive import load
    from kulturspejl.readers import organisation

    if not organisation.is_empty() and not given.replace:
        sys.exit("This instance is not empty. --replace throws away what is in it; make a backup of that first.")
    try:
        done = load.load(given.file, replace=given.replace)
    except load.BadArchive as fault:
        sys.exit(f"Nothing has been changed. {fault}")
    print("\n".join(_said(done)))
    return 0


def _said(done: "Loaded") -> list[str]:
    again, lost = done.deleted_again, done.given_up
    lines = [
        f"{sum(done.rows.values())} rows of {len(done.rows)} tables are back.",
        f"The ledger of deletions was replayed: {again} round(s) had something to delete again.",
    ]
    if done.remade:
        lines.append(
            f"{done.remade} result(s) were made anew by the rules of this version. The single answers that the old "
            "file holds have not been taken over: delete the file when you have made a new backup."
        )
    if lost:
        lines.append(f"{lost} round(s) were open and came back without answers: they are given up.")
    if done.other_key:
        lines.append("SECRET_KEY is another one here than at the backup: old cards do not open their results.")
    return lines
