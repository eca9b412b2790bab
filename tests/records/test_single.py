"""A row by a statement that is put together once is the row that the ORM finds."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kulturspejl.records.models import Room
from kulturspejl.records.questions import key_of
from kulturspejl.records.rooms import HEAVY
from kulturspejl.records.single import row_by, write
from tests.actions.rooms.course import begin

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_field_is_as_the_orm_reads_it_and_heavy_ones_are_fetched_when_asked_for():
    course = begin(1)
    asked = Room.objects.get(id=course.id)
    found = row_by(Room, "id", key_of(course.id), without=HEAVY)
    assert found.get_deferred_fields() == {*HEAVY}
    with CaptureQueriesContext(connection) as fetched:
        for field in Room._meta.concrete_fields:
            assert getattr(found, field.attname) == getattr(asked, field.attname), field.name
    assert len(fetched) == len(HEAVY)
    assert row_by(Room, "code", course.code) == asked


def test_so_is_an_account_and_a_session_with_moments_words_and_nothing_in_them():
    course = begin(1)
    Client().force_login(course.frida)
    for asked in (course.frida, Session.objects.get()):
        asked.refresh_from_db()
        found = row_by(type(asked), asked._meta.pk.column, key_of(asked.pk) if asked == course.frida else asked.pk)
        assert not found.get_deferred_fields()
        assert not found._state.adding, "a row that is saved again is changed, and not made anew"
        for field in asked._meta.concrete_fields:
            told, expected = getattr(found, field.attname), getattr(asked, field.attname)
            assert (type(told), told) == (type(expected), expected), field.name


def test_where_there_is_none_there_is_none():
    begin(1)
    assert row_by(Room, "code", "NOBODY") is None


def test_only_the_named_fields_of_a_row_are_written():
    course = begin(1)
    row = row_by(Room, "id", key_of(course.id), without=HEAVY)
    row.state, row.version, row.name = row.state | {"said": {"æ": 3}}, row.version + 1, "another name"
    write(row, "state", "version")
    kept = Room.objects.get(id=course.id)
    assert (kept.state, kept.version) == (row.state, row.version)
    assert kept.name != row.name
    for heavy in HEAVY:
        assert getattr(kept, heavy), "what was not fetched stays as it is"
