"""What stands in the place of the name and the address of somebody who has been erased."""

import uuid

NOBODY = "erased.invalid"
"""A domain that no letter can be sent to (RFC 2606)."""


def address_of(person_id: uuid.UUID) -> str:
    """One that is nobody's, different for each."""
    return f"{person_id.hex}@{NOBODY}"


def number_of(person_id: uuid.UUID) -> int:
    """What the person is called from then on: five digits, drawn as their random id was."""
    return 10_000 + person_id.int % 90_000
