"""When results closed: a day, and the moment where several of one unit share it, so that they can be told apart."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone


@dataclass(frozen=True)
class Closed:
    """A result of a unit: the day on which its round closed, and the moment at which it opened where that is known."""

    id: uuid.UUID
    unit_id: uuid.UUID
    on: date | None
    opened: datetime | None


def closing_times(results: Iterable[Closed]) -> Mapping[uuid.UUID, date | datetime]:
    """By result, what tells it from the unit's others among these."""
    all_of_them = list(results)
    same_day = Counter((one.unit_id, one.on) for one in all_of_them)
    return {
        one.id: timezone.localtime(one.opened)
        if one.opened is not None and same_day[one.unit_id, one.on] > 1
        else one.on or date.max
        for one in all_of_them
    }
