"""`kulturspejl restore FILE`: a backup into an empty instance."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kulturspejl.cli import at_work, instance
from kulturspejl.core.tables.signs import legible

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
    """Load, bring its tables up to date, and say what came back and what did not."""
    given = parser().parse_args(argv)
    if not given.file.is_file():
        sys.exit(f"There is no file {given.file}. Nothing has been changed.")
    instance.set_up()
    instance.reach_store()
    at_work.refuse_beside_a_server()
    from kulturspejl.cli.archive import load, schema

    if schema.of_store().rows("Organisation").values_list("id")[:1] and not given.replace:
        sys.exit("This instance is not empty. --replace throws away what is in it; make a backup of that first.")
    try:
        done = load.load(given.file)
    except load.BadArchive as fault:
        sys.exit(f"Nothing has been changed. {legible(str(fault))}")
    instance.bring_store_up_to_date()
    _note(done)
    print(legible("\n".join(_said(done))))
    return 0


def _note(done: "Loaded") -> None:
    """For pages and `doctor`: what was lost, when the file is from, and which SECRET_KEY its codes belong to."""
    from django.utils import timezone

    from kulturspejl.actions import instance_facts, store_events
    from kulturspejl.actions.closing import lost
    from kulturspejl.values.instance_facts import RESTORED, SECRET

    now = timezone.now()
    lost.mark_restored(done.given_up, now)
    store_events.restored(written=done.manifest.written, now=now)
    instance_facts.keep(RESTORED, done.manifest.written, now)
    instance_facts.keep(SECRET, done.manifest.codes_key, now)


def _said(done: "Loaded") -> list[str]:
    lost = len(done.given_up)
    lines = [f"{_origin(done)}: {sum(done.rows.values())} rows of {len(done.rows)} tables are back."]
    lines += _about_ledger(done)
    if not done.manifest.includes_open:
        lines.append("What was written in rooms is not in such a file, so rooms that were on are empty.")
    if lost:
        lines.append(
            f"{lost} round(s) were open and came back without answers: they are given up. Their pages say so, and so "
            "does the page for whoever has a code; ask again with a new round."
        )
    if done.other_key:
        lines.append(
            "SECRET_KEY is another one here than at the backup: old cards do not open their results, codes of open "
            "rounds let nobody in, and apps and recovery codes sign nobody in. Put the earlier one in its place and "
            "restore again."
        )
    return lines


def _origin(done: "Loaded") -> str:
    said = done.manifest
    return f"Written {said.written or 'on a day that it does not tell'} by Kulturspejl {said.program}"


def _about_ledger(done: "Loaded") -> list[str]:
    if done.again is None:
        from django.conf import settings

        return [
            f"There is no ledger of deletions ({settings.KULTURSPEJL_VAR}/deletions.jsonl): what was deleted after the "
            "backup is back, and so are permissions that were ended. If you have a copy of it, put it there and "
            "restore again."
        ]
    return [
        f"The ledger of deletions was replayed: {done.again.deleted} deletion(s) were done again (rounds, lists of "
        "those who were asked, people).",
        f"{done.again.ended} permission(s) that were ended after the backup are ended again. Changed last days are as "
        "they were then.",
    ]
