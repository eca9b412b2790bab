"""Random ids: nothing that a person is called, and no order."""

import uuid


def random_id() -> uuid.UUID:
    """A version 4 UUID: 122 random bits, no clock and no counter in it."""
    return uuid.uuid4()
