"""A proof is written where keys are kept, from its first byte, and read back as it was."""

import os
from pathlib import Path

import pytest

from kulturspejl.vault import proof


def test_what_comes_back_as_it_was_written_leaves_nothing_behind(settings):
    proof.write_one()
    assert list(Path(settings.KULTURSPEJL_KEYS).iterdir()) == []


def test_a_folder_that_gives_back_something_else_keeps_no_keys(settings, monkeypatch):
    monkeypatch.setattr(os, "pread", lambda _handle, size, _at: b"~" * size)
    with pytest.raises(OSError, match="gives back something else"):
        proof.write_one()
    assert list(Path(settings.KULTURSPEJL_KEYS).iterdir()) == []


def test_somebody_who_clears_the_folder_meanwhile_stops_nothing(settings, monkeypatch):
    read = os.pread

    def cleared(handle: int, size: int, at: int) -> bytes:
        for file in Path(settings.KULTURSPEJL_KEYS).iterdir():
            file.unlink()
        return read(handle, size, at)

    monkeypatch.setattr(os, "pread", cleared)
    proof.write_one()


def test_it_is_its_owners_alone_whatever_the_process_masks(monkeypatch):
    read, modes = os.pread, []

    def looked_at(handle: int, size: int, at: int) -> bytes:
        modes.append(os.fstat(handle).st_mode & 0o777)
        return read(handle, size, at)

    monkeypatch.setattr(os, "pread", looked_at)
    before = os.umask(0)
    try:
        proof.write_one()
    finally:
        os.umask(before)
    assert modes == [0o600]
