"""Overwriting bytes where they lie: those that are named, and nothing beside them."""

from kulturspejl.vault.sealed_list import open_list, seal_list, take_apart
from kulturspejl.vault.wiping import wipe, wipe_ours

KEY, ABOUT = bytes(range(32)), b"place"


def fresh(*numbers):
    """Bytes that are nobody else's: a literal is one object for all who write it."""
    return bytes(list(numbers))


def test_what_is_named_is_zeros_afterwards_and_its_neighbours_are_not():
    before, secret, after = fresh(1, 2, 3), fresh(4, 5, 6, 7), fresh(8, 9)
    wipe(secret)
    assert (before, secret, after) == (fresh(1, 2, 3), bytes(4), fresh(8, 9))


def test_what_is_shared_by_all_or_lies_elsewhere_is_left():
    array = bytearray(b"kept")
    wipe(b"", fresh(65), array, memoryview(array))
    assert (b"A", bytes(array)) == (fresh(65), b"kept")


def test_what_somebody_else_holds_is_left():
    secret = fresh(4, 5, 6)
    holders = [secret, secret]
    wipe_ours(secret)
    assert holders == [fresh(4, 5, 6)] * 2


def test_a_list_that_was_sealed_or_taken_apart_leaves_its_records_whole():
    records = {fresh(*range(n, n + 16)): fresh(n, 9, n) for n in (1, 50)}
    kept = {bytes(list(number)): bytes(list(rest)) for number, rest in records.items()}
    assert open_list(KEY, seal_list(KEY, records, ABOUT), ABOUT, 19) == records == kept
    one = fresh(*range(1, 20))
    assert take_apart(one, 19) == {fresh(*range(1, 17)): fresh(17, 18, 19)}
    assert one == bytes(19)
