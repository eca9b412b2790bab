"""Something real written where keys are kept and synced, as a round's keys are: the only proof that it can be done."""

import os
import secrets
from pathlib import Path

from django.conf import settings

NAME = "proof"


def write_one() -> None:
    """Write, sync and read it back. Raises OSError where keys could not be kept."""
    folder = Path(settings.KULTURSPEJL_KEYS)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    wanted = secrets.token_bytes(64)
    # Each process its own file: two at a time would read each other's.
    file = folder / f"{NAME}.{os.getpid()}"
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.pwrite(handle, wanted, 0)
        os.fsync(handle)
        if os.pread(handle, len(wanted), 0) != wanted:
            raise OSError(f"{folder} gives back something else than was written")
    finally:
        os.close(handle)
        file.unlink(missing_ok=True)
