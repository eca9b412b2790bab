"""Releases from before they were kept in parts: an upgrade cuts them, and so an old backup, which is upgraded too."""

import importlib

import pytest
from django.apps import apps

from kulturspejl.records.models import ReleasedUnit
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
UPGRADE = "kulturspejl.records.migrations.0011_no_answers_after_the_release"


def kept() -> list[tuple[object, ...]]:
    return list(ReleasedUnit.objects.order_by("pk").values_list("pk", "hidden", "answers", "part"))


@pytest.mark.slow
@pytest.mark.parametrize("is_cut_already", [False, True])
def test_an_upgrade_gives_a_release_the_parts_that_a_close_makes(is_cut_already):
    people.closed_round(people.team(9))
    first = kept()
    assert [row[1:3] for row in first] == [("", 8)]
    if not is_cut_already:
        ReleasedUnit.objects.all().delete()
    importlib.import_module(UPGRADE).cut_releases(apps, None)
    assert kept() == first
