"""Letting the half-year be played: a process of its own, which many may ask for and one is."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from kulturspejl.actions import whole_store
from kulturspejl.faces.shared import played
from kulturspejl.faces.steward.demo import film
from kulturspejl.readers import demo as reader

PROGRAM, READY, LOG = "kulturspejl.cli.demo.half_year", "ready", "making.log"
STOPS = 9
"""How many stops there will be; counted while they are made."""
_started: list["subprocess.Popen[bytes]"] = []


def is_possible() -> bool:
    """Whether this demo can open other days: on the embedded store alone."""
    return whole_store.can_be_kept()


def made() -> film.Film | None:
    """What has been played for the tables that the store has; an earlier version's film is none."""
    found = film.read()
    return found if found is not None and found.made_by == reader.tables() else None


def is_under_way() -> bool:
    """Whether it is being played now, whoever asked for it; asked of the kernel, so a killed one is none."""
    _reap()
    try:
        handle = os.open(played.folder() / played.LOCK, os.O_RDWR)
    except FileNotFoundError:
        return bool(_started)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return bool(_started)


def ready() -> int:
    """How many stops are ready of those that are being made."""
    try:
        return int((played.folder() / READY).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def has_failed() -> bool:
    """Whether the last time ended with words of a fault."""
    log = played.folder() / LOG
    return log.is_file() and log.stat().st_size > 0


def start() -> None:
    """Begin, unless it is there or under way."""
    if not is_possible() or is_under_way() or made() is not None:
        return
    folder = played.folder()
    folder.mkdir(parents=True, exist_ok=True)
    played.write(folder / READY, "0")
    with (folder / LOG).open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, str(folder), reader.language()], stdin=subprocess.DEVNULL, stdout=log,
            stderr=log, env=os.environ | {"PYTHONPATH": os.pathsep.join(_where())}, start_new_session=True,
        )  # fmt: skip
    _started.append(process)


def _where() -> list[str]:
    """Where this program's own code is, first, whatever folder it was started in."""
    own = str(Path(__file__).resolve().parents[4])
    return [own, *(one for one in os.environ.get("PYTHONPATH", "").split(os.pathsep) if one and one != own)]


def _reap() -> None:
    _started[:] = [one for one in _started if one.poll() is None]
