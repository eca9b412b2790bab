"""What people write is kept clean, by whatever way it comes in."""

import importlib

import pytest
from django.apps import apps
from django.db import connection

from kulturspejl.actions import organisations
from kulturspejl.records.models import Organisation, Round, RoundUnit, UnitVersion
from tests import people
from tests.actions import unit_texts
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db
UGLY = ["Line\nBcc: x", "Line\r\n Bcc: x", "Line\u2028Bcc: x", "Line\u0085Bcc: x", "Line\tBcc:\u202e x\x00\x1b"]


@pytest.mark.parametrize("ugly", UGLY)
def test_a_units_name_is_one_line_by_table_form_and_any_other_way(ugly):
    where = people.team(9)
    list_id, seen = unit_texts.looked_at(where, f'name;headcount\n"{ugly}";4')
    unit_texts.take(where, list_id, seen)
    organisations.change_unit(
        by=where.steward, unit_id=where.unit, name=ugly, parent=where.top, headcount=9, now=NOW
    )
    UnitVersion.objects.filter(unit_id=where.top).update(name=ugly)
    Organisation.objects.update(name=ugly)
    names = set(UnitVersion.objects.filter(valid_to__isnull=True).values_list("name", flat=True))
    assert names | set(Organisation.objects.values_list("name", flat=True)) == {"Line Bcc: x"}


def test_a_note_keeps_its_lines_and_a_reason_is_one():
    round_id = people.waiting_round(people.team(9))
    Round.objects.filter(id=round_id).update(why="a\nb\u202e", hold_note="a \u202eb\r\n\r\n\r\nc\u2028d\x07")
    found = Round.objects.get(id=round_id)
    assert (found.why, found.hold_note) == ("a b", "a b\n\nc\nd")


def test_names_that_an_earlier_version_took_in_are_cured():
    where = people.team(9)
    people.waiting_round(where)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_unitversion SET name = 'Line' || char(10) || 'Bcc: x'")
        cursor.execute("UPDATE records_roundunit SET name = 'Line' || char(10) || 'Bcc: x'")
    migration = importlib.import_module("kulturspejl.records.migrations.0013_letters")
    migration.cure_names(apps, connection.schema_editor())
    for table in (UnitVersion, RoundUnit):
        assert set(table.objects.values_list("name", flat=True)) == {"Line Bcc: x"}
