"""Whether a server is at work on this instance: a restore must not change the tables under it.

A lock on a file of the instance's folder: the kernel takes it back however a process ends. Servers of other machines
are seen in PostgreSQL's list of connections.
"""

import fcntl
import os
import sys
from pathlib import Path

NAME = "at_work"


def begin() -> None:
    """This process and those that it forks serve from here on, until they end. The embedded store has one server."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "postgresql":
        _lock(fcntl.LOCK_SH)
        return
    try:
        _lock(fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(
            f"Another program is at work on {settings.KULTURSPEJL_VAR}: a server, or a restore. The embedded store has "
            "one. Stop that one first, or set KULTURSPEJL_VAR to another folder."
        )


def refuse_beside_a_server() -> None:
    """End with a sentence while one serves; none begins on this machine until this process has ended."""
    from django.conf import settings

    try:
        _lock(fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"The program is serving from {settings.KULTURSPEJL_VAR}. Stop it first. Nothing has been changed.")
    if elsewhere := _listening():
        sys.exit(f"{elsewhere} server(s) are at work on the database. Stop them first. Nothing has been changed.")


def is_served(folder: Path) -> bool:
    """Whether a server is at work on the folder; looked at without holding anything."""
    try:
        handle = os.open(folder / NAME, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _listening() -> int:
    """Servers of all machines hold a connection that listens for the others."""
    from django.db import connection

    from kulturspejl.live.postgres import KEEPALIVE

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = %s",
            [str(KEEPALIVE["application_name"])],
        )
        return int(cursor.fetchone()[0])


def _lock(how: int) -> None:
    from django.conf import settings

    folder = settings.KULTURSPEJL_VAR
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        sys.exit(f"{folder} cannot be written to ({error.strerror}). KULTURSPEJL_VAR names another folder.")
    # Left open on purpose: the lock lives as long as the process.
    fcntl.flock(handle, how)
