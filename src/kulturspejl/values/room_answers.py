"""How long an answer without a name is in its part's box, and so how many lie there: told by the length alone."""

from kulturspejl.core.content.contribution_size import packed
from kulturspejl.core.content.exercise import Part
from kulturspejl.records.room_boxes import RoomBox
from kulturspejl.vault.sealed_list import NUMBER
from kulturspejl.vault.sealing import held_in

RETRY = 16
"""Bytes of the id under which a phone sends an answer again."""


def size_of(part: Part) -> int:
    """Bytes of an answer in the box: every one to a part takes the same number."""
    return NUMBER + RETRY + len(packed(part, {}))


def how_many(box: RoomBox, part: Part) -> int:
    """Answers in a box, whoever they are from. No key is needed, and nothing is opened."""
    return held_in(box.sealed, size_of(part))
