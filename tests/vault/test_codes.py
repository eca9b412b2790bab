"""Codes: long enough, of letters that cannot be mistaken, the same however they are typed."""

import hmac
import math

import pytest

from kulturspejl.vault import codes


@pytest.mark.parametrize(
    ("make", "length", "bits"), [(codes.make_short, 8, 39), (codes.make_room, 6, 29), (codes.make_long, 27, 132)]
)
def test_how_long_they_are_and_how_much_chance_is_in_them(make, length, bits):
    made = {make() for _ in range(200)}
    assert len(made) == 200
    assert {len(code) for code in made} == {length}
    assert set("".join(made)) == set(codes.ALPHABET)
    assert int(length * math.log2(len(codes.ALPHABET))) == bits


def test_no_letter_is_like_another():
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET) == 30
    assert not set(codes.ALPHABET) & set("01ILOU")


@pytest.mark.parametrize("typed", ["abcd-efgh", " ABCD EFGH ", "abcdefgh", "A.B.C.D/E,F;G:H"])
def test_typed_with_spaces_dashes_and_small_letters_it_is_the_same(typed):
    assert codes.normalise(typed) == "ABCDEFGH"
    assert codes.fingerprint(typed) == codes.fingerprint("ABCDEFGH")


def test_a_fingerprint_is_keyed_with_the_instance_s_own_secret(settings):
    key = hmac.digest(settings.SECRET_KEY.encode(), b"kulturspejl.codes", "sha256")
    made = codes.fingerprint("ABCD")
    assert made == hmac.digest(key, b"ABCD", "sha256").hex()
    settings.SECRET_KEY = "another"
    assert codes.fingerprint("ABCD") != made


def test_a_long_code_belongs_to_its_secret_and_is_written_in_thirty_signs():
    """The number to the base of thirty, the smallest place first."""
    assert codes.long_from((0).to_bytes(32, "big")) == "2" * 27
    assert codes.long_from((31).to_bytes(32, "big")) == "33" + "2" * 25
    assert codes.long_from((29 + 30 * 7).to_bytes(32, "big")) == "Z9" + "2" * 25
    assert codes.long_from((30**26 * 4).to_bytes(32, "big")) == "2" * 26 + "6"
    assert len(codes.long_from(b"\xff" * 32)) == 27
    assert codes.long_from(b"\xff" * 32) == codes.long_from(b"\xff" * 32) != codes.long_from(b"\xfe" * 32)


def test_an_address_that_has_been_sent_is_made_again_by_every_later_version(settings):
    settings.SECRET_KEY = "a key of this test"
    assert codes.long_again(b"courses", b"Karen") == "5VMCTJSMYZXPAMY7SHEWSQBVDBE"
    assert codes.long_again(b"reminders", b"Karen") != codes.long_again(b"courses", b"Karen")
