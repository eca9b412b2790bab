"""Boxes of a room: sealed, with keys that go when the part is shown, and nothing lost by a kill at any moment."""

import itertools
import os
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from kulturspejl.actions import rooms
from kulturspejl.actions.rooms import boxes
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict
from kulturspejl.records.room_boxes import RoomBox
from kulturspejl.vault import box_keys, keys
from kulturspejl.vault import boxes as vault_boxes
from kulturspejl.vault.turn import turn
from tests.actions.rooms.course import NOW, begin, token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
    keys.forget()


@pytest.fixture
def course():
    return begin(10)


@pytest.fixture
def pull(course):
    return f"{course.go_to('culture_profile', 'pairs')}/direction"


def files() -> list[str]:
    folder = Path(settings.KULTURSPEJL_KEYS)
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def of(course, *parts: str) -> list[str]:
    return sorted(f"{boxes.box_id(course.id, part)}.{kind}" for part in parts for kind in ("boxes", "key"))


def test_nothing_readable_lies_in_the_database(course):
    part = f"{course.go_to('evaluation', 'alone')}/words"
    course.send(part, {"keep": "hemmelige ord"}, token=token(1))
    row = RoomBox.objects.values().get()
    assert all(b"hemmelige" not in bytes(value) for value in row.values() if isinstance(value, bytes | memoryview))


def test_how_long_an_answer_is_does_not_show(course):
    part = f"{course.go_to('evaluation', 'alone')}/words"
    lengths = []
    for number, words in enumerate(("ja", "x" * 280, '"' * 280, "🙂" * 280)):
        course.send(part, {"keep": words, "change": words}, token=token(number))
        lengths.append(len(RoomBox.objects.get().sealed))
    assert len({new - old for old, new in itertools.pairwise(lengths)}) == 1


def test_a_write_replaces_the_key_so_that_the_log_holds_noise(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    old = RoomBox.objects.get()
    course.send(pull, {"pull": "B"}, token=token(2))
    with vault_boxes.reading(old.id) as reading, pytest.raises(keys.KeyGone):
        reading.records(vault_boxes.Kept(old.id, 0, b"room box" + old.id.bytes, old.sealed, lambda: old.before), 1)


@pytest.mark.parametrize("end", ["shown", "finished", "deleted", "over_by_itself"])
def test_the_keys_go_with_the_box(course, pull, end):
    other = f"{course.go_to('evaluation', 'alone')}/scales"
    course.buy(other, token(1))
    course.go_to("culture_profile", "pairs")
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    assert files() == of(course, pull, other)
    if end == "shown":
        course.do(do.Show("direction"))
        assert files() == of(course, other)
        return
    if end == "finished":
        rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    else:
        rooms.delete_due(now=NOW + timedelta(days=1 if end == "over_by_itself" else 40))
    assert files() == []
    assert not RoomBox.objects.exists()


def test_a_part_with_too_few_keeps_box_and_keys(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    course.do(do.Show("direction"))
    assert files() == of(course, pull)


class Killed(BaseException):
    """As kill -9 leaves it: nothing after this line is done."""


def killed(*_args, **_kwargs):
    raise Killed


@pytest.mark.parametrize("moment", ["before the commit", "after it", "after the key"])
def test_a_kill_in_the_middle_of_a_write_loses_nothing_that_was_there(course, pull, monkeypatch, moment):
    """Until the new key is written the old box is in force, and the phone, which has heard nothing, sends again."""
    for number in range(3):
        course.send(pull, {"pull": "A"}, token=token(number))
    answer = boxes.Answer(course.id, pull, os.urandom(16), uuid.uuid4(), {"choice": "B"})
    real = box_keys.KeyFile.replace
    with monkeypatch.context() as patched, pytest.raises(Killed), turn():
        with transaction.atomic():
            boxes.drop_all([answer])
            if moment == "before the commit":
                raise Killed
        if moment == "after it":
            raise Killed
        patched.setattr(box_keys.KeyFile, "replace", lambda *args: (real(*args), killed()))
    found = sorted(one["choice"] for one in course.answers(pull))
    assert found == (["A", "A", "A", "B"] if moment == "after the key" else ["A"] * 3)
    with turn(), transaction.atomic():
        assert boxes.drop_all([answer]) == ["again" if "B" in found else "stored"]
    assert course.send(pull, {"pull": "C"}, token=token(5)) == "stored"
    assert sorted(one["choice"] for one in course.answers(pull)) == ["A", "A", "A", "B", "C"]


def test_a_kill_before_the_first_box_is_committed_leaves_keys_that_the_next_one_uses(course, pull, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(RoomBox.objects, "create", killed)
        with pytest.raises(Killed), transaction.atomic():
            boxes.admit_all([boxes.Buying(course.id, pull, b"e" * 16, b"s" * 16)])
    assert files() == of(course, pull)
    assert not RoomBox.objects.exists()
    assert course.send(pull, {"pull": "A"}, token=token(1)) == "stored"
    assert files() == of(course, pull)


def test_a_kill_after_showing_leaves_keys_that_are_swept_a_day_later(course, pull, monkeypatch):
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    with monkeypatch.context() as patched:
        patched.setattr(boxes, "_destroy_keys", lambda id: None)
        course.do(do.Show("direction"))
    assert files() == of(course, pull)
    boxes.destroy_left_over(NOW)
    for file in Path(settings.KULTURSPEJL_KEYS).glob("*.boxes"):
        old = (NOW - timedelta(days=2)).timestamp()
        os.utime(file, (old, old))
    boxes.destroy_left_over(NOW)
    assert files() == []


def test_sweeping_leaves_the_keys_of_boxes_in_use(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    for file in Path(settings.KULTURSPEJL_KEYS).glob("*.boxes"):
        os.utime(file, (0, 0))
    boxes.destroy_left_over(NOW)
    assert course.answers(pull) == [{"choice": "A"}]


def test_where_the_key_is_lost_the_day_goes_on(course, pull):
    """A disk that broke, a restore without keys: nobody's answer can be read, and nothing falls over."""
    course.send(pull, {"pull": "A"}, token=token(1))
    given = course.buy(pull, token(2))
    for name in files():
        (Path(settings.KULTURSPEJL_KEYS) / name).unlink()
    keys.forget()
    with pytest.raises(Conflict):
        rooms.contribute(code=course.code, id=uuid.uuid4(), part=pull, values={"pull": "A"}, voucher=given, now=NOW)
    with pytest.raises(Conflict):
        course.buy(pull, token(3))
    course.do(do.Show("direction"))
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    assert not RoomBox.objects.exists()
