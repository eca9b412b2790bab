"""How many letters about a result are on their way: told by how long the sealed lists are, never by opening them."""

import uuid

from kulturspejl.records.models import ResultLetters
from kulturspejl.vault.sealing import held_in


def on_their_way(round_id: uuid.UUID) -> int:
    """Letters about this round's result that no mail server has taken yet."""
    rows = ResultLetters.objects.filter(round_id=round_id).values_list("sealed", "size")
    return sum(held_in(sealed, size) for sealed, size in rows)
