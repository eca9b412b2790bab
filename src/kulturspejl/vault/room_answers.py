"""How long an answer without a name is in its part's box, and so how many lie there: told by the length alone."""

from kulturspejl.core.kinds.base.packing import packed
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.vault.sealed_list import NUMBER
from kulturspejl.vault.sealing import held_within

RETRY = 16
"""Bytes of the id under which a phone sends an answer again."""


def size_of(part: Part) -> int:
    """Bytes of an answer in the box: every one to a part takes the same number."""
    return NUMBER + RETRY + len(packed(part, {}))


def how_many(length: int, part: Part) -> int:
    """Answers in a part's box of so many bytes, whoever they are from. No key is needed, and nothing is read."""
    return held_within(length, size_of(part))
