"""Keys out of a backup lie beside those in force until the rows that they open are there."""

import pytest

from kulturspejl.vault import set_down


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
    return tmp_path / "keys"


def test_they_are_set_down_whole_and_take_the_places_of_those_in_force(folder):
    folder.mkdir()
    (folder / "one.key").write_bytes(b"in force")
    down = [set_down.set_down(f"keys/{name}", name.encode()) for name in ("one.key", "two.boxes")]
    assert [file.name for file in down] == ["restored-one.key", "restored-two.boxes"]
    assert {file.stat().st_mode & 0o777 for file in down} == {0o600}
    assert (folder / "one.key").read_bytes() == b"in force"
    set_down.take_up(down)
    there = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert there == {"one.key": b"one.key", "two.boxes": b"two.boxes"}


def test_what_somebody_has_laid_there_is_not_written_through(folder, tmp_path):
    folder.mkdir()
    (tmp_path / "elsewhere").write_bytes(b"kept")
    (folder / "restored-one.key").symlink_to(tmp_path / "elsewhere")
    file = set_down.set_down("keys/one.key", b"new")
    assert (file.is_symlink(), file.read_bytes(), (tmp_path / "elsewhere").read_bytes()) == (False, b"new", b"kept")


def test_those_that_were_left_lying_go_and_no_others(folder):
    set_down.set_down("keys/one.key", b"new")
    (folder / "two.key").write_bytes(b"in force")
    set_down.drop_all()
    set_down.drop_all()
    assert [file.name for file in folder.iterdir()] == ["two.key"]
