"""One row by one column, by a statement that is put together once: the ORM spends five times a row's cost on it.

For what is asked at every press and every ring; whatever is asked now and then is asked through the ORM.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model

Row = TypeVar("Row", bound=Model)
Read = Callable[[Any], Any]


@dataclass(frozen=True)
class Prepared:
    """`statement` asks for the columns of the fields `names`, in their order; `reads` makes of a value at a place what
    the field holds."""

    statement: str
    names: Sequence[str]
    reads: Sequence[tuple[int, Read]]


_kept = threading.local()
"""What this thread's connection has prepared, since each reads values by its own settings; gone with the thread."""


def row_by(
    table: type[Row], column: str, value: Any, *, without: tuple[str, ...] = (), is_locked: bool = False
) -> Row | None:
    """The row, or None; `value` as the store compares it (`questions.key_of` for an id).

    `without`: fields that are fetched when they are asked for. `is_locked`: until the transaction ends, and not against
    rows that only point at it (FOR NO KEY UPDATE); the embedded store lets one transaction write at a time anyway.
    """
    store = connections[DEFAULT_DB_ALIAS]
    asked = _prepared(store, table, column, without)
    lock = " FOR NO KEY UPDATE" if is_locked and store.features.has_select_for_no_key_update else ""
    with store.cursor() as cursor:
        cursor.execute(asked.statement + lock, [value])
        found = cursor.fetchone()
    if found is None:
        return None
    values = list(found)
    for place, read in asked.reads:
        values[place] = read(values[place])
    return table.from_db(store.alias, asked.names, values)


def write(row: Model, *fields: str) -> None:
    """Write these fields of a row that has been read, as they stand in it now."""
    store, meta = connections[DEFAULT_DB_ALIAS], row._meta
    name = store.ops.quote_name
    ours = [*(field for field in meta.concrete_fields if field.name in fields), meta.pk]
    *columns, own = (f"{name(str(field.column))} = %s" for field in ours)
    words = [field.get_db_prep_save(getattr(row, field.attname), store) for field in ours]
    with store.cursor() as cursor:
        cursor.execute(f"UPDATE {name(meta.db_table)} SET {', '.join(columns)} WHERE {own}", words)


def _prepared(
    store: BaseDatabaseWrapper, table: type[Model], column: str, without: tuple[str, ...]
) -> Prepared:
    if getattr(_kept, "store", None) is not store:
        _kept.store, _kept.known = store, {}
    known: dict[object, Prepared] = _kept.known
    what = (table, column, without)
    if what not in known:
        known[what] = _prepare(store, table, column, without)
    return known[what]


def _prepare(
    store: BaseDatabaseWrapper, table: type[Model], column: str, without: tuple[str, ...]
) -> Prepared:
    name = store.ops.quote_name
    fields = [field for field in table._meta.concrete_fields if field.name not in without]
    columns = ", ".join(name(field.column) for field in fields if field.column)
    reads = [(place, read) for place, field in enumerate(fields) if (read := _reads(store, field))]
    statement = f"SELECT {columns} FROM {name(table._meta.db_table)} WHERE {name(column)} = %s"
    return Prepared(statement, [field.attname for field in fields], reads)


def _reads(store: BaseDatabaseWrapper, field: "Field[Any, Any]") -> Read | None:
    """What the ORM does to a value of this field, one step after the other; None for one that is told as it is."""
    told = field.get_col(field.model._meta.db_table)
    steps = [*store.ops.get_db_converters(told), *told.get_db_converters(store)]
    if not steps:
        return None
    return lambda value: reduce(lambda made, step: step(made, told, store), steps, value)
