"""Sealing bytes with a round's key: authenticated encryption from the cryptography package."""

import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

NONCE = 12
OVERHEAD = NONCE + 16
"""A sealed text is this much longer than the plain one: a nonce and a tag."""


def seal(key: bytes, plain: bytes | bytearray, about: bytes) -> bytes:
    """`plain` under `key` (32 bytes), bound to the place `about` where it belongs."""
    nonce = os.urandom(NONCE)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, about)


def held_in(sealed: bytes | memoryview, size: int) -> int:
    """How many records of `size` bytes a sealed list holds, told by its length alone."""
    return held_within(len(sealed), size)


def held_within(length: int, size: int) -> int:
    """The same where only the list's length was read: the list may be long."""
    return (length - OVERHEAD) // size


def unseal(key: bytes, sealed: bytes | memoryview, about: bytes) -> bytes:
    """The plain bytes; raises cryptography's InvalidTag when key, place or bytes are not the ones."""
    sealed = bytes(sealed)
    return ChaCha20Poly1305(key).decrypt(sealed[:NONCE], sealed[NONCE:], about)


def laid_open(key: bytes, sealed: bytes | memoryview, about: bytes) -> bytearray:
    """The same in a place that can be overwritten."""
    plain, seen = bytearray(len(sealed) - OVERHEAD), memoryview(sealed)
    ChaCha20Poly1305(key).decrypt_into(seen[:NONCE], seen[NONCE:], about, plain)
    return plain


def tag(key: bytes, label: str, *parts: bytes) -> bytes:
    """A 16-byte keyed fingerprint (HMAC-SHA-256, cut), separated by label and by the length of each part."""
    message = label.encode() + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.digest(key, message, "sha256")[:16]
