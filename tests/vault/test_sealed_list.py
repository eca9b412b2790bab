"""A sealed list: what goes in comes out, whatever order it came in, and its order is that of chance."""

import os
import random

import pytest
from cryptography.exceptions import InvalidTag

from kulturspejl.vault.sealed_list import NUMBER, Records, open_list, seal_list
from kulturspejl.vault.sealing import unseal

KEY, SIZE = b"k" * 32, NUMBER + 5


def some(count: int) -> dict[bytes, bytes]:
    return {os.urandom(NUMBER): os.urandom(SIZE - NUMBER) for _ in range(count)}


@pytest.mark.parametrize("count", [0, 1, 30])
def test_what_is_sealed_is_opened(count):
    records = some(count)
    assert open_list(KEY, seal_list(KEY, records, b"here"), b"here", SIZE) == records


def test_the_order_in_which_records_came_is_lost():
    records = some(30)
    shuffled = random.sample(sorted(records), 30)
    plain = unseal(KEY, seal_list(KEY, {number: records[number] for number in shuffled}, b"here"), b"here")
    numbers = [plain[at : at + NUMBER] for at in range(0, len(plain), SIZE)]
    assert numbers == sorted(records)
    assert dict(Records(bytearray(plain), SIZE)) == records


def test_a_list_opens_at_its_own_place_alone():
    with pytest.raises(InvalidTag):
        open_list(KEY, seal_list(KEY, some(2), b"here"), b"there", SIZE)


@pytest.mark.parametrize("seed", range(40))
def test_a_list_that_is_changed_is_what_a_dictionary_would_be(seed):
    """Numbers that come again, that are taken out and put in, at both ends, in a list of none and of many."""
    chance = random.Random(seed)
    numbers = [bytes([first]) * NUMBER for first in chance.sample(range(256), 12)]
    expected = {number: chance.randbytes(SIZE - NUMBER) for number in chance.sample(numbers, chance.randrange(12))}
    records = open_list(KEY, seal_list(KEY, expected, b"here"), b"here", SIZE)
    for _ in range(chance.randrange(20)):
        number, rest = chance.choice(numbers), chance.randbytes(SIZE - NUMBER)
        if chance.random() < 0.3:
            assert records.pop(number, None) == expected.pop(number, None)
        elif chance.random() < 0.5:
            assert records.setdefault(number, rest) == expected.setdefault(number, rest)
        else:
            records[number] = expected[number] = rest
    assert (list(records), len(records)) == (sorted(expected), len(expected))
    assert [records.get(number) for number in numbers] == [expected.get(number) for number in numbers]
    again = open_list(KEY, seal_list(KEY, records, b"here"), b"here", SIZE)
    assert again == records == expected
    assert again.packed() == seal_order(expected)


def seal_order(records: dict[bytes, bytes]) -> bytes:
    return b"".join(number + records[number] for number in sorted(records))


def test_a_record_of_another_length_is_no_record_of_the_list():
    records = Records(bytearray(), SIZE)
    for number, rest in ((b"n" * NUMBER, b"too long"), (b"short", b"rest!")):
        with pytest.raises(ValueError, match="21 bytes"):
            records[number] = rest
    with pytest.raises(KeyError):
        del records[b"n" * NUMBER]
    assert not records


def test_a_list_that_is_forgotten_is_zeros():
    plain = bytearray(seal_order(some(5)))
    records = Records(plain, SIZE)
    new = bytes(list(range(5)))
    records[b"n" * NUMBER] = new
    records.forget()
    assert (plain, new) == (bytearray(5 * SIZE), bytes(5))
