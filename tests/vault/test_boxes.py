"""A box and its keys through a turn: what is in force at each moment, and what a kill leaves."""

import itertools
import os
import threading
import uuid
from pathlib import Path

import pytest

from kulturspejl.vault import box_keys, boxes
from kulturspejl.vault.keys import KeyGone
from kulturspejl.vault.turn import turn

ABOUT = b"here"
SIZE = 24


class Row:
    """What a table keeps of a box, and a way to write it."""

    def __init__(self) -> None:
        self.owner = uuid.uuid4()
        (self.sealed,) = boxes.build(self.owner, [ABOUT])
        self.before = b""

    @property
    def kept(self) -> boxes.Kept:
        return boxes.Kept(self.owner, 0, ABOUT, self.sealed, lambda: self.before)

    def put(self, *rests: bytes) -> None:
        """Add records, and commit; inside a turn."""
        box = boxes.OpenBox(self.kept, SIZE)
        for rest in rests:
            box.records[os.urandom(16)] = rest
        self.sealed, self.before = box.rewritten()

    def holds(self) -> list[bytes]:
        with boxes.reading(self.owner) as reading:
            return sorted(reading.records(self.kept, SIZE).values())


def test_what_is_written_is_read():
    row = Row()
    for one in (b"aaaaaaaa", b"bbbbbbbb"):
        with turn():
            row.put(one)
    assert row.holds() == [b"aaaaaaaa", b"bbbbbbbb"]


def test_a_box_with_keys_for_no_version_says_so():
    row = Row()
    row.sealed = os.urandom(60)
    with pytest.raises(KeyGone):
        row.holds()
    with pytest.raises(KeyGone), turn():
        row.put(b"aaaaaaaa")


def test_until_the_key_is_written_the_box_is_as_it_was():
    """A kill between the commit and the key: nobody was told that it is stored, and nothing else is lost."""
    row = Row()
    with turn():
        row.put(b"aaaaaaaa")
    with pytest.raises(ZeroDivisionError), turn():
        row.put(b"bbbbbbbb")
        raise ZeroDivisionError
    assert row.holds() == [b"aaaaaaaa"]
    with turn():
        row.put(b"cccccccc")
    assert row.holds() == [b"aaaaaaaa", b"cccccccc"]


def test_a_transaction_that_failed_changes_no_key(settings):
    row = Row()
    file = Path(settings.KULTURSPEJL_KEYS) / f"{row.owner}.boxes"
    key = file.read_bytes()
    with pytest.raises(ZeroDivisionError), turn():
        boxes.OpenBox(row.kept, SIZE).rewritten()
        raise ZeroDivisionError
    assert file.read_bytes() == key
    assert row.holds() == []


def test_at_no_moment_do_two_versions_open(settings):
    """All versions there ever were, against the file as it is before, between and after."""
    row = Row()
    versions, files = [row.sealed], []
    file = Path(settings.KULTURSPEJL_KEYS) / f"{row.owner}.boxes"
    for number in range(5):
        files.append(file.read_bytes())
        with turn():
            row.put(bytes([number]) * 8)
            versions.append(row.sealed)
            files.append(file.read_bytes())
        files.append(file.read_bytes())
    for raw in files:
        opened = 0
        for version, key in itertools.product(versions, {raw[at : at + 32] for at in range(0, len(raw), 32)}):
            file.write_bytes(key + bytes(32))
            with boxes.reading(row.owner) as reading:
                try:
                    reading.records(boxes.Kept(row.owner, 0, ABOUT, version), SIZE)
                    opened += 1
                except KeyGone:
                    continue
        assert opened == 1


@pytest.mark.slow
def test_who_reads_waits_for_who_writes():
    """Else a closing round would read the box without an answer that is acknowledged a moment later."""
    row = Row()
    found: list[list[bytes]] = []
    with turn():
        row.put(b"aaaaaaaa")
        reader = threading.Thread(target=lambda: found.append(row.holds()))
        reader.start()
        reader.join(0.2)
        assert not found, "the key is not written yet"
    reader.join(60)
    assert found == [[b"aaaaaaaa"]]


def test_two_who_write_lose_nothing():
    """As several processes do it: the row's lock is gone before the key is there, and the box is still held."""
    row, rows = Row(), threading.Lock()

    def one(number: int) -> None:
        with turn(), rows:
            row.put(bytes([number]) * 8)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert row.holds() == [bytes([number]) * 8 for number in range(24)]


def test_outside_a_turn_no_box_is_written():
    row = Row()
    with pytest.raises(RuntimeError, match="turn"):
        row.put(b"aaaaaaaa")
    with turn(), pytest.raises(RuntimeError, match="inside a turn"), turn():
        pass


@pytest.mark.parametrize("in_force", [0, 1])
def test_two_keys_of_an_earlier_version_become_the_one_that_opens(settings, in_force):
    row = Row()
    file = Path(settings.KULTURSPEJL_KEYS) / f"{row.owner}.boxes"
    key, other = file.read_bytes()[:32], os.urandom(32)
    file.write_bytes(other + key if in_force else key + other)
    assert row.holds() == []
    boxes.settle(row.owner, [row.kept])
    assert file.read_bytes() == key + bytes(32)
    assert row.holds() == []


def test_where_neither_of_two_keys_opens_both_stay(settings):
    row = Row()
    file = Path(settings.KULTURSPEJL_KEYS) / f"{row.owner}.boxes"
    file.write_bytes(os.urandom(64))
    left = file.read_bytes()
    boxes.settle(row.owner, [row.kept])
    assert file.read_bytes() == left
    box_keys.destroy(row.owner)
    boxes.settle(row.owner, [row.kept])
