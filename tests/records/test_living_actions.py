"""Traits and actions of version 0.5.0 in the tables of today: readable, with what is known, and nobody reminded."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kulturspejl.actions.letters import due
from kulturspejl.core.plans.history import Did, agreements
from kulturspejl.readers import action_page, plans
from kulturspejl.records.models import Action, Letter
from kulturspejl.values.plan_lines import lines_of
from tests import people
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
BEFORE = [("records", "0021_home")]
AT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
DAY = town.NOW.date()


def to(target=None):
    """To where the tables were then; else to where they are today, which is where other tests look for them."""
    executor = MigrationExecutor(connection)
    target = target or [one for one in executor.loader.graph.leaf_nodes() if one[0] == "records"]
    executor.migrate(target)
    return MigrationExecutor(connection).loader.project_state(target).apps


@pytest.fixture
def carried():
    """Three actions as 0.5.0 kept them, in its own tables; the unit's people are those of today."""
    where = people.team(9)
    Action.objects.all().delete()
    old = to(BEFORE)
    trait, action, entry = (old.get_model("records", name) for name in ("Trait", "Action", "AuditEntry"))
    chosen = {"unit_id": where.unit, "notice": "Vi spørger", "better_for": "borgerne", "chosen_on": date(2026, 9, 1)}
    first = trait.objects.create(more_of="Dialog", is_current=False, **chosen)
    now = trait.objects.create(more_of="Færre møder", is_current=True, chosen_by_id=where.leader.id, **chosen)
    words = {"who": "Karen", "due": DAY, "follow_up": DAY, "agreed_on": date(2026, 9, 1)}
    made = {
        "aside": action.objects.create(trait=first, what="Lagt væk", state="under_way", **words),
        "kept": action.objects.create(trait=now, what="Tavlemøde", state="keep", **words),
        "in hand": action.objects.create(trait=now, what="Kun om mandagen", state="agreed", **words),
    }
    noted = (
        ("agree", where.leader, "kept"), ("tried", where.amr, "kept"), ("keep", where.tr, "kept"),
        ("agree", where.tr, "in hand"),
    )  # fmt: skip
    for verb, who, state_of in noted:
        entry.objects.create(verb=f"action.{verb}", about=str(made[state_of].id), at=AT, actor_id=who.id,
                             organisation_id=where.organisation)  # fmt: skip
    to()
    yield where, {name: row.id for name, row in made.items()}
    to()


def test_old_traits_and_actions_stay_readable_with_their_history(carried):
    where, ids = carried
    plan = plans.of_unit(where.unit)
    assert [(one.more_of, [row.what for row in one.actions]) for one in (*plan.current, *plan.earlier)] == [
        ("Færre møder", ["Kun om mandagen", "Tavlemøde"]), ("Dialog", ["Lagt væk"])
    ]  # fmt: skip
    kept = lines_of(Action.objects.get(id=ids["kept"]))
    assert [(line.did, line.by, line.changed) for line in kept] == [
        (Did.MADE, where.leader.id, {}),
        (Did.MOVED, where.amr.id, {"state": ["agreed", "tried"]}),
        (Did.MOVED, where.tr.id, {"state": ["tried", "keep"], "follow_up": [DAY.isoformat(), None]}),
    ]
    assert agreements(kept).keys() == {where.leader.id}
    aside = lines_of(Action.objects.get(id=ids["aside"]))
    assert [(line.by, line.changed) for line in aside] == [
        (None, {}), (None, {"state": ["agreed", "under_way"], "follow_up": [DAY.isoformat(), None]})
    ]  # fmt: skip
    page = action_page.for_user(where.tr, ids["aside"], now=town.NOW)
    assert len(page.history) == 2
    assert page.undo is None, "what came along is nobody's last press"


def test_only_what_was_in_hand_is_asked_for(carried):
    where, ids = carried
    assert [one.id for one in plans.of_unit(where.unit).waiting(DAY)] == [ids["in hand"]]
    due.tell_due(now=town.NOW)
    assert Letter.objects.filter(kind="follow_up_today").count() == 3
