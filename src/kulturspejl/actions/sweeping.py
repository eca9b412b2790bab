"""Overwriting what deletion left on the disk: SQLite's pages and log, PostgreSQL's dead rows.

A row that is deleted or written anew is not gone on PostgreSQL: the row as it was stays in the table's file until the
place is used again, which may be never. So what is deleted by a close, a day's end or a person is swept at once, and
what was changed or deleted in any other way each night.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction
from django.db.models import CASCADE, Model
from django.utils import timezone

from kulturspejl.actions import instance_facts
from kulturspejl.values.instance_facts import SWEPT, fact

AT_ONCE = 64 * 1024 * 1024
"""Bytes of a table up to which it is written anew while people wait: about a second. Larger ones wait for the night."""
PATIENCE = "5s"
"""A sweep needs the table for itself. Whoever waits longer, behind a backup say, holds up everybody who reads it."""
NIGHT = 3
"""The hour, by the clock on the wall, in which hardly anybody is there."""
EVERY = timedelta(hours=20)
AT_LATEST = timedelta(hours=30)
"""For a server that is stopped at night."""
log = logging.getLogger(__name__)


def tables_under(*models: type[Model]) -> tuple[str, ...]:
    """The tables from which rows go when a row of one of these is deleted: its own, and all that hang on it."""
    found: dict[type[Model], None] = dict.fromkeys(models)
    waiting = list(models)
    while waiting:
        for relation in waiting.pop()._meta.get_fields(include_hidden=True):
            below = relation.related_model
            goes_too = getattr(relation, "on_delete", None) is CASCADE and relation.auto_created
            if below is not None and goes_too and below not in found:
                found[below] = None
                waiting.append(below)
    return tuple(model._meta.db_table for model in found)


def sweep(*tables: str) -> None:
    """Outside a transaction. `tables` are those that rows were deleted from; the embedded store is swept whole. Raises
    OperationalError where somebody holds a table for long."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [PATIENCE])
        try:
            for table in tables:
                cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
        finally:
            cursor.execute("RESET lock_timeout")


def sweep_afterwards(*tables: str) -> None:
    """Sweep once the transaction is through. What is deleted stays deleted where the store is too busy for it, and is
    swept in the night."""

    def swept() -> None:  # Django tells of a fault by the name of what it called, and a partial has none.
        _sweep_small(tables)

    transaction.on_commit(swept, robust=True)


def sweep_at_night(*, now: datetime) -> bool:
    """Once a night, of all tables in which something may have been deleted or changed; whether it is done. Where
    somebody holds a table it is tried again at the next turn."""
    last, hour = fact(SWEPT), timezone.localtime(now).hour
    if last is None or last.at > now:  # The clock was ahead: nobody waits for it to come there again.
        instance_facts.keep(SWEPT, "", now)
        return False
    since = now - last.at
    if since < EVERY or (hour != NIGHT and since < AT_LATEST):
        return False
    done = [_swept(table) for table in _touched()]
    if not all(done):
        return False
    instance_facts.keep(SWEPT, "", now)
    return True


def _sweep_small(tables: Iterable[str]) -> None:
    if connection.vendor == "sqlite":
        _swept("")
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE oid = ANY(SELECT to_regclass(one) FROM unnest(%s::text[]) AS one) "
            "AND pg_total_relation_size(oid) <= %s",
            [list(tables), AT_ONCE],
        )
        small = {name for (name,) in cursor.fetchall()}
    for table in tables:
        if table in small:
            _swept(table)


def _swept(table: str) -> bool:
    try:
        sweep(table)
    except OperationalError as fault:
        log.warning("What was deleted is overwritten later: %s %s", table, type(fault.__cause__ or fault).__name__)
        return False
    return True


def _touched() -> list[str]:
    """Small tables, and large ones in which the store has counted a change; of the embedded store its one file."""
    ours = sorted(connection.introspection.django_table_names())
    if connection.vendor == "sqlite":
        return ours[:1]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_stat_user_tables WHERE schemaname = current_schema() "
            "AND (n_tup_del + n_tup_upd > 0 OR pg_total_relation_size(relid) <= %s)",
            [AT_ONCE],
        )
        found = {name for (name,) in cursor.fetchall()}
    return [name for name in ours if name in found]
