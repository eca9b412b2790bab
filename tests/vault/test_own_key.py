"""Short texts sealed with a key of the instance's own secret: there and back, and nowhere else."""

import base64
import hmac

import pytest

from kulturspejl.vault import own_key
from kulturspejl.vault.sealing import unseal


def test_there_and_back():
    sealed = own_key.seal_text("æøå 123", "totp")
    assert sealed.startswith("sealed1:")
    assert "123" not in sealed
    assert own_key.unseal_text(sealed, "totp") == "æøå 123"
    assert own_key.seal_text("æøå 123", "totp") != sealed, "the same twice looks like two"


def test_the_key_is_made_as_rfc_5869_says(settings):
    """HKDF with SHA-256 and no salt, 32 bytes: one block of HMAC under HMAC(0…0, secret)."""
    settings.SECRET_KEY = "a secret"
    prk = hmac.digest(bytes(32), b"a secret", "sha256")
    key = hmac.digest(prk, b"kulturspejl.own_key.totp\x01", "sha256")
    raw = base64.urlsafe_b64decode(own_key.seal_text("x", "totp").removeprefix("sealed1:"))
    assert unseal(key, raw, b"totp") == b"x"


def test_it_opens_for_what_it_is_for_and_with_this_secret_alone(settings):
    sealed = own_key.seal_text("x", "totp")
    with pytest.raises(own_key.OtherKey, match="codes"):
        own_key.unseal_text(sealed, "codes")
    settings.SECRET_KEY = "another"
    with pytest.raises(own_key.OtherKey):
        own_key.unseal_text(sealed, "totp")


@pytest.mark.parametrize("text", ["", "sealed1:", "sealed1:x", "sealed1:AAAA", "otpauth", "ø"])
def test_what_was_never_sealed_does_not_open(text):
    with pytest.raises(own_key.OtherKey):
        own_key.unseal_text(text, "totp")


def test_a_sealed_text_is_told_by_its_beginning():
    assert own_key.is_sealed(own_key.seal_text("", "totp"))
    assert not own_key.is_sealed("a sealed1:")
