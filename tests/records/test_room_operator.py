"""What an operator can find out about a room who holds everything that is stored, while a part is open and afterwards.

As in test_operator: chance pairs one of twenty rightly; over six days six are to be expected, and more than sixteen
come once in ten thousand.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from kulturspejl.actions.sweeping import sweep
from kulturspejl.core.choreography import commands as do
from kulturspejl.records.models import RoomPicture
from kulturspejl.records.room_boxes import RoomBox, RoomGate
from kulturspejl.vault import keys
from tests.records import room_operator as spy

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DAYS = 6
BY_CHANCE = 16


@pytest.fixture(autouse=True)
def fresh_keys(own_keys):
    keys.forget()


def test_one_copy_of_everything_while_a_part_is_open_pairs_no_better_than_lots(record_property):
    found = {"by order": 0, "by length": 0}
    for scene in spy.scenes(DAYS):
        order = spy.order_of_vouchers(scene)
        assert sorted(order) == sorted(scene.truth), "the spy knows who came when"
        opened = spy.boxes_that_open(scene, [spy.box_key_file().read_bytes()])
        assert len(opened) == 1, "one copy of the keys opens one version of the box"
        assert sorted(opened[0]) == sorted(scene.truth.values()), "changed answers were replaced, none is lost"
        found["by order"] += spy.hits(spy.guess(order, opened), scene.truth)
        found["by length"] += spy.hits(spy.by_length(scene, opened[0]), scene.truth)
    for way, count in found.items():
        record_property(f"paired {way}", count / (DAYS * spy.PEOPLE))
    assert max(found.values()) <= BY_CHANCE


def test_the_spy_is_a_good_one():
    """With the keys of every moment, which the promise leaves out, the same spy pairs everybody who did not change."""
    scene = next(spy.scenes(1))
    opened = spy.boxes_that_open(scene, scene.history.key_files)
    guessed = spy.guess(spy.order_of_vouchers(scene), opened)
    unchanged = {one: words for one, words in guessed.items() if not words.startswith("første")}
    assert len(guessed) == spy.PEOPLE
    assert spy.hits(unchanged, scene.truth) == len(unchanged) == spy.PEOPLE - spy.PEOPLE // 5


def test_after_showing_nothing_pairs_better_than_lots(record_property):
    found = 0
    for scene in spy.scenes(DAYS):
        order = spy.order_of_vouchers(scene)
        scene.course.do(do.Show("words"))
        assert not list(Path(settings.KULTURSPEJL_KEYS).iterdir()), "no key is left"
        assert not RoomBox.objects.exists()
        assert not RoomGate.objects.exists()
        lines = [line for _label, line in RoomPicture.objects.get().picture["lines"]]
        assert sorted(lines) == sorted(scene.truth.values())
        found += spy.hits(dict(zip(order, lines, strict=True)), scene.truth)
    record_property("paired", found / (DAYS * spy.PEOPLE))
    assert found <= BY_CHANCE


def test_neither_a_row_nor_the_file_has_an_order():
    """System columns: one row in each table, however many have answered; and all that log and tables hold is sealed."""
    sweep()  # What the tests before this one have shown lies in the same file.
    scene = next(spy.scenes(1))
    assert (RoomGate.objects.count(), RoomBox.objects.count()) == (1, 1)
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        held = b"".join(file.read_bytes() for file in sorted(database.parent.glob(database.name + "*")))
        assert not [words for words in scene.truth.values() if words.encode() in held]
        assert RoomGate.objects.get().sealed[:24] in held, "the copy is of this very moment"
