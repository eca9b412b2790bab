"""Overwriting bytes where they lie: those that are named, and nothing beside them."""

from kulturspejl.vault.wiping import wipe, wipe_ours


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
