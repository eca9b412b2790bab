"""An id out of a form or an address."""

import uuid

from kulturspejl.core.errors import NotThere
from kulturspejl.core.text import Text


def as_id(word: str) -> uuid.UUID | None:
    """None for whatever is no id."""
    try:
        return uuid.UUID(word)
    except ValueError:
        return None


def id_of(word: str, otherwise: Text) -> uuid.UUID:
    """The id that a page of ours sends; NotThere with these words for whatever is none."""
    found = as_id(word)
    if found is None:
        raise NotThere(otherwise)
    return found
