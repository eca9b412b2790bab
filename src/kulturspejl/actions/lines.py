"""The leader's own answer and the leader's guess: lines of their own, drawn before close, never in a mean."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.records.models import LeaderLine, RoundState, RoundUnit, User

NOTHING_DRAWN = Text(
    da="Svar på spørgsmålene, eller giv dit gæt, før du gemmer.",
    en="Answer the questions or make your guess before you keep it.",
)
NO_LINES = Text(
    da="Til det, der bliver spurgt om her, hører der ingen linjer.", en="What is asked here has no lines of its own."
)
DRAWABLE = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN)


def draw(
    *, by: User, round_unit_id: uuid.UUID, own: Mapping[str, object] | None = None,
    guess: Mapping[str, object] | None = None, now: datetime,
) -> None:  # fmt: skip
    """Keep the leader's `own` answer to the questions that the team is asked, and the `guess` at the team's; either may
    be left out, and what is asked may have only one of them. Drawing again replaces them, and hides them again.
    """
    with deciding(RoundUnit, round_unit_id) as unit:
        require(by, Verb.LINE_DRAW, unit_id=unit.unit_id, now=now)
        instrument = any_from_json(unit.round.content)
        if not instrument.lines:
            raise Refused(NO_LINES)
        if unit.round.state not in DRAWABLE or now >= unit.round.closes_at:
            raise Refused(
                Text(
                    da="Målingen er lukket. Linjen skal tegnes, før resultatet åbner.",
                    en="The round is closed. The line has to be drawn before the result opens.",
                )
            )
        given = {kind: typed for kind, typed in ((OWN, own), (GUESS, guess)) if typed is not None}
        for kind, values in _lines(instrument, given, unit.round.points).items():
            LeaderLine.objects.update_or_create(
                round_unit=unit, owner=by, kind=kind, defaults={"values": values, "is_shown": False}
            )


def _lines(
    instrument: Instrument, given: Mapping[str, Mapping[str, object]], points: int
) -> dict[str, dict[str, int]]:
    """By kind, as they are kept; Faulty with a sentence for each field at fault."""
    checked = {kind: instrument.check_line(kind, given[kind], points) for kind in instrument.lines if kind in given}
    faults = {key: said for one in checked.values() for key, said in one.faults.items()}
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    if not checked:
        raise Faulty(NOTHING_DRAWN, {"guess": NOTHING_DRAWN})
    return {kind: one.values or {} for kind, one in checked.items()}


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
