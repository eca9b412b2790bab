"""The leader's own answer and the leader's guess: lines of their own, drawn before close, never in a mean."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.instruments.allocation.checking import check_blocks
from kulturspejl.core.instruments.allocation.form import now_blocks
from kulturspejl.core.instruments.allocation.own import sums_now, sums_of
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import LeaderLine, RoundState, RoundUnit, User

GUESS_ADDS_UP = Text(
    da="De fire tal i dit gæt skal være hele tal fra 0 og give {total} tilsammen.",
    en="The four numbers of your guess must be whole numbers from 0 and add up to {total}.",
)
NOTHING_DRAWN = Text(
    da="Svar på de seks spørgsmål, eller tegn dit gæt, før du gemmer.",
    en="Answer the six questions or draw your guess before you keep it.",
)
NO_LINES = Text(
    da="Til det, der bliver spurgt om her, hører der ingen linjer.", en="What is asked here has no lines of its own."
)
DRAWABLE = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN)


def draw(
    *, by: User, round_unit_id: uuid.UUID, own: Mapping[str, object] | None = None,
    guess: Mapping[str, object] | None = None, now: datetime,
) -> None:  # fmt: skip
    """Keep the leader's `own` answer, the six questions that the team is asked, and the `guess`, four whole numbers of
    six times the round's points; either may be left out. Drawing again replaces them, and hides them again.
    """
    with deciding(RoundUnit, round_unit_id) as unit:
        require(by, Verb.LINE_DRAW, unit_id=unit.unit_id, now=now)
        if not any_from_json(unit.round.content).has_lines:
            raise Refused(NO_LINES)
        if unit.round.state not in DRAWABLE or now >= unit.round.closes_at:
            raise Refused(
                Text(
                    da="Målingen er lukket. Linjen skal tegnes, før resultatet åbner.",
                    en="The round is closed. The line has to be drawn before the result opens.",
                )
            )
        for kind, values in _lines(own, guess, unit.round.points).items():
            LeaderLine.objects.update_or_create(
                round_unit=unit, owner=by, kind=kind, defaults={"values": values, "is_shown": False}
            )


def _lines(
    own: Mapping[str, object] | None, guess: Mapping[str, object] | None, points: int
) -> dict[str, dict[str, int]]:
    """By kind, as sums on paper; Faulty with a sentence for each field at fault."""
    found: dict[str, dict[str, int]] = {}
    faults: dict[str, Text] = {}
    if own is not None:
        checked = check_blocks(now_blocks(points), own)
        faults |= checked.faults
        found[LeaderLine.OWN] = sums_now(checked.values or {})
    if guess is not None:
        sums = sums_of(guess, 6 * points)
        faults |= {"guess": filled(GUESS_ADDS_UP, total=6 * points)} if sums is None else {}
        found[LeaderLine.GUESS] = sums or {}
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    if not found:
        raise Faulty(NOTHING_DRAWN, {"guess": NOTHING_DRAWN})
    return found


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
