"""The keys of open rounds: made once, on disk before they are used, gone when they are destroyed."""

import os
import uuid
from pathlib import Path

import pytest

from kulturspejl.vault import keys


@pytest.fixture(autouse=True)
def fresh():
    keys.forget()


@pytest.fixture
def folder(settings) -> Path:
    return Path(settings.KULTURSPEJL_KEYS)


def test_a_key_is_made_once_and_read_again(folder):
    round_id = uuid.uuid4()
    key = keys.create(round_id)
    assert len(key) == 32
    assert keys.create(round_id) == key == keys.get(round_id)
    assert keys.create(uuid.uuid4()) != key
    assert (folder / f"{round_id}.key").read_bytes() == key


def test_keys_are_their_owners_alone_whatever_the_process_masks(folder):
    before = os.umask(0)
    try:
        keys.create(uuid.uuid4())
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]


def test_a_key_and_its_name_are_on_disk_when_it_is_given(monkeypatch):
    synced, real = [], os.fsync

    def fsync(handle: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{handle}"))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    round_id = uuid.uuid4()
    keys.create(round_id)
    assert [name.endswith(".key") for name in synced] == [True, False], "the file, then its folder"


def test_a_destroyed_key_is_noise_before_it_is_gone(folder):
    round_id = uuid.uuid4()
    key = keys.create(round_id)
    handle = os.open(folder / f"{round_id}.key", os.O_RDONLY)
    keys.destroy(round_id)
    left = os.pread(handle, 64, 0)
    os.close(handle)
    assert len(left) == 32
    assert left != key
    with pytest.raises(keys.KeyGone):
        keys.get(round_id)
    keys.destroy(round_id)


def test_a_key_that_another_process_destroyed_is_forgotten_when_told(folder):
    round_id = uuid.uuid4()
    key = keys.create(round_id)
    (folder / f"{round_id}.key").unlink()
    assert keys.get(round_id) == key, "remembered until somebody rings"
    keys.forget()
    with pytest.raises(keys.KeyGone):
        keys.get(round_id)


def test_folder_and_file_are_their_owners_alone(settings, tmp_path):
    settings.KULTURSPEJL_KEYS = tmp_path / "new" / "keys"
    keys.create(uuid.uuid4())
    (file,) = settings.KULTURSPEJL_KEYS.iterdir()
    assert (settings.KULTURSPEJL_KEYS.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
