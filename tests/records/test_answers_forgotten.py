"""The upgrade makes every old result anew from the kept answers and then forgets these; killed, it begins again."""

import json

import pytest

from tests.fixtures.served import ROOT, Server

pytestmark = pytest.mark.slow
OLD = """
from tests.records import old_rounds
old_rounds.fill(old_rounds.migrate_to_before(), {rounds})
"""
UPGRADE = """
from kulturspejl.cli.instance import bring_store_up_to_date
bring_store_up_to_date()
"""
LOOK = """
import json
from django.db import connection
from kulturspejl.records.models import Release, Round
from tests.records import old_rounds, small_units as small
released = {{one.round_id: one.released for one in Release.objects.all()}}
ids = list(Round.objects.values_list("id", flat=True))
faults = {{}}
for one in released.values():
    mine = [old_rounds.faults_of(one, number) for number in range({rounds} + 2)]
    faults[min(range(len(mine)), key=lambda at: len(mine[at]))] = min(mine, key=len)
raw = b"".join(file.read_bytes() for file in small.store_files("~"))
answers = list(old_rounds.all_answers({rounds}))
print(json.dumps([
    len(released), sorted(faults), [fault for some in faults.values() for fault in some],
    sorted(connection.introspection.table_names()), len(small.found_in(raw, answers, small.likely)),
    sorted(Round.objects.values_list("state", flat=True)),
]))
"""
CLOSE = """
from datetime import UTC, datetime
from kulturspejl.actions import closing
print(len(closing.close_due(now=datetime(2026, 11, 23, tzinfo=UTC))))
"""
KILLED = """
import os, signal
from django.db import connection
from kulturspejl.cli.instance import bring_store_up_to_date
from kulturspejl.records import old_matrices
import importlib
step = importlib.import_module("kulturspejl.records.migrations.0011_no_answers_after_the_release")
count = 0
def until_killed(execute, sql, params, many, context):
    global count
    if {mark!r} in sql:
        count += 1
        if count == {at}:
            os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)
connection.ensure_connection()
with connection.execute_wrapper(until_killed):
    bring_store_up_to_date()
"""


@pytest.fixture
def old(tmp_path):
    """`old(rounds, **environment)`: an instance that the version before left."""

    def make(rounds, **more):
        (tmp_path / "old").mkdir()
        server = Server(tmp_path / "old", {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"} | more)
        server.var.mkdir()
        server.python(OLD.format(rounds=rounds))
        return server

    return make


def look(server, rounds):
    return json.loads(server.python(LOOK.format(rounds=rounds)).splitlines()[-1])


def everything_is_as_it_should_be(server, rounds):
    count, numbers, faults, tables, readable, states = look(server, rounds)
    assert (count, numbers, faults) == (rounds + 2, list(range(rounds + 2)), [])
    assert "records_sealedmatrix" not in tables
    assert readable == 0, "no answer lies readable in the store"
    assert states == ["closing"] * 2 + ["released"] * rounds
    assert server.python(CLOSE).split() == ["2"], "half-closed rounds go on"
    assert look(server, rounds)[5] == ["released"] * (rounds + 2)


def test_every_result_is_made_anew_and_no_answer_is_left(old):
    server = old(4)
    assert "6 result(s) were made anew" in server.python(UPGRADE)
    assert "made anew" not in server.python(UPGRADE)
    everything_is_as_it_should_be(server, 4)


@pytest.mark.sweep
def test_an_instance_with_hundreds_of_rounds(old):
    server = old(200)
    assert "202 result(s) were made anew" in server.python(UPGRADE)
    assert server.python(CLOSE).split() == ["2"]
    assert server.python(
        "from kulturspejl.records.models import Release\n"
        "print({one['schema'] for one in Release.objects.values_list('released', flat=True)})"
    ).split() == ["{'release-2'}"]


@pytest.mark.postgres
def test_the_same_on_postgresql(old, new_postgres_url):
    server = old(4, DATABASE_URL=new_postgres_url())
    assert "6 result(s) were made anew" in server.python(UPGRADE)
    everything_is_as_it_should_be(server, 4)


@pytest.mark.parametrize(
    ("mark", "at"),
    [
        pytest.param('UPDATE "records_release"', 3, id="among the releases", marks=pytest.mark.sweep),
        pytest.param("DROP TABLE IF EXISTS records_sealedmatrix", 1, id="before the table goes"),
        pytest.param("VACUUM", 1, id="before the sweep", marks=pytest.mark.sweep),
    ],
)
def test_killed_on_the_way_it_is_taken_up_again(old, mark, at):
    server = old(4)
    with pytest.raises(AssertionError, match="ended with -9"):
        server.python(KILLED.format(mark=mark, at=at))
    server.python(UPGRADE)
    everything_is_as_it_should_be(server, 4)


def test_where_one_result_cannot_be_made_anew_nothing_is_deleted(old):
    server = old(2)
    server.python(
        "from django.db import connection\n"
        "with connection.cursor() as cursor:\n"
        "    cursor.execute(\"UPDATE records_round SET policy_version = 'none-such' WHERE state = 'closing'\")"
    )
    done = server.run([*server_python(), UPGRADE_CODE], check=False)
    assert done.returncode == 1
    assert "cannot be made anew" in done.stderr
    assert "Nothing has been deleted" in done.stderr
    assert "Traceback" not in done.stderr
    kept = "from django.db import connection\nprint('records_sealedmatrix' in connection.introspection.table_names())"
    assert server.python(kept).split() == ["True"]


def server_python():
    import sys

    return [sys.executable, "-c"]


UPGRADE_CODE = (
    "import django, os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'kulturspejl.web.settings'\ndjango.setup()\n" + UPGRADE
)
