"""Pages kept ready: a unit's questions are the same text for a whole round and cost a hundred times the sending."""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock

from kulturspejl.core.profile.form import LETTERS

LINE = "0LINE0"
"""Stands before each statement and after the last of each screen, where the order is the person's own."""
MOST = 300
"""About 40 kB each."""
_INDENTED = re.compile(r"\n\s+")
"""What templates are indented by: a twenty-fifth of the page, for a phone on a bad line. Nothing stands in lines."""
_pages: OrderedDict[Hashable, list[str]] = OrderedDict()
_lock = Lock()


def page(key: Hashable, make: Callable[[], str], order: Sequence[str]) -> str:
    """The page under `key`, made on the first call, with its statements in `order`; the longest unused is forgotten."""
    return in_order(_parts(key, make), order)


def in_order(parts: Sequence[str], order: Sequence[str]) -> str:
    """Text between screens and the four statements A to D of a screen take turns: text, A, B, C, D, text, A, ..."""
    places = [0, *(1 + LETTERS.index(letter) for letter in order)]
    return "".join(
        parts[start + place] for start in range(0, len(parts), 5) for place in places if start + place < len(parts)
    )


def _parts(key: Hashable, make: Callable[[], str]) -> list[str]:
    with _lock:
        if key in _pages:
            _pages.move_to_end(key)
            return _pages[key]
    parts = _INDENTED.sub("\n", make()).split(LINE)
    with _lock:
        _pages[key] = parts
        while len(_pages) > MOST:
            _pages.popitem(last=False)
    return parts
