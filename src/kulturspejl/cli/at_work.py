"""Whether a server is at work on this instance: a restore must not change the tables under it.

A lock on a file of the instance's folder: the kernel takes it back however a process ends. Servers of other machines
are not seen.
"""

import fcntl
import os
import sys

NAME = "at_work"


def begin() -> None:
    """This process and those that it forks serve from here on, until they end."""
    _lock(fcntl.LOCK_SH)


def refuse_beside_a_server() -> None:
    """End with a sentence while one serves; none begins until this process has ended."""
    from django.conf import settings

    try:
        _lock(fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"The program is serving from {settings.KULTURSPEJL_VAR}. Stop it first. Nothing has been changed.")


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
