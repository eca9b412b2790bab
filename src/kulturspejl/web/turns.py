"""Where several processes share a store, each turn of a job belongs to one of them: no letter goes out twice."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

OURS = 0x6B756C74
"""PostgreSQL's advisory locks are numbers that everybody in the database shares; this half says that it is ours."""


@contextmanager
def alone(name: str) -> Iterator[bool]:
    """Whether the turn is ours; if so, no other process has it until we are through or die."""
    if connection.vendor != "postgresql":
        yield True
        return
    key = [OURS, zlib.crc32(name.encode()) - 2**31]
    is_ours = _ask("SELECT pg_try_advisory_lock(%s, %s)", key)
    try:
        yield is_ours
    finally:
        if is_ours:
            _ask("SELECT pg_advisory_unlock(%s, %s)", key)


def _ask(statement: str, key: list[int]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, key)
        row = cursor.fetchone()
    return bool(row and row[0])
