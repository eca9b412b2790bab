"""Empty tables as a backup had them: ours are made anew, those of the framework stay."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from kulturspejl.cli.archive.schema import Schema
from kulturspejl.cli.archive.tables import APPS


def framework() -> None:
    """The tables that ours lean on; they hold nothing that a backup brings back."""
    executor = MigrationExecutor(connection)
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] not in APPS])


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction for tables and rows alike; references are looked at once, at its end."""
    # SQLite changes tables only with this off, and lets nobody turn it off inside a transaction.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            yield
            connection.check_constraints()
    finally:
        connection.enable_constraint_checking()


def lay(schema: Schema) -> None:
    """Throw our tables away and make these, empty, as if their migrations had just been run."""
    _drop()
    with connection.schema_editor(atomic=False) as editor:
        for model in schema.all_models:
            editor.create_model(model)
    recorder = MigrationRecorder(connection)
    recorder.migration_qs.filter(app__in=APPS).delete()
    for name in schema.names:
        recorder.record_applied(*name.split(".", 1))


def restart_counters(schema: Schema) -> None:
    """The next row gets a number of its own."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), schema.tables):
            cursor.execute(statement)


def _drop() -> None:
    begins = tuple(f"{app}_" for app in APPS)
    after = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name.startswith(begins):
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(name)}{after}")
