"""Numbers on paper, to put a ring round."""

from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.base.paper import Numbers, Page
from kulturspejl.core.text import Text

MOST_BESIDE = 6
"""Longer rows of numbers stand under their statement, not beside it."""


def ringed(shape: Numbered, page: Page, low: Text | None = None, high: Text | None = None) -> Numbers:
    """Each statement with its numbers; `low` and `high` are what the ends are called."""
    is_wide = shape.most - shape.least > MOST_BESIDE
    asked = tuple(page.say(item.label) for item in shape.items)
    return Numbers(asked, shape.least, shape.most, page.say(low), page.say(high), is_wide=is_wide)
