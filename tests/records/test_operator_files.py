"""The embedded store's own bytes: database and write-ahead log as they lie on the disk."""

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from django.db import connection

from kulturspejl.actions import closing
from tests.actions.town import CLOSES, long_codes
from tests.records import operator as spy

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.slow
def test_no_address_and_no_code_is_left_in_the_bytes_on_disk():
    scene = next(spy.scenes(1))
    codes = long_codes(scene.round_id)
    database = Path(connection.settings_dict["NAME"])
    assert all(address.encode() in _bytes(database) for address in scene.truth), "they were there"
    closing.close(round_id=scene.round_id, now=CLOSES, rng=np.random.default_rng())
    left = _bytes(database)
    assert not [address for address in scene.truth if address.encode() in left]
    assert not [code for code in codes if code.encode() in left]
    assert not [version for version in scene.history.boxes + scene.history.gates if version[:24] in left]


def _bytes(database: Path) -> bytes:
    """Database and write-ahead log as they lie there."""
    return b"".join(file.read_bytes() for file in sorted(database.parent.glob(database.name + "*")))


@pytest.mark.slow
def test_the_copy_is_a_database_that_opens(tmp_path):
    """The spy's copy is a real one: database and log copied while the round is open hold the sealed box."""
    scene = next(spy.scenes(1))
    database = Path(connection.settings_dict["NAME"])
    for file in database.parent.glob(database.name + "*"):
        shutil.copy(file, tmp_path)
    with sqlite3.connect(tmp_path / database.name) as copy:
        (sealed,) = copy.execute("SELECT sealed FROM records_box").fetchone()
    assert sealed == scene.history.boxes[-1]
