"""Keys out of a backup: set down whole beside those in force, and taken up when the rows that they open are there.

So a disk that is full in the middle of a restore, or a folder that cannot be written to, changes neither rows nor keys.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from kulturspejl.vault.keys import sync_folder

NOT_YET = "restored-"


def set_down(name: str, content: bytes) -> Path:
    """A key file of this name, not in force yet; on disk when this returns. Raises OSError, and then there is none."""
    folder = Path(settings.KULTURSPEJL_KEYS)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / f"{NOT_YET}{Path(name).name}"
    file.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    except OSError:
        file.unlink(missing_ok=True)
        raise
    return file


def take_up(files: Sequence[Path]) -> None:
    """They take the places of those in force, which needs no room on the disk."""
    for file in files:
        file.replace(file.with_name(file.name.removeprefix(NOT_YET)))
    for folder in {file.parent for file in files}:
        sync_folder(folder)


def drop_all() -> None:
    """Those that a kill or a fault left lying. Repeating does no harm."""
    for file in Path(settings.KULTURSPEJL_KEYS).glob(f"{NOT_YET}*"):
        file.unlink(missing_ok=True)
