"""What was told of a list is told before it is sent: the page carries what it told, and another list is told anew."""

import hashlib
from collections.abc import Iterable, Sequence

from kulturspejl.core.tables.row import Told


def seen_as(told: Sequence[Told], addresses: Iterable[tuple[str, str]]) -> str:
    """A word for this list and what is told of it; "" where nothing is told, so that nothing has to be seen."""
    if not told:
        return ""
    words = [*(f"{one.line} {one.text.en}" for one in told), *(address for address, _language in addresses)]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
