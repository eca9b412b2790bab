"""What lies on the disk after a day: no word that was written and no answer, in database, log or keys."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from kulturspejl.actions import rooms
from kulturspejl.records.models import Participant
from kulturspejl.vault import keys
from tests.actions.rooms.course import NOW, begin, token

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "meget særlige ord ved tjek-ind"


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
    keys.forget()


def on_disk() -> bytes:
    """Database and write-ahead log as they lie there."""
    database = Path(connection.settings_dict["NAME"])
    return b"".join(file.read_bytes() for file in sorted(database.parent.glob(database.name + "*")))


def written() -> list[bytes]:
    """As text, and as JSON writes it."""
    return [WORDS.encode(), WORDS.encode("ascii", "backslashreplace").replace(b"\\xe6", b"\\u00e6")]


@pytest.mark.parametrize("is_practice", [False, True])
def test_words_are_overwritten_when_the_day_is_closed(is_practice):
    course = begin(9, is_practice=is_practice)
    part = f"{course.go_to('check_in', 'line')}/arrived"
    course.send(part, {"line": WORDS}, key=course.keys[0])
    box = f"{course.go_to('evaluation', 'alone')}/words"
    course.send(box, {"keep": "ord uden navn"}, token=token(1))
    assert any(words in on_disk() for words in written()), "they were there"
    assert b"ord uden navn" not in on_disk(), "sealed from the first moment"
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    left = on_disk()
    assert not any(words in left for words in written())
    assert not list(Path(settings.KULTURSPEJL_KEYS).iterdir())


def test_no_mark_of_who_was_done_is_left_beside_how_many_have_answered():
    """Sending says that one is done: where as many were done as have answered, the marks would be their names."""
    course = begin(7)
    part = f"{course.go_to('evaluation', 'alone')}/scales"
    station = part.partition("/")[0]
    for number in range(5):
        course.send(part, {"useful": 4}, token=token(number))
        rooms.mark_done(code=course.code, key=course.keys[number], station=station, now=NOW)
    assert Participant.objects.filter(done=station).count() == 5
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    # A phone says it some seconds later, and the day may be over then.
    rooms.mark_done(code=course.code, key=course.keys[5], station=station, now=NOW)
    assert not Participant.objects.exclude(done="").exists()
