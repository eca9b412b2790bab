"""What an open round needs to know of itself when an answer comes in; it does not change while it is open."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.instruments.base.sheet import Sheet
from kulturspejl.records.models import Round, RoundState
from kulturspejl.records.questions import ask, id_of, key_of, moment_of


@dataclass(frozen=True)
class OpenUnit:
    """A unit in an open round."""

    round_id: uuid.UUID
    round_unit: uuid.UUID
    shards: int
    closes_at: datetime
    sheet: Sheet


_known: dict[uuid.UUID, OpenUnit] = {}
_instruments: dict[uuid.UUID, Instrument] = {}
"""By round: a round of five hundred units has one questionnaire, and it is read once."""
_MOST_KNOWN = 10_000


def find(round_unit: uuid.UUID) -> OpenUnit | None:
    """The unit, or None when its round is not open. Remembered: whether boxes still take answers, they say."""
    known = _known.get(round_unit)
    if known is not None:
        return known
    rows = ask(_UNIT, key_of(round_unit), RoundState.OPEN)
    if not rows:
        return None
    of_round, shards, closes_at, points, preferred = rows[0]
    round_id = id_of(of_round)
    if len(_known) >= _MOST_KNOWN:
        forget_all()
    found = OpenUnit(
        round_id=round_id,
        round_unit=round_unit,
        shards=shards,
        closes_at=moment_of(closes_at),
        sheet=_instrument_of(round_id).sheet(points, preferred),
    )
    _known[round_unit] = found
    return found


_UNIT = (
    "SELECT round_id, shards, closes_at, points, preferred FROM records_roundunit "
    "JOIN records_round ON records_round.id = records_roundunit.round_id "
    "WHERE records_roundunit.id = %s AND records_round.state = %s"
)


def _instrument_of(round_id: uuid.UUID) -> Instrument:
    known = _instruments.get(round_id)
    if known is None:
        content = Round.objects.values_list("content", flat=True).get(id=round_id)
        known = _instruments[round_id] = any_from_json(content)
    return known


def forget(round_id: uuid.UUID) -> None:
    """Called when a round closes or its closing date moves."""
    for key in [key for key, unit in list(_known.items()) if unit.round_id == round_id]:
        _known.pop(key, None)
    _instruments.pop(round_id, None)


def forget_all() -> None:
    """Called when another process may have closed a round unheard."""
    _known.clear()
    _instruments.clear()
