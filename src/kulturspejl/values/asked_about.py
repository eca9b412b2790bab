"""What rounds have asked about, by name, where it is something else than the culture: for lists of results."""

import uuid
from collections.abc import Iterable, Mapping

from kulturspejl.core.instruments import ALLOCATION
from kulturspejl.core.text import Text
from kulturspejl.records.models import Round


def asked_about(round_ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, Text]:
    """The names of their questionnaires, as they were then; those that asked about the culture are left out."""
    rows = Round.objects.filter(id__in=set(round_ids)).values_list(
        "id", "content__instrument__kind", "content__instrument__name"
    )
    return {id: Text(**name) for id, kind, name in rows if kind not in (None, ALLOCATION) and name}
