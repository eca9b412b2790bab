"""A round as leader, AMR, TR and steward see it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.agreeing import needs_agreement
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.releasing import lets_out, representatives
from kulturspejl.access.standing import roles_at
from kulturspejl.access.union import InRound, Seen
from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.parse import instrument_from_json
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import REPRESENTATIVES, Role, Verb, may
from kulturspejl.readers.participation import participation_of
from kulturspejl.readers.rules import Rules, rules_of
from kulturspejl.records.models import Invitation, LeaderLine, Round, RoundState, RoundUnit, User
from kulturspejl.values.letters import Letter, letter_for


@dataclass(frozen=True)
class UnitOfRound:
    """A unit in the round: how many are invited of how many, by mail and by card.

    `shut` says why its result does not open for this viewer, though a role would let it.
    """

    round_unit_id: uuid.UUID
    unit_id: uuid.UUID
    name: str
    headcount: int
    invited: int
    cards: int
    participation: str | None
    addresses: tuple[str, ...]
    my_lines: tuple[str, ...]
    i_lead_it: bool
    may_open: bool
    shut: Shut | None


@dataclass(frozen=True)
class RoundPage:
    """A round. `may` holds what the viewer may do now; `addresses` are filled for whoever releases the sending."""

    round_id: uuid.UUID
    state: str
    root_name: str
    units: tuple[UnitOfRound, ...]
    invited: int
    cards: int
    why: str
    language: str
    points: int
    preferred: str
    closes_at: datetime
    opened_on: date | None
    closed_on: date | None
    asked_by: str
    approved_by: str
    approved_as: str
    hold_note: str
    needs_agreement: bool
    has_representatives: bool
    reminders_sent: int
    letters_waiting: int
    letters: dict[str, Letter]
    form: AnswerForm
    instrument: AllocationInstrument
    rules: Rules
    may: frozenset[str]


@dataclass(frozen=True)
class RoundCard:
    """A round in a list."""

    round_id: uuid.UUID
    root_name: str
    state: str
    closes_at: datetime
    waits_for_me: bool


def page(user: User, round_id: uuid.UUID, *, now: datetime) -> RoundPage:
    """The round, for those who may read it at its root or at one of its units; NotThere for others."""
    found = (
        Round.objects.select_related("organisation", "requested_by", "approved_by")
        .filter(id=round_id)
        .first()
    )
    if found is None:
        raise NotThere(NOTHING_HERE)
    roles = _roles(user, found, now)
    if not may(Verb.ROUND_READ, roles):
        raise NotThere(NOTHING_HERE)
    allowed = _allowed(user, found, roles, now)
    rows = list(found.units.select_related("round", "unit").order_by("name"))
    words = participation_of(found)
    seen = _in_view(rows, user, found, now)
    opens = _opened(user, found, now)
    units = tuple(_unit(user, row, words.get(str(row.id)), "release" in allowed, opens, now) for row in seen)
    root = next(row for row in rows if row.unit_id == found.root_id)
    return RoundPage(
        round_id=found.id, state=found.state, root_name=root.name, units=units,
        invited=sum(row.invited.get("E", 0) for row in rows), cards=sum(row.cards for row in rows), why=found.why,
        language=found.language, points=found.points, preferred=found.preferred, closes_at=found.closes_at,
        opened_on=found.opened_on, closed_on=found.closed_on, asked_by=str(found.requested_by or ""),
        approved_by=str(found.approved_by or ""), approved_as=found.approved_as, hold_note=found.hold_note,
        needs_agreement=needs_agreement(found, day_of(now)),
        has_representatives=bool(representatives(found, day_of(now))),
        reminders_sent=found.reminders_sent, letters_waiting=_waiting(found),
        letters={language: _sample(found, seen, language) for language in ("da", "en")},
        form=AnswerForm(total=found.points, preferred=found.preferred),
        instrument=instrument_from_json(found.content), rules=rules_of(found), may=allowed,
    )  # fmt: skip


def may_read(user: User, round_id: uuid.UUID, *, now: datetime) -> bool:
    """Whether `page` would show the round to this user."""
    found = Round.objects.filter(id=round_id).first()
    return found is not None and may(Verb.ROUND_READ, _roles(user, found, now))


def list_for(user: User, unit_ids: set[uuid.UUID], *, now: datetime) -> list[RoundCard]:
    """Rounds not yet released that touch these units, those that wait for the user first."""
    rows = (
        Round.objects.filter(units__unit_id__in=unit_ids)
        .exclude(state__in=(RoundState.RELEASED, RoundState.CANCELLED))
        .distinct()
    )
    cards = [_card(user, row, now) for row in rows]
    return sorted(cards, key=lambda card: (not card.waits_for_me, card.closes_at))


def _card(user: User, found: Round, now: datetime) -> RoundCard:
    root = found.units.get(unit_id=found.root_id)
    waits = found.state in (RoundState.WAITING, RoundState.ON_HOLD) and _releases(user, found, now)
    return RoundCard(found.id, root.name, found.state, found.closes_at, waits)


def _releases(user: User, found: Round, now: datetime) -> bool:
    return lets_out(user, found, day_of(now))


def _roles(user: User, found: Round, now: datetime) -> frozenset[Role]:
    """Roles at the root, and at any unit of the round: a leader below sees the round they are part of."""
    roles = set(roles_at(user, found.root_id, day_of(now)))
    for unit_id in found.units.values_list("unit_id", flat=True):
        if may(Verb.ROUND_READ, roles):
            break
        roles |= roles_at(user, unit_id, day_of(now))
    return frozenset(roles)


def _in_view(rows: list[RoundUnit], user: User, found: Round, now: datetime) -> list[RoundUnit]:
    """All units for whoever reads the root; else the units where the viewer stands."""
    if may(Verb.ROUND_READ, roles_at(user, found.root_id, day_of(now))):
        return rows
    return [row for row in rows if may(Verb.ROUND_READ, roles_at(user, row.unit_id, day_of(now)))]


def _opened(user: User, found: Round, now: datetime) -> InRound:
    """The units whose result lies open to this viewer."""
    if found.state != RoundState.RELEASED:
        return InRound(frozenset(), {}, frozenset())
    return Seen(user, now).in_round(found.id)


def _unit(
    user: User, row: RoundUnit, word: str | None, shows_addresses: bool, opens: InRound, now: datetime
) -> UnitOfRound:
    lines = (
        LeaderLine.objects.filter(round_unit=row, owner=user).order_by("kind").values_list("kind", flat=True)
    )
    addresses = Invitation.objects.filter(round_unit=row).exclude(address="").order_by("address")
    return UnitOfRound(
        round_unit_id=row.id, unit_id=row.unit_id, name=row.name, headcount=row.headcount,
        invited=row.invited.get("E", 0), cards=row.cards, participation=word,
        addresses=tuple(addresses.values_list("address", flat=True)) if shows_addresses else (),
        my_lines=tuple(lines), i_lead_it=Role.LEADER in roles_at(user, row.unit_id, day_of(now)),
        may_open=str(row.id) in opens.open, shut=opens.shut.get(str(row.id)),
    )  # fmt: skip


def _allowed(user: User, found: Round, roles: frozenset[Role], now: datetime) -> frozenset[str]:
    """What the viewer may do in this state: the same rules that the actions keep."""
    root_roles = roles_at(user, found.root_id, day_of(now))
    releases, steers = _releases(user, found, now), may(Verb.ROUND_CLOSE, root_roles)
    table = {
        "release": releases and found.state in (RoundState.WAITING, RoundState.ON_HOLD),
        "hold": releases and found.state == RoundState.WAITING,
        "resume": releases and found.state == RoundState.ON_HOLD,
        "cancel": steers and found.state in (RoundState.WAITING, RoundState.ON_HOLD),
        "remind": steers and found.state == RoundState.OPEN and found.reminders_sent < 2,
        "close": steers and found.state == RoundState.OPEN,
        "cards": releases and found.state == RoundState.OPEN and any(row.cards for row in found.units.all()),
        "line": may(Verb.LINE_DRAW, roles) and found.state not in (RoundState.CLOSING, RoundState.RELEASED,
                                                                   RoundState.CANCELLED),
        "agree": bool(REPRESENTATIVES & root_roles),
    }  # fmt: skip
    return frozenset(verb for verb, allowed in table.items() if allowed)


def _waiting(found: Round) -> int:
    if found.state != RoundState.OPEN:
        return 0
    invitations = Invitation.objects.filter(round_unit__round=found, mails_sent__lte=found.reminders_sent)
    return invitations.exclude(address="").count()


def _sample(found: Round, rows: list[RoundUnit], language: str) -> Letter:
    """The letter as it is sent to the first of these units, with a code that opens nothing."""
    unit = next((row for row in rows if row.invited.get("E", 0)), rows[0])
    return letter_for(found, unit, language=language, long_code="…", short_code="XXXXXXXX", is_reminder=False)
