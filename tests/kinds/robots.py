"""What robots fill in, many times over."""

import random
from typing import Any

from kulturspejl.core.choreography.robots import fill_in
from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.part import Part, Values
from kulturspejl.core.text import Text
from kulturspejl.library.crew import crew_in
from tests.kinds.some import some

WORDS = Text("ord", "words")


def with_items(kind: str, ids: str = "ab", **shape: Any) -> Part:
    """A part with these items."""
    return some(kind, items=tuple(Item(id, WORDS) for id in ids), **shape)


def filled(part: Part, times: int = 400) -> list[Values]:
    """So many answers, the same each time."""
    rng = random.Random(5)
    return [found for _ in range(times) if (found := fill_in(part, crew_in("da"), rng)) is not None]
