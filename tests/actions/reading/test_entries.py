"""The reading list of a course: the content's to begin with, changed, with files of its own, and gone with it."""

import uuid
from dataclasses import replace

import pytest

from kulturspejl.actions import courses
from kulturspejl.actions.reading import entries
from kulturspejl.actions.reading.entries import Typed, remove_reading, save_reading
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.readers.between import reading_lists
from kulturspejl.records.models import CourseReading, Grant, Organisation, ReadingFile, User
from kulturspejl.values import course_reading
from tests.actions.reading.course import CONTENT, Made, made
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a text"
WORDS = Typed(part="module_1", title="Vaner", author="A. Hansen", minutes="12", address="https://example.dk/a")


def save(course: Made, typed: Typed = WORDS, reading_id=None, **other) -> uuid.UUID:
    given = {"by": course.frida, "course_id": course.id, "now": NOW} | other
    return save_reading(reading_id=reading_id, typed=typed, **given)


def changed(**values) -> Typed:
    return replace(WORDS, **values)


def test_a_course_begins_with_the_contents_list_and_keeps_what_is_put_in_its_place():
    course = made()
    view = reading_lists.course_reading(course.frida, course.id, language="da", now=NOW)
    module_2 = view.days[2]
    assert [one.is_required for one in module_2.texts] == [True, True, True, False]
    assert module_2.minutes == 45
    assert module_2.texts[1].address.startswith("https://lead.eu/artikel/")
    new, form = save(course, form=uuid.UUID(int=1)), uuid.UUID(int=1)
    assert save(course, form=form) == new, "pressed twice, it is one"
    save(course, changed(title=" Nye \n vaner ", file=PDF, is_required=False), new)
    row = CourseReading.objects.get(id=new)
    assert (row.title, row.minutes, row.is_required, row.file.size) == ("Nye vaner", 12, False, len(PDF))
    save(course, changed(without_file=True), new)
    assert not ReadingFile.objects.exists()
    remove_reading(by=course.frida, course_id=course.id, reading_id=new, form=form, now=NOW)
    remove_reading(by=course.frida, course_id=course.id, reading_id=new, form=form, now=NOW)
    assert CourseReading.objects.filter(course=course.id).count() == 4


REFUSED = [
    ({"title": "  "}, "title"), ({"title": "x" * 301}, "title"), ({"author": "x" * 201}, "author"),
    ({"year": "x" * 21}, "year"), ({"part": "module_9"}, "part"), ({"minutes": "0"}, "minutes"),
    ({"minutes": "241"}, "minutes"), ({"minutes": "½"}, "minutes"), ({"minutes": ""}, "minutes"),
    ({"address": "example.dk"}, "address"), ({"address": "javascript:alert(1)"}, "address"),
    ({"address": "https://a:b@example.dk/"}, "address"), ({"file": b"PK\x03\x04"}, "file"),
    ({"file": b" %PDF-"}, "file"), ({"file": PDF + b"x" * 7_000_000}, "file"),
]  # fmt: skip


def test_what_cannot_be_kept_is_said_beside_its_field_and_nothing_is_kept():
    course = made()
    for values, field in REFUSED:
        with pytest.raises(Faulty) as fault:
            save(course, changed(**values))
        assert list(fault.value.fields) == [field], values
    assert CourseReading.objects.filter(course=course.id).count() == 4


def test_files_have_an_end_for_a_course_and_for_the_instance(monkeypatch, settings):
    course = made()
    monkeypatch.setattr(entries, "MOST_BYTES", 2 * len(PDF))
    first = save(course, changed(file=PDF))
    save(course, changed(file=PDF))
    with pytest.raises(Faulty, match="files of a course"):
        save(course, changed(file=PDF))
    save(course, changed(file=PDF), first)
    monkeypatch.setattr(entries, "MOST_BYTES", 10 * len(PDF))
    settings.KULTURSPEJL_SLIDES_MB = 0
    with pytest.raises(Faulty, match="no room for more files"):
        save(course, changed(file=PDF))
    monkeypatch.setattr(entries, "MOST_TEXTS", 6)
    with pytest.raises(Conflict):
        save(course)
    assert course_reading.MOST_TEXTS == 40


def from_elsewhere() -> User:
    """A facilitator of another organisation."""
    finn = User.objects.create(email="finn@andeby.example", name="Finn", is_active=True)
    elsewhere = Organisation.objects.create(name="Andeby")
    Grant.objects.create(user=finn, organisation=elsewhere, role=Role.FACILITATOR, starts=NOW.date())
    return finn


def test_only_whoever_holds_it_changes_it_and_only_those_on_it_fetch_its_files():
    course = made()
    text = save(course, changed(file=PDF))
    stranger = from_elsewhere()
    for wrong in ({"by": stranger}, {"course_id": uuid.uuid4()}, {"reading_id": uuid.uuid4()}):
        with pytest.raises(NotThere):
            save(course, **wrong)
    other = courses.create_course(
        by=stranger, content=CONTENT, wish=courses.CourseWish(name="Andet"), class_name="B",
        days={"module_1": courses.DayWish(NOW.date(), 540, 960)}, now=NOW,
    )  # fmt: skip
    with pytest.raises(NotThere):
        save_reading(by=stranger, course_id=other, reading_id=text, typed=WORDS, now=NOW)
    assert reading_lists.own_file(course.secret("Ali"), text, now=NOW) == ("Vaner", PDF)
    for secret in ("", "x", course.secret("Ali") + "x"):
        with pytest.raises(NotThere):
            reading_lists.own_file(secret, text, now=NOW)
    with pytest.raises(NotThere):
        reading_lists.own_file(course.secret("Ali"), course.text("Culture").id, now=NOW)


def test_list_and_files_go_with_the_course():
    course = made()
    save(course, changed(file=PDF))
    courses.delete_class(by=course.frida, class_id=course.class_id, now=NOW)
    assert not CourseReading.objects.exists()
    assert not ReadingFile.objects.exists()
