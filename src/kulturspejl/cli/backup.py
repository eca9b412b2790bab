"""`kulturspejl backup FILE`: the whole instance in one file, while it runs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kulturspejl.cli import backup_notes, instance

SUMMARY = "write the whole instance to one file, while it runs"


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl backup", description=SUMMARY)
    made.add_argument("file", type=Path, metavar="FILE", help="where to write; an earlier file is replaced when done")
    made.add_argument(
        "--include-open", action="store_true",
        help="take addresses, codes, answers and keys of open rounds along: such a file can tell who answered",
    )  # fmt: skip
    return made


def run(argv: Sequence[str]) -> int:
    """Write, and say what is in the file and what is not."""
    given = parser().parse_args(argv)
    _refuse_place(given.file)
    instance.find_store()
    instance.set_up()
    instance.reach_store()
    from kulturspejl.cli.archive import write

    try:
        done = write.write(given.file, include_open=given.include_open)
    except write.NothingThere:
        sys.exit(f"Nothing is kept in {instance.store()} yet. Do KULTURSPEJL_VAR and DATABASE_URL name the right one?")
    except OSError as error:
        backup_notes.failed(error.strerror or type(error).__name__)
        sys.exit(f"{given.file} cannot be written: {error.strerror}. Name a file in a folder that this user may use.")
    except BaseException as error:
        backup_notes.failed(type(error).__name__)
        raise
    backup_notes.done(given.file)
    if given.include_open and done.open_rounds:
        _tell_everybody()
    print(f"{given.file}: {sum(done.rows.values())} rows of {len(done.rows)} tables.")
    print(_about_open(done.open_rounds, given.include_open))
    print(_ABOUT_KEY)
    return 0


def _tell_everybody() -> None:
    """AMR and TR can read that such a file was made. Tables before their upgrade have no place for it."""
    from django.utils import timezone

    from kulturspejl.actions import store_events
    from kulturspejl.cli.archive import schema

    if not schema.known() <= set(schema.applied()):
        return
    store_events.backup_with_answers(now=timezone.now())


def _refuse_place(file: Path) -> None:
    """What can be told before anything is opened."""
    if file.is_dir():
        sys.exit(f"{file} is a folder. Name a file in it, e.g. {file / 'kulturspejl.zip'}")
    if not file.absolute().parent.is_dir():
        sys.exit(f"There is no folder {file.absolute().parent}. Make it first, or name another file.")


_NOTES = "What people have written in rooms is left out, and so are mails of a demo."
_ABOUT_KEY = (
    "SECRET_KEY (var/secret_key unless it is set) is not in the file: keep it in another place. Without it codes and "
    "cards from before open nothing, and nobody can sign in with an app or a recovery code."
)


def _about_open(count: int, included: bool) -> str:
    if not count:
        return "No round is open." + ("" if included else f" {_NOTES}")
    if included:
        return (
            f"{count} open round(s) are included with addresses, codes, sealed answers AND their keys: until they "
            "close, whoever has this file can find out who answered what. Delete the file when they have closed."
        )
    return (
        f"{count} open round(s): addresses, codes and answers are left out, and so are their keys. After a restore "
        f"these rounds are given up and have to be made anew. {_NOTES} (--include-open takes them along.)"
    )
