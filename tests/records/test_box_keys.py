"""Keys that follow each other: a late tidying never takes the key that a newer write needs."""

import os
import uuid

import pytest

from kulturspejl.vault import box_keys
from kulturspejl.vault.keys import KeyGone
from kulturspejl.vault.sealing import seal

ABOUT = b"here"


def made() -> tuple[uuid.UUID, list[bytes]]:
    keys = [os.urandom(32) for _ in range(4)]
    round_id = uuid.uuid4()
    box_keys.create(round_id, [keys[0], keys[3]])
    return round_id, keys


def test_either_key_opens_while_a_write_is_under_way():
    round_id, (old, new, *_) = made()
    box_keys.stage(round_id, {0: (old, new)})
    for key in (old, new):
        assert box_keys.open_box(round_id, 0, seal(key, b"x", ABOUT), ABOUT) == (b"x", key)


def test_the_old_key_is_gone_when_the_write_is_done():
    round_id, (old, new, *_) = made()
    box_keys.stage(round_id, {0: (old, new)})
    box_keys.settle(round_id, {0: (old, new)})
    with pytest.raises(KeyGone):
        box_keys.open_box(round_id, 0, seal(old, b"x", ABOUT), ABOUT)
    assert box_keys.open_box(round_id, 0, seal(new, b"x", ABOUT), ABOUT)[0] == b"x"


def test_a_late_tidying_leaves_the_next_pair_alone():
    """As two PostgreSQL connections do it: the second stages before the first has tidied up."""
    round_id, (first, second, third, _) = made()
    box_keys.stage(round_id, {0: (first, second)})
    box_keys.stage(round_id, {0: (second, third)})
    box_keys.settle(round_id, {0: (first, second)})
    for key in (second, third):
        assert box_keys.open_box(round_id, 0, seal(key, b"x", ABOUT), ABOUT) == (b"x", key)


def test_slots_do_not_touch_each_other():
    round_id, (old, new, _, other) = made()
    box_keys.stage(round_id, {0: (old, new)})
    assert box_keys.open_box(round_id, 1, seal(other, b"x", ABOUT), ABOUT) == (b"x", other)


def test_nothing_opens_after_the_close_and_tidying_late_is_quiet():
    round_id, (old, new, *_) = made()
    box_keys.destroy(round_id)
    box_keys.settle(round_id, {0: (old, new)})
    with pytest.raises(KeyGone):
        box_keys.open_box(round_id, 0, seal(old, b"x", ABOUT), ABOUT)
