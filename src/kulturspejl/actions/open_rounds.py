"""What an open round needs to know of itself when an answer comes in; it does not change while it is open."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.parse import instrument_from_json
from kulturspejl.records.models import Round, RoundState, RoundUnit


@dataclass(frozen=True)
class OpenUnit:
    """A unit in an open round."""

    round_id: uuid.UUID
    round_unit: uuid.UUID
    shards: int
    closes_at: datetime
    form: AnswerForm
    instrument: AllocationInstrument


_known: dict[uuid.UUID, OpenUnit] = {}
_instruments: dict[uuid.UUID, AllocationInstrument] = {}
"""By round: a round of five hundred units has one questionnaire, and it is read once."""
_MOST_KNOWN = 10_000


def find(round_unit: uuid.UUID) -> OpenUnit | None:
    """The unit, or None when its round is not open. Remembered: whether boxes still take answers, they say."""
    known = _known.get(round_unit)
    if known is not None:
        return known
    rows = RoundUnit.objects.select_related("round").defer("round__content")
    row = rows.filter(id=round_unit, round__state=RoundState.OPEN).first()
    if row is None:
        return None
    if len(_known) >= _MOST_KNOWN:
        forget_all()
    found = OpenUnit(
        round_id=row.round_id,
        round_unit=row.id,
        shards=row.shards,
        closes_at=row.round.closes_at,
        form=AnswerForm(total=row.round.points, preferred=row.round.preferred),
        instrument=_instrument_of(row.round),
    )
    _known[round_unit] = found
    return found


def is_known(round_unit: uuid.UUID) -> bool:
    """Whether `find` answers without asking the store."""
    return round_unit in _known


def _instrument_of(found: Round) -> AllocationInstrument:
    known = _instruments.get(found.id)
    if known is None:
        known = _instruments[found.id] = instrument_from_json(found.content)
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
