"""Overwriting what deletion left on the disk: SQLite's pages and log, PostgreSQL's dead rows."""

from functools import partial

from django.db import connection, transaction


def sweep(*tables: str) -> None:
    """Outside a transaction. `tables` are those that rows were deleted from; the embedded store is swept whole."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in tables:
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")


def sweep_afterwards(*tables: str) -> None:
    """Sweep once the transaction is through. What is deleted stays deleted where the store is too busy for it."""
    transaction.on_commit(partial(sweep, *tables), robust=True)
