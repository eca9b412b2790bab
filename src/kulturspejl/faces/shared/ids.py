"""An id out of a form or an address."""

import uuid


def as_id(word: str) -> uuid.UUID | None:
    """None for whatever is no id."""
    try:
        return uuid.UUID(word)
    except ValueError:
        return None
