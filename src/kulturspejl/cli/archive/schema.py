"""The tables as they are after some of the migrations, older ones too.

A backup is written and loaded in the tables that its store had: a file from an earlier version fits without a
column lost, and what the later migrations do to the rows is done to them after the restore as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from kulturspejl.cli.archive.tables import APPS, LEFT_OUT, Model, columns, name_of

Name = tuple[str, str]
LAST_OF_0_1 = "records.0006_sheets"
"""The last migration of version 0.1.0, whose files do not say which migrations their tables had."""


@dataclass(frozen=True)
class Schema:
    """Migrations by name (records.0001_initial), and the tables that they make."""

    names: tuple[str, ...]
    loader: MigrationLoader = field(repr=False, compare=False)

    @cached_property
    def tables(self) -> list[Model]:
        """Every table that is backed up, in a fixed order."""
        found = [model for model in self.all_models if name_of(model) not in LEFT_OUT]
        return sorted(found, key=name_of)

    @cached_property
    def all_models(self) -> list[Model]:
        """Every table of ours, also those that no backup holds."""
        nodes = [_pair(name) for name in self.names]
        made = self.loader.project_state(nodes).apps.get_models() if nodes else ()
        return [model for model in made if model._meta.app_label in APPS]

    @property
    def format(self) -> int:
        """1 while the tables are those of version 0.1.0, which then can read the file; it refuses 2, as it must."""
        of_0_1 = _until(self.loader, _pair(LAST_OF_0_1), "records")
        return 1 if all(name in of_0_1 for name in self.names if _pair(name)[0] == "records") else 2

    def find(self, name: str) -> Model | None:
        """The table called records.Round, where these tables have one."""
        return next((model for model in self.tables if name_of(model) == name), None)

    def rows(self, name: str, using: str = "default") -> Any:
        """All rows of records.<name>; none where there is no such table."""
        model = self.find(f"records.{name}")
        return model._base_manager.using(using) if model else _Nothing()


class _Nothing:
    """The rows of a table that these migrations do not make: none, whatever is asked."""

    def filter(self, *_: object, **__: object) -> "_Nothing":
        return self

    exclude = order_by = filter

    def values_list(self, *_: object, **__: object) -> list[Any]:
        return []

    def delete(self) -> tuple[int, dict[str, int]]:
        return 0, {}

    def update(self, **_: object) -> int:
        return 0


def known() -> set[str]:
    """Every migration that this program brings along, and those that it has put together into others."""
    found = _loader().disk_migrations
    replaced = {name for migration in found.values() for name in migration.replaces}
    return {_word(name) for name in {*found, *replaced}}


def applied() -> list[str]:
    """The migrations that the store has been through, in their order; none on an empty one."""
    rows = MigrationRecorder(connection).applied_migrations().values()
    return [_word((row.app, row.name)) for row in sorted(rows, key=lambda row: row.pk)]


def of_store() -> Schema:
    """The tables that the store has now."""
    return of([name for name in applied() if _pair(name)[0] in APPS])


def newest() -> Schema:
    """The tables after all migrations of this program."""
    loader = _loader()
    return Schema(tuple(name for app in APPS for name in _until(loader, loader.graph.leaf_nodes(app)[0], app)), loader)


def of(names: Iterable[str]) -> Schema:
    """The tables after these migrations, which this program must know."""
    return Schema(tuple(names), _loader())


def guessed(keys: Mapping[str, set[str]]) -> Schema | None:
    """The tables of a file of version 0.1.0, told by its tables and by the columns of those that hold a row.

    `keys` is table -> columns, empty where the table is. None where no version had such tables.
    """
    loader = _loader()
    others = [name for app in APPS[1:] for name in _until(loader, loader.graph.leaf_nodes(app)[0], app)]
    mine = _until(loader, _pair(LAST_OF_0_1), "records")
    for end in range(len(mine), 0, -1):
        tried = Schema((*mine[:end], *others), loader)
        if _fits(tried, keys):
            return tried
    return None


def _fits(schema: Schema, keys: Mapping[str, set[str]]) -> bool:
    there = {name_of(model): {one.attname for one in columns(model)} for model in schema.tables}
    return there.keys() == keys.keys() and all(not found or found == there[name] for name, found in keys.items())


def _until(loader: MigrationLoader, node: Name, app: str) -> list[str]:
    return [_word(name) for name in loader.graph.forwards_plan(node) if name[0] == app]


def _loader() -> MigrationLoader:
    # Also those that a later one stands for: a file may be from between them.
    return MigrationLoader(None, replace_migrations=False)


def _word(name: Name) -> str:
    return ".".join(name)


def _pair(word: str) -> Name:
    app, name = word.split(".", 1)
    return app, name
