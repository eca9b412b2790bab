"""SQLite made durable and forgetful: an acknowledged answer survives a kill, a deleted one is overwritten."""

from typing import Any

from django.db.backends.signals import connection_created

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
)


def connect() -> None:
    """Ask Django to tell when a connection is made."""
    connection_created.connect(_prepare, dispatch_uid="kulturspejl.sqlite_pragmas")


def _prepare(connection: Any, **_kwargs: object) -> None:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for pragma in PRAGMAS:
            cursor.execute(pragma)
