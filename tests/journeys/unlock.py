"""The six words to the key and the locked copy, written anew in Python from docs/en/own-file.md."""

import base64
import hashlib
import json
import uuid
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ROUNDS = 600_000


def root_of(words: str, room: uuid.UUID) -> bytes:
    """What both keys stem from."""
    plain = " ".join(words.lower().split()).encode()
    return hashlib.pbkdf2_hmac("sha256", plain, room.bytes, ROUNDS, 32)


def derived(root: bytes, room: uuid.UUID, name: str, length: int) -> bytes:
    """One of the keys; none tells anything of another."""
    info = f"kulturspejl.room.{name}".encode()
    return HKDF(SHA256(), length=length, salt=room.bytes, info=info).derive(root)


def come_back_key(words: str, room: uuid.UUID) -> str:
    """What is sent."""
    return base64.b32encode(derived(root_of(words, room), room, "come-back.1", 16)).decode().rstrip("=")


def unlock(sealed: str, words: str, room: uuid.UUID) -> Any:
    """What is never sent opens the copy. Raises InvalidTag for other words."""
    version, text = sealed.split(".")
    assert version == "1"
    raw = base64.b64decode(text, validate=True)
    key = derived(root_of(words, room), room, "seal.1", 32)
    return json.loads(AESGCM(key).decrypt(raw[:12], raw[12:], f"kulturspejl.room.notes.1:{room}".encode()))
