"""Two people in one room who want to be called the same: whoever comes later gets a number after the name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_NUMBER = re.compile(r" \d+$")
LONGEST_PLACE = 24
"""Of a workplace beside a name, in a list that many read from afar."""


def told_apart(name: str, taken: Iterable[str]) -> str:
    """ "Anne", or "Anne 2" where there is an Anne, whatever the case: the first number that is free."""
    called = {one.casefold() for one in taken}
    number, found = 1, name
    while found.casefold() in called:
        number += 1
        found = f"{name} {number}"
    return found


def placed(people: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """What each is called in a list: "Anne (Nord)" and "Anne 2 (Syd)" where several have a name, else the name alone.

    `people` are (name, workplace) by anything. Where namesakes come from one workplace it would not help, and where
    one has told none there is nothing to say.
    """
    namesakes: dict[str, list[str]] = defaultdict(list)
    for key, (name, _place) in people.items():
        namesakes[_NUMBER.sub("", name).casefold()].append(key)
    found = {key: name for key, (name, _place) in people.items()}
    for keys in namesakes.values():
        if len({people[key][1].casefold() for key in keys}) > 1:
            found |= {key: _beside(*people[key]) for key in keys}
    return found


def _beside(name: str, place: str) -> str:
    short = place if len(place) <= LONGEST_PLACE else f"{place[: LONGEST_PLACE - 1].rstrip()}…"
    return f"{name} ({short})" if place else name


def is_called(found: str, name: str) -> bool:
    """Whether `found` is `name`, or `name` told apart from others."""
    return name in (found, _NUMBER.sub("", found))
