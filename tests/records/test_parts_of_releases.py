"""Releases from before they were kept in parts: an upgrade cuts them, and so does a backup that is restored."""

import importlib

import pytest
from django.apps import apps

from kulturspejl.cli.archive import load
from kulturspejl.records.models import ReleasedUnit
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


def kept() -> list[tuple[object, ...]]:
    return list(ReleasedUnit.objects.order_by("pk").values_list("pk", "hidden", "answers", "part"))


def by_an_upgrade() -> None:
    importlib.import_module("kulturspejl.records.migrations.0010_parts_of_releases").cut_releases(apps, None)


@pytest.mark.parametrize("again", [by_an_upgrade, load._cut_releases])
def test_a_release_without_parts_gets_those_that_a_close_makes(again):
    people.closed_round(people.team(9))
    first = kept()
    assert [row[1:3] for row in first] == [("", 8)]
    ReleasedUnit.objects.all().delete()
    again()
    assert kept() == first


def test_a_restore_leaves_parts_that_are_there_alone():
    people.closed_round(people.team(9))
    first = kept()
    load._cut_releases()
    assert kept() == first
