"""Every round of an organisation, for its steward: where it is, never what came of it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import require_in
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.readers.instruments import NAME, named
from kulturspejl.records.models import Round, RoundState, RoundUnit, User


@dataclass(frozen=True)
class RoundLine:
    """A round about `what`; `may_be_deleted` once it is closed or cancelled."""

    round_id: uuid.UUID
    root_name: str
    what: Text
    state: str
    asked_on: date
    closed_on: date | None
    closes_at: datetime
    units: int
    invited: int
    may_be_deleted: bool


def list_for(user: User, organisation_id: uuid.UUID, *, now: datetime) -> list[RoundLine]:
    """The newest first."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    rows = Round.objects.filter(organisation_id=organisation_id).prefetch_related("units")
    rows = rows.annotate(what=NAME).defer("content")
    return [_line(row, named(row.what)) for row in rows.order_by("-requested_on", "id")]


def _line(row: Round, what: Text) -> RoundLine:
    units: list[RoundUnit] = list(row.units.all())
    return RoundLine(
        round_id=row.id, root_name=next((unit.name for unit in units if unit.unit_id == row.root_id), ""),
        what=what,
        state=row.state, asked_on=row.requested_on, closed_on=row.closed_on, closes_at=row.closes_at,
        units=sum(1 for unit in units if unit.invited.get("E", 0)),
        invited=sum(unit.invited.get("E", 0) for unit in units),
        may_be_deleted=row.state in (RoundState.RELEASED, RoundState.CANCELLED),
    )  # fmt: skip
