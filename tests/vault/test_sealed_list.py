"""A sealed list: what goes in comes out, whatever order it came in, and its order is that of chance."""

import os
import random

import pytest
from cryptography.exceptions import InvalidTag

from kulturspejl.vault.sealed_list import NUMBER, open_list, seal_list, take_apart
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
    assert take_apart(plain, SIZE) == records


def test_a_list_opens_at_its_own_place_alone():
    with pytest.raises(InvalidTag):
        open_list(KEY, seal_list(KEY, some(2), b"here"), b"there", SIZE)
