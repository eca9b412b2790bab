"""Backups and courses: list and files come back with a course, and not with one whose last class was deleted."""

import json
from pathlib import Path

import pytest

from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from kulturspejl.actions.reading.entries import Typed, save_reading
from tests.actions.reading.course import made
from tests.actions.town import NOW
course = made()
text = Typed(part="module_1", title="Vaner", minutes="5", file=b"%PDF-1.7 words")
save_reading(by=course.frida, course_id=course.id, reading_id=None, typed=text, now=NOW)
"""
COUNTS = """
import json
from kulturspejl.records.models import Course, CourseReading, ReadingFile
print(json.dumps([model.objects.count() for model in (Course, CourseReading, ReadingFile)]))
"""
DELETE = """
from kulturspejl.actions import courses
from kulturspejl.records.models import CourseClass, User
from django.utils import timezone
courses.delete_class(by=User.objects.get(name="Frida"), class_id=CourseClass.objects.get().id, now=timezone.now())
"""


def counts(server: Server) -> list[int]:
    """Courses, texts, files."""
    return json.loads(server.python(COUNTS).splitlines()[-1])


def test_a_course_that_was_deleted_does_not_come_back_with_its_files(tmp_path):
    (tmp_path / "filled").mkdir()
    server = Server(tmp_path / "filled", {"SECRET_KEY": "the-same-for-all-instances-of-this-test"})
    server.prepare().python(MAKE)
    server.command("backup", str(tmp_path / "usual.zip"))
    server.command("restore", str(tmp_path / "usual.zip"), "--replace")
    assert counts(server) == [1, 5, 1]
    server.python(DELETE)
    assert counts(server) == [0, 0, 0]
    server.command("restore", str(tmp_path / "usual.zip"), "--replace")
    assert counts(server) == [0, 0, 0]
