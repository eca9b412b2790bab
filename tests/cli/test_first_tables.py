"""All tables at once are those that the migrations make one after the other, on both stores."""

import json
import re

import pytest

from tests.fixtures.served import ROOT, Server

pytestmark = pytest.mark.slow
ONE_BY_ONE = """
from django.core.management import call_command
from kulturspejl.cli.instance import reach_store
reach_store()
call_command("migrate", verbosity=0, interactive=False)
from kulturspejl.cli import versions
versions.sign()
from kulturspejl.records.samples import keep_none
keep_none()  # as every start does
"""
AT_ONCE = """
from kulturspejl.cli.archive import first
first.make_where_none_are()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == [], "nothing is left to do"
from kulturspejl.cli.instance import bring_store_up_to_date
bring_store_up_to_date()
"""
LOOK = """
import json
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
found = {"migrations": sorted(map(str, MigrationRecorder(connection).applied_migrations()))}
with connection.cursor() as cursor:
    def rows(statement, *given):
        cursor.execute(statement, given)
        return sorted(map(repr, cursor.fetchall()))
    for name in connection.introspection.table_names(cursor):
        found[name] = rows(f"SELECT count(*) FROM {name}") if name != "django_migrations" else []
        if connection.vendor == "sqlite":
            found[name] += rows(f"SELECT name, type, \\"notnull\\", dflt_value, pk FROM pragma_table_info('{name}')")
            found[name] += rows(f'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(\\'{name}\\')')
            found[name] += rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s", name)
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [name])
            found[name] += sorted(cursor.fetchone()[0].partition("(")[2].rpartition(")")[0].split(", "))
        else:
            found[name] += rows(
                "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attstattarget, "
                "pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a LEFT JOIN pg_attrdef d "
                "ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
                "WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped", name)
            found[name] += rows("SELECT indexdef FROM pg_indexes WHERE tablename = %s", name)
            found[name] += rows(
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass", name)
print(json.dumps(found))
"""


SECOND = re.compile(r"(?:(?<=_key)|(?<=_pkey)|(?<=_null))1\b")
"""What PostgreSQL calls the rules of a table that took the place of another of its name (migration 0045); nothing asks
for them by their names."""


def made_by(folder, code: str, **more: str) -> dict:
    """What stands in a store that this code has made its tables in."""
    folder.mkdir()
    server = Server(folder, {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"} | more)
    server.var.mkdir()
    server.python(code)
    return json.loads(SECOND.sub("", server.python(LOOK).splitlines()[-1]))


@pytest.mark.parametrize(
    "store", ["embedded", pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.sweep])]
)
def test_all_at_once_is_one_after_the_other(tmp_path, request, store):
    def url() -> dict[str, str]:
        return {"DATABASE_URL": request.getfixturevalue("new_postgres_url")()} if store == "postgres" else {}

    one_by_one = made_by(tmp_path / "slow", ONE_BY_ONE, **url())
    at_once = made_by(tmp_path / "fast", AT_ONCE, **url())
    assert at_once.keys() == one_by_one.keys()
    assert [name for name, found in one_by_one.items() if at_once[name] != found] == []
    assert len(one_by_one["records_box"]) > 8
