"""Reading and writing many sealed lists in two statements, for the one writer."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import connection

Place = tuple[uuid.UUID, int]


def fetch(
    table: str, columns: Sequence[str], places: Collection[Place], where: str = ""
) -> dict[Place, tuple[Any, ...]]:
    """(round unit, shard) -> (id, *columns) of the rows there are, locked where the store locks rows.

    `table`, `columns` and `where` come from the code, never from outside.
    """
    features = connection.features
    lock = "FOR UPDATE" if features.has_select_for_update else ""
    these = " OR ".join(["(round_unit_id = %s AND shard = %s)"] * len(places))
    statement = (
        f"SELECT round_unit_id, shard, id, {', '.join(columns)} FROM {table} "
        f"WHERE ({these}) {where} ORDER BY id {lock}"
    )
    with connection.cursor() as cursor:
        native = features.has_native_uuid_field
        cursor.execute(statement, [word for unit, shard in places for word in (unit if native else unit.hex, shard)])
        rows = cursor.fetchall()
    found = {(_unit(row[0]), row[1]): tuple(row[2:]) for row in rows}
    return {place: found[place] for place in places if place in found}


def write(table: str, columns: Sequence[str], rows: Mapping[int, Sequence[bytes]]) -> None:
    """New bytes in these columns, by row id."""
    values: list[list[bytes | int]] = [[*row, row_id] for row_id, row in sorted(rows.items())]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET {', '.join(f'{name} = %s' for name in columns)} WHERE id = %s", values
        )


def _unit(value: object) -> uuid.UUID:
    return value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))
