"""Who loses a race is told by the house: the store itself never refuses a row, whose values would stand in its log."""

import uuid

import pytest
from django.db import connection

from kulturspejl.actions import people
from kulturspejl.core.permissions import Role
from tests.actions import town
from tests.attacks.racing import race

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "meget.hemmelig@havnby.test"


def rolled_back() -> int:
    """Transactions that the database has given up, as PostgreSQL counts them for itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()")
        return cursor.fetchone()[0]


def test_two_identical_grants_at_once_are_one_and_no_fault(capfd, caplog):
    where, form = town.found_town(), uuid.uuid4()
    before = rolled_back() if connection.vendor == "postgresql" else 0
    race(
        *[
            lambda: people.grant(
                by=where.steward, organisation_id=where.organisation, email=ADDRESS, name="Bo", role=Role.AMR,
                unit_id=where.unit, ends=None, form=form, now=town.NOW,
            )
        ]
        * 6
    )  # fmt: skip
    if connection.vendor == "postgresql":
        assert rolled_back() == before
    assert ADDRESS not in caplog.text + "".join(capfd.readouterr())
