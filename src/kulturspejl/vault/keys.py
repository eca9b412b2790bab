"""The keys of open rounds: files beside the database, never in it, destroyed at close.

The write-ahead log, dead rows and backups of the database hold sealed bytes only, so when the key is gone
they say nothing. A disk may keep old blocks of a deleted file; docs say so (docs/en/anonymity.md).
"""

import os
import uuid
from functools import lru_cache
from pathlib import Path

from django.conf import settings


class KeyGone(LookupError):
    """The round's key does not exist: the round is not open, or has been closed."""


def create(round_id: uuid.UUID) -> bytes:
    """Make and keep 32 random bytes, on disk before anything is sealed with them. An existing key stays."""
    folder = Path(settings.KULTURSPEJL_KEYS)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(_file(round_id), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return get(round_id)
    with os.fdopen(handle, "wb") as file:
        file.write(os.urandom(32))
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
    return get(round_id)


def get(round_id: uuid.UUID) -> bytes:
    """The round's key; raises KeyGone."""
    return _read(str(settings.KULTURSPEJL_KEYS), round_id)


def is_there(round_id: uuid.UUID) -> bool:
    """Whether the key lies in its file now, whatever this process remembers."""
    return _file(round_id).is_file()


def forget() -> None:
    """Keep no key in this process, for another one may have destroyed it: each is read from its file again."""
    _read.cache_clear()


def destroy(round_id: uuid.UUID) -> None:
    """Overwrite and remove the key. Doing it twice is the same as once."""
    forget()
    file = _file(round_id)
    if not file.exists():
        return
    with file.open("r+b") as handle:
        handle.write(os.urandom(32))
        handle.flush()
        os.fsync(handle.fileno())
    file.unlink()
    sync_folder(file.parent)


def _file(round_id: uuid.UUID, folder: str = "") -> Path:
    return Path(folder or settings.KULTURSPEJL_KEYS) / f"{round_id}.key"


@lru_cache(maxsize=256)
def _read(folder: str, round_id: uuid.UUID) -> bytes:
    file = _file(round_id, folder)
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise KeyGone(str(file)) from error


def sync_folder(folder: Path) -> None:
    """Names that came and went in the folder, on disk when this returns."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
