"""Shares from before they were kept: those taken back come back from the list of changes, each with its moments."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from kulturspejl.actions.auditing import note
from kulturspejl.records.models import ResultShare, Round
from tests import people
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_shares_and_moments_are_recovered():
    made = people.closed_round(people.team(9))
    Round.objects.update(released_at=None)
    at = [town.NOW + timedelta(days=number) for number in range(4)]
    for moment, verb in zip(at, ("share", "unshare", "share", "share"), strict=True):
        note(
            by=made.town.leader, organisation_id=made.town.organisation, verb=f"result.{verb}", about=made.unit,
            now=moment,
        )  # fmt: skip
    ResultShare.objects.create(round_unit_id=made.unit, shared_by=made.town.leader, shared_on=at[2].date())
    import_module("kulturspejl.records.migrations.0007_persons").recover(apps, None)
    rows = ResultShare.objects.order_by("shared_at").values_list("shared_at", "taken_back_at")
    assert list(rows) == [(at[0], at[1]), (at[2], None)]
    assert Round.objects.get().released_at == town.NOW
