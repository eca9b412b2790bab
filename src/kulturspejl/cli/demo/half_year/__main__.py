"""The process that plays the half-year, started by the button on the demo's pages: on a store of its own, then gone.

`python -m kulturspejl.cli.demo.half_year FOLDER LANGUAGE`, where FOLDER is `half_year` in the demo's own folder.
"""

import fcntl
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from kulturspejl.faces.shared import played
from kulturspejl.web import faults, private

MAKING = "making"


def main(folder: Path, language: str) -> int:
    """Play it and put it where the pages look; a second one at the same time does nothing."""
    with (folder / played.LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 0
        try:
            _play(folder, folder / MAKING, language)
        finally:
            shutil.rmtree(folder / MAKING, ignore_errors=True)
    return 0


def _play(folder: Path, own: Path, language: str) -> None:
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir(parents=True)
    _surroundings(own)
    for name in ("secret_key", "empty/kulturspejl.sqlite3"):
        source = folder / name if "/" in name else folder.parent / name
        if source.is_file():
            shutil.copyfile(source, own / Path(name).name)
    (own / "clock").write_text("0", encoding="ascii")
    from django.db.backends.signals import connection_created

    from kulturspejl.cli import instance

    instance.set_up()
    connection_created.connect(_in_haste, dispatch_uid="the half-year is played")
    instance.bring_store_up_to_date()
    from django.utils import timezone

    from kulturspejl.cli.demo.half_year.play import play
    from kulturspejl.faces.steward.demo import film, playing
    from kulturspejl.readers import demo

    made = play(
        own / "stops", language=language, last=timezone.localdate(), made_by=demo.tables(),
        told=lambda ready: played.write(folder / playing.READY, str(ready)),
    )  # fmt: skip
    shutil.rmtree(folder / "stops", ignore_errors=True)
    (own / "stops").replace(folder / "stops")
    film.keep(made, folder / film.FILM)


def _in_haste(connection: Any, **_kwargs: object) -> None:
    """Nobody has been told that anything is stored, and what is cut short is played anew: no waiting for the disk."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")


def _surroundings(own: Path) -> None:
    """A store, keys and a clock of its own; the addresses in letters are those of the demo."""
    os.environ |= {
        "KULTURSPEJL_DEMO": "1", "KULTURSPEJL_VAR": str(own), "KULTURSPEJL_KEYS": str(own / "keys"),
        "KULTURSPEJL_CLOCK_FILE": str(own / "clock"), "KULTURSPEJL_QUIET_HOURS": "0",
    }  # fmt: skip
    os.environ.pop("DATABASE_URL", None)


if __name__ == "__main__":
    private.begin()
    faults.catch_the_rest()
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
