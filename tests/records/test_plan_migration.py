"""Plans of version 0.7.0 come over with an id of their own, on both stores, and what was thrown away stays away."""

import json

import pytest

from tests.fixtures.served import Server

BEFORE = """
import uuid
from datetime import date
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
others = [one for one in executor.loader.graph.leaf_nodes() if one[0] != "records"]
executor.migrate([("records", "0038_own_plan"), *others])
old = executor.loader.project_state([("records", "0038_own_plan")]).apps
get = lambda name: old.get_model("records", name).objects
owners = [get("User").create(email=f"{n}@a.test", username=f"u{n}", name=f"N{n}") for n in range(2)]
for n, owner in enumerate(owners):
    get("SealedPlan").create(owner=owner, sealed=f"1.{n}")
    get("SharedLine").create(owner=owner, words=f"Linje {n}", key_hash=f"l{n}", ends_on=date(2027, 1, 1))
    get("PlanReminder").create(owner=owner, days=["2026-12-02", "2026-12-09"], key_hash=f"r{n}")
from kulturspejl.cli.archive import load
from kulturspejl.cli.archive.schema import of_store
from kulturspejl.vault import ledger
ledger.note(what=ledger.OWN_PLAN, round_id=ledger.of_version_0_7(owners[1].id), on=date(2026, 12, 1))
load._replay(of_store())
call_command("migrate", verbosity=0)
"""
AFTER = """
import json
from kulturspejl.records.models import PlanReminder, SealedPlan, SharedLine
from kulturspejl.vault import ledger
plan = SealedPlan.objects.get()
assert plan.id == ledger.of_version_0_7(plan.owner_id)
print(json.dumps([plan.sealed, sorted(SharedLine.objects.values_list("words", flat=True)),
                  [one.first.isoformat() for one in PlanReminder.objects.all()]]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("store", ["embedded", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_plans_lines_and_reminders_come_over(store, request, tmp_path):
    place = {"SECRET_KEY": "for-the-instance-of-this-test-alone"}
    if store == "postgres":
        place["DATABASE_URL"] = request.getfixturevalue("new_postgres_url")()
    instance = Server(tmp_path, place)
    instance.var.mkdir(exist_ok=True)
    said = instance.python(BEFORE + AFTER)
    assert json.loads(said.splitlines()[-1]) == ["1.0", ["Linje 0", "Linje 1"], ["2026-12-02"] * 2]
