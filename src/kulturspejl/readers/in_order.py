"""The units of rounds in the order in which one reads them: by name, in Danish, which no database knows."""

from collections.abc import Iterable
from datetime import date

from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Round, RoundUnit


def by_name(found: Round) -> list[RoundUnit]:
    """All units of a round."""
    return sorted(found.units.order_by("id"), key=lambda unit: danish_key(unit.name))


def newest_first(rows: Iterable[RoundUnit]) -> list[RoundUnit]:
    """Units of several rounds, those closed last first; the rounds are read already."""
    named = sorted(rows, key=lambda row: danish_key(row.name))
    return sorted(named, key=lambda row: row.round.closed_on or date.min, reverse=True)
