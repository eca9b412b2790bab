"""What an operator can find out who holds everything that is stored (science.md 2.9, docs/en/anonymity.md).

Chance pairs one of twenty rightly, whatever the order; over six rounds six are to be expected, and more than
sixteen come once in ten thousand.
"""

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from django.db import connection

from kulturspejl.actions import closing
from kulturspejl.actions.closing.seal import read_sealed
from kulturspejl.records.ballots import Box
from kulturspejl.records.models import Door, Gate, Invitation, SealedMatrix
from tests.actions.town import CLOSES, found_town, open_round
from tests.records import operator as spy

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 6
BY_CHANCE = 16


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"


def scenes():
    """One round after another in a fresh organisation each."""
    from django.core.management import call_command

    for seed in range(ROUNDS):
        call_command("flush", interactive=False, verbosity=0)
        shutil.rmtree(settings.KULTURSPEJL_KEYS, ignore_errors=True)
        round_id = open_round(found_town(headcount=spy.PEOPLE), mails=spy.PEOPLE)
        yield spy.play(round_id, seed)


def test_one_copy_of_everything_while_open_pairs_no_better_than_lots(record_property):
    found = 0
    for scene in scenes():
        order = spy.order_of_admission(scene)
        assert sorted(order) == sorted(scene.truth), "the spy knows who came when"
        opened = spy.boxes_that_open(scene.history.boxes, [spy.box_key_file().read_bytes()])
        assert len(opened) == 1, "one copy of the keys opens one version of the box"
        assert len(opened[0]) == spy.PEOPLE
        found += spy.hits(spy.guess(order, opened), scene.truth)
    rate = found / (ROUNDS * spy.PEOPLE)
    record_property("paired", rate)
    print(f"one copy while open: {found} of {ROUNDS * spy.PEOPLE} paired ({rate:.1%}; lots give 5.0%)")
    assert found <= BY_CHANCE


def test_the_spy_is_a_good_one():
    """With the keys of every moment, which the promise leaves out, the same spy pairs everybody."""
    scene = next(scenes())
    opened = spy.boxes_that_open(scene.history.boxes, scene.history.key_files)
    assert spy.hits(spy.guess(spy.order_of_admission(scene), opened), scene.truth) == spy.PEOPLE


def test_after_close_nothing_pairs_better_than_lots():
    found = 0
    for scene in scenes():
        order = spy.order_of_admission(scene)
        place = Box.objects.get()
        closing.close(round_id=scene.round_id, now=CLOSES, rng=np.random.default_rng())
        assert not list(Path(settings.KULTURSPEJL_KEYS).iterdir()), "no key is left"
        assert place.round_unit_id and not Box.objects.exists()
        assert not Gate.objects.exists()
        assert not Invitation.objects.exists()
        assert not Door.objects.filter(entry__isnull=False).exists()
        (rows,) = read_sealed(SealedMatrix.objects.get()).values()
        guessed = {address: tuple(int(x) for x in row[:4]) for address, row in zip(order, rows, strict=True)}
        assert sorted(guessed.values()) == sorted(scene.truth.values()), "no answer is lost"
        found += spy.hits(guessed, scene.truth)
    print(f"after close: {found} of {ROUNDS * spy.PEOPLE} paired; lots give {ROUNDS}")
    assert found <= BY_CHANCE


def test_no_address_and_no_code_is_left_in_the_bytes_on_disk():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's files are read by test_postgres_files")
    scene = next(scenes())
    from tests.actions.town import long_codes

    codes = long_codes(scene.round_id)
    database = Path(connection.settings_dict["NAME"])
    assert any(scene_address.encode() in _bytes(database) for scene_address in scene.truth), "they were there"
    closing.close(round_id=scene.round_id, now=CLOSES, rng=np.random.default_rng())
    left = _bytes(database)
    assert not [address for address in scene.truth if address.encode() in left]
    assert not [code for code in codes if code.encode() in left]
    assert not [version for version in scene.history.boxes + scene.history.gates if version[:24] in left]


def _bytes(database: Path) -> bytes:
    """Database and write-ahead log as they lie there."""
    return b"".join(file.read_bytes() for file in sorted(database.parent.glob(database.name + "*")))


def test_rows_of_a_box_carry_no_order_of_their_own():
    """System columns: one row a gate and a box, so there is nothing to sort."""
    next(scenes())
    assert Box.objects.count() == 1
    assert Gate.objects.count() == 1
    with connection.cursor() as cursor:
        column = "xmin" if connection.vendor == "postgresql" else "rowid"
        cursor.execute(f"SELECT count(DISTINCT {column}::text) FROM records_door" if column == "xmin"
                       else "SELECT code_hash FROM records_door ORDER BY rowid")  # fmt: skip
        rows = cursor.fetchall()
    if column == "xmin":
        assert rows == [(1,)], "all doors were written in one transaction"
    else:
        assert rows == sorted(rows), "doors lie in the order of their hashes"


def test_the_copy_is_a_database_that_opens(tmp_path):
    """The spy's copy is a real one: database and log copied while the round is open hold the sealed box."""
    if connection.vendor != "sqlite":
        pytest.skip("for the embedded store")
    scene = next(scenes())
    database = Path(connection.settings_dict["NAME"])
    for file in database.parent.glob(database.name + "*"):
        shutil.copy(file, tmp_path)
    with sqlite3.connect(tmp_path / database.name) as copy:
        (sealed,) = copy.execute("SELECT sealed FROM records_box").fetchone()
    assert sealed == scene.history.boxes[-1]
