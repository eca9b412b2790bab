"""A demo's whole store, kept as it stands and put back again: how a month of its half-year is opened.

A store in the place of another is no deed in an organisation: it asks nobody and notes nothing. So it refuses to be
done anywhere but in a demo, whose answers and people are made up.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import open_rounds
from kulturspejl.core.errors import NotThere
from kulturspejl.vault import keys

STORE, KEYS = "kulturspejl.sqlite3", "keys"


def can_be_kept() -> bool:
    """A demo on the embedded store."""
    return bool(settings.KULTURSPEJL_DEMO) and connection.vendor == "sqlite"


def keep_whole(folder: Path) -> None:
    """Copy store and keys into the folder; what lay there stays until the copy is whole. Raises NotThere."""
    _refuse()
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with closing(sqlite3.connect(fresh / STORE)) as copy:
        _own().backup(copy)
    shutil.copytree(_keys(), fresh / KEYS) if _keys().is_dir() else (fresh / KEYS).mkdir()
    shutil.rmtree(folder, ignore_errors=True)
    fresh.replace(folder)


def put_in_place(folder: Path) -> None:
    """Store and keys of the folder in the place of those that are here, while others read and write. Raises NotThere.

    All tables change in one moment, as by one transaction: whoever reads meanwhile finishes in the store before.
    """
    _refuse()
    with closing(sqlite3.connect(folder / STORE)) as kept:
        # Whoever writes now is waited for.
        kept.backup(_own())
    _exchange_keys(folder / KEYS)
    open_rounds.forget_all()
    keys.forget()


def put_in_place_at_rest(folder: Path) -> None:
    """The same before anything is served, where the store may be of an older version, or half exchanged."""
    _refuse()
    connection.close()
    for name in (STORE, f"{STORE}-wal", f"{STORE}-shm"):
        _live().with_name(name).unlink(missing_ok=True)
    shutil.copyfile(folder / STORE, _live())
    _exchange_keys(folder / KEYS)


def _refuse() -> None:
    if not can_be_kept():
        raise NotThere(NOTHING_HERE)


def _own() -> sqlite3.Connection:
    """This thread's connection to the store that is served."""
    connection.ensure_connection()
    own: sqlite3.Connection = connection.connection
    return own


def _exchange_keys(given: Path) -> None:
    """Those of the store that came; the others belong to rounds that are not there."""
    own = _keys()
    own.mkdir(parents=True, exist_ok=True)
    wanted = {file.name for file in given.iterdir()}
    for name in wanted:
        fresh = own / f"{name}.new"
        shutil.copyfile(given / name, fresh)
        fresh.replace(own / name)
    for file in own.iterdir():
        if file.name not in wanted and file.suffix in (".key", ".boxes"):
            file.unlink()


def _live() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _keys() -> Path:
    return Path(settings.KULTURSPEJL_KEYS)
