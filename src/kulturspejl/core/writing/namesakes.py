"""Two people in one room who want to be called the same: whoever comes later gets a number after the name."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r" \d+$")


def told_apart(name: str, taken: Iterable[str]) -> str:
    """ "Anne", or "Anne 2" where there is an Anne, whatever the case: the first number that is free."""
    called = {one.casefold() for one in taken}
    number, found = 1, name
    while found.casefold() in called:
        number += 1
        found = f"{name} {number}"
    return found


def is_called(found: str, name: str) -> bool:
    """Whether `found` is `name`, or `name` told apart from others."""
    return name in (found, _NUMBER.sub("", found))
