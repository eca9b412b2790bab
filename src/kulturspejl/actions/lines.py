"""The leader's own answer and the leader's guess: lines of their own, drawn before close, never in a mean."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.instruments.allocation.own import sums_of
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import LeaderLine, RoundState, RoundUnit, User

DRAWABLE = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN)


def draw(
    *, by: User, round_unit_id: uuid.UUID, kind: str, values: Mapping[str, object], now: datetime
) -> None:
    """Keep four whole numbers, together six times the round's points; drawing again replaces them."""
    with deciding(RoundUnit, round_unit_id) as unit:
        require(by, Verb.LINE_DRAW, unit_id=unit.unit_id, now=now)
        if kind not in (LeaderLine.OWN, LeaderLine.GUESS):
            raise NotThere(NOTHING_HERE)
        if unit.round.state not in DRAWABLE or now >= unit.round.closes_at:
            raise Refused(
                Text(
                    da="Målingen er lukket. Linjen skal tegnes, før resultatet åbner.",
                    en="The round is closed. The line has to be drawn before the result opens.",
                )
            )
        numbers = _numbers(values, 6 * unit.round.points)
        LeaderLine.objects.update_or_create(
            round_unit=unit, owner=by, kind=kind, defaults={"values": numbers, "is_shown": False}
        )


def show(*, by: User, round_unit_id: uuid.UUID, kind: str, shown: bool, now: datetime) -> None:
    """Let the team see the line, or take it back; nothing where it is so already."""
    with deciding(RoundUnit, round_unit_id) as unit:
        require(by, Verb.LINE_DRAW, unit_id=unit.unit_id, now=now)
        line = LeaderLine.objects.filter(round_unit=unit, owner=by, kind=kind).first()
        if line is None:
            raise NotThere(NOTHING_HERE)
        if line.is_shown == shown:
            return
        LeaderLine.objects.filter(id=line.id).update(is_shown=shown)
        note(by=by, organisation_id=unit.round.organisation_id, verb=f"line.{'show' if shown else 'hide'}",
             about=round_unit_id, now=now)  # fmt: skip


def _numbers(values: Mapping[str, object], total: int) -> dict[str, int]:
    wrong = filled(
        Text(
            da="De fire tal skal være hele tal fra 0 og give {total} tilsammen.",
            en="The four numbers must be whole numbers from 0 and add up to {total}.",
        ),
        total=total,
    )
    numbers = sums_of(values, total)
    if numbers is None:
        raise Faulty(wrong, {"values": wrong})
    return numbers
