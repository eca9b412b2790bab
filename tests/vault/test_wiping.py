"""Overwriting bytes where they lie: those that are named, and nothing beside them."""

from kulturspejl.vault.wiping import PLACES, fill_what_is_free, wipe, wipe_ours


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


def test_places_of_every_size_that_a_heap_gives_out_are_taken():
    """Sixteen bytes apart as small ones are given out, wider apart where the next larger place is taken as well."""
    sizes = [[*sizes] for sizes, _count in PLACES]
    assert [(one[0], one[1] - one[0], one[-1]) for one in sizes] == [
        (16, 16, 1_040), (1_056, 64, 8_160), (8_192, 2_048, 129_024),
    ]  # fmt: skip
    fill_what_is_free()
