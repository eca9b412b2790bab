"""How long an answer without a name is in its part's box, and so how many lie there: told by the length alone."""

from kulturspejl.core.kinds.base.packing import packed
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.vault.sealed_list import NUMBER
from kulturspejl.vault.sealing import held_in

RETRY = 16
"""Bytes of the id under which a phone sends an answer again."""


def size_of(part: Part) -> int:
    """Bytes of an answer in the box: every one to a part takes the same number."""
    return NUMBER + RETRY + len(packed(part, {}))


def how_many(sealed: bytes | memoryview, part: Part) -> int:
    """Answers in a part's box, whoever they are from. No key is needed, and nothing is opened."""
    return held_in(sealed, size_of(part))
