"""What an open round needs to know of itself when an answer comes in; it does not change while it is open."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.parse import instrument_from_json
from kulturspejl.records.models import RoundState, RoundUnit


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
_MOST_KNOWN = 10_000


def find(round_unit: uuid.UUID) -> OpenUnit | None:
    """The unit, or None when its round is not open. Remembered: whether boxes still take answers, they say."""
    known = _known.get(round_unit)
    if known is not None:
        return known
    row = (
        RoundUnit.objects.select_related("round").filter(id=round_unit, round__state=RoundState.OPEN).first()
    )
    if row is None:
        return None
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    found = OpenUnit(
        round_id=row.round_id,
        round_unit=row.id,
        shards=row.shards,
        closes_at=row.round.closes_at,
        form=AnswerForm(total=row.round.points, preferred=row.round.preferred),
        instrument=instrument_from_json(row.round.content),
    )
    _known[round_unit] = found
    return found


def forget(round_id: uuid.UUID) -> None:
    """Called when a round closes or its closing date moves."""
    for key in [key for key, unit in list(_known.items()) if unit.round_id == round_id]:
        _known.pop(key, None)


def forget_all() -> None:
    """Called when another process may have closed a round unheard."""
    _known.clear()
