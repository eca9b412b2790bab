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
