"""How many letters about a result are on their way: told by how long the sealed lists are, never by opening them."""

import uuid

from django.db.models import QuerySet
from django.db.models.functions import Length

from kulturspejl.records.models import ResultLetters
from kulturspejl.vault.sealing import held_within


def on_their_way(round_id: uuid.UUID) -> int:
    """Letters about this round's result that no mail server has taken yet."""
    return _held(ResultLetters.objects.filter(round_id=round_id))


def on_their_way_everywhere() -> int:
    """The same for the whole instance."""
    return _held(ResultLetters.objects.all())


def _held(rows: "QuerySet[ResultLetters]") -> int:
    return sum(held_within(length, size) for length, size in rows.values_list(Length("sealed"), "size"))
