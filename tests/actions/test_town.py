"""The town of the tests: put back into the store as the actions made it."""

import pytest
from django.db import transaction

from kulturspejl.records.models import AuditEntry, Grant
from tests.actions import town

pytestmark = pytest.mark.django_db
BLIND = {"_state", "id", "password", "username", "date_joined", "created_at"}
"""What is another one each time."""


def told() -> list[str]:
    """All that stands in the store, with the kinds of things in the place of their ids."""
    rows = town.rows_of_all_tables()
    kinds = {str(row.pk): label for (label, _key), row in rows.items()}
    return sorted(
        repr((label, [kinds.get(str(value), value) for name, value in vars(row).items() if name not in BLIND]))
        for (label, _key), row in rows.items()
    )


@pytest.fixture
def made(monkeypatch) -> tuple[town.Town, list[str]]:
    """A town made by the actions, what stood in the store, and an empty store again."""
    monkeypatch.setattr(town, "_STORED", {})
    with transaction.atomic():
        first = town.found_town(headcount=7)
        stood = told()
        transaction.set_rollback(True)
    return first, stood


def test_a_town_put_back_is_the_town_that_was_made(made):
    first, stood = made
    again = town.found_town(headcount=7)
    assert told() == stood
    before, after = (
        {one.organisation, one.top, one.unit, *(who.pk for who in (one.steward, one.hr, one.leader, one.amr, one.tr))}
        for one in (first, again)
    )
    assert len(after) == 8
    assert not before & after
    assert Grant.objects.get(user=again.leader).unit_id == again.unit
    assert AuditEntry.objects.filter(about=str(again.organisation), actor=again.steward).exists()
    again.leader.refresh_from_db()
    assert again.leader.name == "Karen"


@pytest.mark.slow
def test_another_town_is_made_by_itself(made):
    alone = town.found_town(headcount=8, with_representatives=False)
    assert alone.amr == alone.tr == alone.steward
    assert len(town._STORED) == 2
