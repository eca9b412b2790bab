"""Sealing: what comes back, what does not open, and marks that hold their parts apart."""

import hmac

import pytest
from cryptography.exceptions import InvalidTag

from kulturspejl.vault.sealing import OVERHEAD, held_in, held_within, seal, tag, unseal

KEY, OTHER = b"k" * 32, b"o" * 32


def test_what_was_sealed_comes_back():
    assert unseal(KEY, seal(KEY, b"words", b"here"), b"here") == b"words"
    assert unseal(KEY, memoryview(seal(KEY, b"", b"here")), b"here") == b""


@pytest.mark.parametrize(("key", "about"), [(OTHER, b"here"), (KEY, b"there")])
def test_another_key_or_another_place_opens_nothing(key, about):
    with pytest.raises(InvalidTag):
        unseal(key, seal(KEY, b"words", b"here"), about)


@pytest.mark.parametrize("at", [0, 11, 12, -1])
def test_a_changed_byte_opens_nothing(at):
    sealed = bytearray(seal(KEY, b"words", b"here"))
    sealed[at] ^= 1
    with pytest.raises(InvalidTag):
        unseal(KEY, bytes(sealed), b"here")


def test_the_same_is_never_sealed_alike():
    assert len({seal(KEY, b"words", b"here")[:12] for _ in range(50)}) == 50


@pytest.mark.parametrize("records", [0, 1, 7])
def test_the_length_alone_tells_how_many_records_there_are(records):
    sealed = seal(KEY, b"x" * 92 * records, b"here")
    assert len(sealed) == 92 * records + OVERHEAD
    assert held_in(sealed, 92) == records


def test_a_tag_is_the_first_half_of_an_hmac_over_label_and_parts():
    message = b"serial" + (3).to_bytes(4, "big") + b"abc" + (1).to_bytes(4, "big") + b"d"
    assert tag(KEY, "serial", b"abc", b"d") == hmac.digest(KEY, message, "sha256")[:16]


def test_parts_that_are_cut_elsewhere_have_another_tag():
    assert len({tag(KEY, "mark", b"ab", b"c"), tag(KEY, "mark", b"a", b"bc"), tag(KEY, "mark", b"abc")}) == 3


def test_how_many_a_list_holds_is_counted_whole():
    sealed = seal(KEY, bytes(3 * 20), b"about")
    assert repr(held_in(sealed, 20)) == repr(held_within(len(sealed), 20)) == "3"
