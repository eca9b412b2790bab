"""Sealing short texts that must lie in the database: their key is made of SECRET_KEY, which lies beside it."""

import base64
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from kulturspejl.vault.sealing import seal, unseal

MARK = "sealed1:"
"""A text that does not begin so is from before it was sealed."""


class OtherKey(LookupError):
    """The text was sealed while the instance had another SECRET_KEY, or it has been changed."""


def seal_text(text: str, about: str) -> str:
    """`text` as letters and signs that only this instance can read; `about` names what it is for."""
    sealed = seal(_key(settings.SECRET_KEY, about), text.encode(), about.encode())
    return MARK + base64.urlsafe_b64encode(sealed).decode()


def unseal_text(sealed: str, about: str) -> str:
    """The text again. Raises OtherKey."""
    try:
        raw = base64.urlsafe_b64decode(sealed.removeprefix(MARK))
        return unseal(_key(settings.SECRET_KEY, about), raw, about.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise OtherKey(about) from error


def is_sealed(text: str) -> bool:
    """Whether the text has been through `seal_text`."""
    return text.startswith(MARK)


@lru_cache(maxsize=8)
def _key(secret: str, about: str) -> bytes:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"kulturspejl.own_key.{about}".encode())
    return made.derive(secret.encode())
