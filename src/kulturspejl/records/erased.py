"""What stands in the place of the address of somebody who has been erased."""

NOBODY = "erased.invalid"
"""A domain that no letter can be sent to (RFC 2606)."""


def address_of(number: int) -> str:
    """One that is nobody's, different for each."""
    return f"{number}@{NOBODY}"


def number_of(address: str) -> int:
    """The number in such an address."""
    return int(address.removesuffix(f"@{NOBODY}"))
