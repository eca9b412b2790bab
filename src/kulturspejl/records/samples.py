"""What PostgreSQL's planner keeps of columns whose rows are deleted on purpose: nothing."""

from collections.abc import Iterable
from typing import Any


def forget_samples(connection: Any, columns: Iterable[tuple[str, str]]) -> None:
    """No samples of these (table, column) any more; elsewhere than on PostgreSQL there are none.

    The planner keeps samples of a column's values, and keeps them when the rows are gone. To set a column's type, also
    to the one it has, throws away the samples that there are.
    """
    if connection.vendor != "postgresql":
        return
    name = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table, column in columns:
            cursor.execute(
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
                "WHERE attrelid = to_regclass(%s) AND attname = %s AND NOT attisdropped",
                [table, column],
            )
            for (kind,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {name(column)} SET STATISTICS 0")
                cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {name(column)} TYPE {kind}")
