"""What an operator can find out who holds everything that is stored (science.md 2.9, docs/en/anonymity.md).

Chance pairs one of twenty rightly, whatever the order; over six rounds six are to be expected, and more than
sixteen come once in ten thousand.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from django.db import connection

from kulturspejl.actions import closing
from kulturspejl.actions.result_letters import lists
from kulturspejl.records.ballots import Box
from kulturspejl.records.models import Door, Gate, Invitation, Release
from tests.actions.town import CLOSES
from tests.records import operator as spy
from tests.records import small_units as small

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROUNDS = 6
BY_CHANCE = 16


def test_one_copy_of_everything_while_open_pairs_no_better_than_lots(record_property):
    found = 0
    for scene in spy.scenes(ROUNDS):
        order = spy.order_of_admission(scene)
        assert sorted(order) == sorted(scene.truth), "the spy knows who came when"
        opened = spy.boxes_that_open(scene.history.boxes, [spy.box_key_file().read_bytes()])
        assert len(opened) == 1, "one copy of the keys opens one version of the box"
        assert len(opened[0]) == spy.PEOPLE
        found += spy.hits(spy.guess(order, opened), scene.truth)
    record_property("paired", found / (ROUNDS * spy.PEOPLE))
    assert found <= BY_CHANCE


def test_the_spy_is_a_good_one():
    """With the keys of every moment, which the promise leaves out, the same spy pairs everybody."""
    scene = next(spy.scenes(ROUNDS))
    opened = spy.boxes_that_open(scene.history.boxes, scene.history.key_files)
    assert spy.hits(spy.guess(spy.order_of_admission(scene), opened), scene.truth) == spy.PEOPLE


def test_after_close_there_is_nothing_left_to_pair():
    """Whoever noted the order of admission, and keeps every version of the boxes, finds no key and no answer."""
    for scene in spy.scenes(2):
        assert sorted(spy.order_of_admission(scene)) == sorted(scene.truth)
        closing.close(round_id=scene.round_id, now=CLOSES, rng=np.random.default_rng())
        left = [file.stem for file in Path(settings.KULTURSPEJL_KEYS).iterdir()]
        assert left == [str(lists.owner_of(scene.round_id))], "no key is left but that of the last letter's addresses"
        lists.end(scene.round_id)
        for table in (Box, Gate, Invitation):
            assert not table.objects.exists()
        assert not Door.objects.filter(entry__isnull=False).exists()
        means = Release.objects.get().released["units"][0]["numbers"]["now"]
        truth = np.mean([*scene.truth.values()], axis=0)
        assert [means[letter]["mean"] for letter in "ABCD"] == pytest.approx(truth.tolist()), "no answer was lost"
        answers = [(*numbers, *numbers) for numbers in scene.truth.values()]
        assert small.found_in(json.dumps(small.in_tables()).encode(), answers) == []


def test_rows_of_a_box_carry_no_order_of_their_own():
    """System columns: one row a gate and a box, so there is nothing to sort."""
    next(spy.scenes(ROUNDS))
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
