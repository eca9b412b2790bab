"""Keys that are written over each other: one at a time, on disk when it should be, held by one at a time."""

import os
import subprocess
import sys
import threading
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kulturspejl.vault import box_keys
from kulturspejl.vault.keys import KeyGone

SECTOR = 512


def made(count: int = 3) -> tuple[uuid.UUID, list[bytes]]:
    keys = [os.urandom(32) for _ in range(count)]
    owner = uuid.uuid4()
    box_keys.create(owner, keys)
    return owner, keys


def raw(owner: uuid.UUID, settings) -> bytes:
    return (Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes").read_bytes()


def test_files_are_their_owners_alone_whatever_the_process_masks(settings):
    settings.KULTURSPEJL_KEYS = Path(settings.KULTURSPEJL_KEYS) / "deeper" / "still"
    before = os.umask(0)
    try:
        owner, _keys = made()
    finally:
        os.umask(before)
    assert Path(settings.KULTURSPEJL_KEYS).stat().st_mode & 0o777 == 0o700
    assert (Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes").stat().st_mode & 0o777 == 0o600


def test_what_nobody_has_written_to_since_is_known(settings):
    (old, _keys), (_new, _others) = made(), made()
    moment = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    os.utime(Path(settings.KULTURSPEJL_KEYS) / f"{old}.boxes", (0, moment.timestamp() - 1))
    assert box_keys.untouched_since(moment) == [old]
    os.utime(Path(settings.KULTURSPEJL_KEYS) / f"{old}.boxes", (0, moment.timestamp()))
    assert box_keys.untouched_since(moment) == []


def test_the_next_key_is_written_over_the_old_one(settings):
    owner, (first, second, third) = made()
    new = os.urandom(32)
    with box_keys.held(owner) as file:
        file.replace({1: new})
        assert [file.keys(slot) for slot in range(3)] == [[first], [new], [third]]
    assert second not in raw(owner, settings)


def test_a_key_never_lies_across_the_border_of_a_sector():
    for slot in range(100):
        start = slot * box_keys.PLACE
        assert start // SECTOR == (start + box_keys.PLACE - 1) // SECTOR


def test_a_key_is_on_disk_before_anybody_goes_on(monkeypatch):
    owner, _keys = made()
    done = []
    for name in ("pwrite", "fdatasync"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, name=name, real=real: (done.append(name), real(*args))[1])
    with box_keys.held(owner) as file:
        file.replace({0: os.urandom(32), 2: os.urandom(32)})
    assert done == ["pwrite", "pwrite", "fdatasync"]


@pytest.mark.slow
def test_a_box_is_held_by_one_alone_and_its_neighbour_is_free():
    owner, _keys = made()
    mine, other, third = (box_keys.KeyFile(owner) for _ in range(3))
    mine.hold(0)
    got = threading.Event()
    waiting = threading.Thread(target=lambda: (other.hold(0), got.set()), daemon=True)
    waiting.start()
    third.hold(1)
    assert not got.wait(0.2), "the box is held by another"
    mine.close()
    assert got.wait(60)
    other.close()
    third.close()


@pytest.mark.slow
def test_whoever_holds_all_waits_for_each():
    owner, _keys = made()
    one = box_keys.KeyFile(owner)
    one.hold(2)
    got = threading.Event()

    def all_of_them() -> None:
        with box_keys.held(owner):
            got.set()

    threading.Thread(target=all_of_them, daemon=True).start()
    assert not got.wait(0.2)
    one.close()
    assert got.wait(60)


@pytest.mark.slow
def test_what_a_killed_process_held_is_free(settings):
    owner, _keys = made()
    script = (
        "import django, os, sys, uuid; from django.conf import settings\n"
        f"settings.configure(KULTURSPEJL_KEYS={str(settings.KULTURSPEJL_KEYS)!r})\n"
        "from kulturspejl.vault import box_keys\n"
        f"file = box_keys.KeyFile(uuid.UUID({str(owner)!r}))\n"
        "file.hold(1); print('held', flush=True); import time; time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    got = threading.Event()
    mine = box_keys.KeyFile(owner)
    threading.Thread(target=lambda: (mine.hold(1), got.set()), daemon=True).start()
    assert not got.wait(0.2)
    process.kill()
    process.wait()
    process.stdout.close()
    assert got.wait(60)
    mine.close()


def test_destroying_writes_noise_over_the_keys_and_twice_is_as_once(settings):
    owner, keys = made()
    watching = os.open(Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes", os.O_RDONLY)
    box_keys.destroy(owner)
    left = os.pread(watching, 4096, 0)
    os.close(watching)
    assert left
    assert not [key for key in keys if key in left]
    box_keys.destroy(owner)
    with pytest.raises(KeyGone):
        box_keys.KeyFile(owner)


def test_a_file_that_a_kill_left_is_written_over_and_not_beside(settings):
    """Its old blocks would otherwise lie free on the disk, with the keys in them."""
    owner, _keys = made(5)
    before = (Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes").stat().st_ino
    box_keys.create(owner, [os.urandom(32)])
    after = (Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes").stat()
    assert (after.st_ino, after.st_size) == (before, box_keys.PLACE)


def test_what_an_earlier_version_left_is_found(settings):
    owner, (first, *_others) = made()
    made()
    assert box_keys.with_two() == []
    with (Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes").open("r+b") as file:
        file.seek(box_keys.PLACE)
        file.write(first + os.urandom(32))
    assert box_keys.with_two() == [owner]


def test_a_folder_that_is_not_there_is_made_for_its_owner_alone(settings, tmp_path):
    settings.KULTURSPEJL_KEYS = tmp_path / "new" / "keys"
    owner, _keys = made()
    (file,) = settings.KULTURSPEJL_KEYS.iterdir()
    assert file.name == f"{owner}.boxes"
    assert (settings.KULTURSPEJL_KEYS.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    made()


def test_files_that_nobody_has_written_to_since_are_found(settings):
    old, new = made()[0], made()[0]
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    for owner, at in ((old, moment - timedelta(seconds=1)), (new, moment)):
        os.utime(Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes", (at.timestamp(), at.timestamp()))
    assert box_keys.untouched_since(moment) == [old]
    assert set(box_keys.untouched_since(moment + timedelta(seconds=1))) == {old, new}


def test_noise_lies_over_every_byte_of_every_key(settings, monkeypatch):
    owner, keys = made()
    monkeypatch.setattr(box_keys.os, "urandom", lambda size: b"~" * size)
    with box_keys.held(owner) as file:
        file.overwrite()
    assert raw(owner, settings) == b"~" * (len(keys) * box_keys.PLACE)
