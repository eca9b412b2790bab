"""Pages kept ready: the questions are the same text for a whole round and cost a hundred times the sending.

What differs from unit to unit and from person to person has a mark in the text, and is filled in when it is sent: the
unit's name, whose leadership is meant, a person's code and random numbers. None of that is kept.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock

LINE = "0LINE0"
"""Stands before each statement and after the last of each screen, where the order is the person's own."""
CODE, DRAFT, SECRET, RETRY_ID = "0CODE0", "0DRAFT0", "0SECRET0", "0RETRY0"
UNIT, LEADERS = "0UNIT0", "0LEADERS0"
"""What stands in a page that is kept ready, where a unit's or a person's own will stand. No code holds a 0."""
MARKS = re.compile(f"({'|'.join((CODE, DRAFT, SECRET, RETRY_ID, UNIT, LEADERS))})")
MOST = 100
"""About 40 kB each."""
Part = list[str]
"""Text and marks in turn."""
_pages: OrderedDict[Hashable, list[Part]] = OrderedDict()
_lock, _making = Lock(), Lock()
_INDENTED = re.compile(r"\n\s+")
"""What templates are indented by: a twenty-fifth of the page, for a phone on a bad line. Nothing stands in lines."""


def page(key: Hashable, make: Callable[[], str], order: Sequence[str], own: Mapping[str, str]) -> str:
    """The page under `key`, made on the first call, with its statements in `order` and `own` in the place of marks.

    The longest unused is forgotten.
    """
    parts = in_order(_parts(key, make), order)
    return "".join([own.get(piece, piece) for part in parts for piece in part])


def is_ready(key: Hashable) -> bool:
    """Whether the page under `key` is made."""
    return key in _pages


def in_order(parts: Sequence[Part], order: Sequence[str]) -> list[Part]:
    """Text between screens and the statements of a screen take turns: text, A, B, C, D, text, A, ..."""
    there = sorted(order)
    places = [0, *(1 + there.index(letter) for letter in order)]
    starts = range(0, len(parts), len(places))
    return [parts[start + place] for start in starts for place in places if start + place < len(parts)]


def _parts(key: Hashable, make: Callable[[], str]) -> list[Part]:
    """Whoever asks for what somebody is making waits for it."""
    found = _found(key)
    if found is None:
        with _making:
            found = _found(key)
            if found is None:
                found = _keep(key, [MARKS.split(part) for part in _INDENTED.sub("\n", make()).split(LINE)])
    return found


def _found(key: Hashable) -> list[Part] | None:
    with _lock:
        if key not in _pages:
            return None
        _pages.move_to_end(key)
        return _pages[key]


def _keep(key: Hashable, parts: list[Part]) -> list[Part]:
    with _lock:
        _pages[key] = parts
        while len(_pages) > MOST:
            _pages.popitem(last=False)
    return parts
