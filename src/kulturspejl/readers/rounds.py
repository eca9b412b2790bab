"""A round as leader, AMR, TR and steward see it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.agreeing import needs_agreement
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.releasing import Releasing, releasing_of
from kulturspejl.access.sight import Sight, sight_of
from kulturspejl.access.to_ask import to_ask
from kulturspejl.access.union import InRound, Seen
from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import REPRESENTATIVES, Role, Verb, may
from kulturspejl.core.reminders import reminded_from
from kulturspejl.core.text import Text
from kulturspejl.readers.cards import CardFile, files_of
from kulturspejl.readers.hand_over import HandOver, hand_over
from kulturspejl.readers.in_order import by_name
from kulturspejl.readers.instruments import NAME, named
from kulturspejl.readers.mail_state import MailState
from kulturspejl.readers.participation import participation_of
from kulturspejl.readers.refused_letters import how_many
from kulturspejl.readers.result_letters import on_their_way
from kulturspejl.readers.rules import Rules, rules_of
from kulturspejl.readers.stuck import away, stuck_since
from kulturspejl.records.models import Invitation, LeaderLine, Round, RoundState, RoundUnit, User
from kulturspejl.values.hours import comes_from, waits_for_the_morning
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

    @property
    def not_asked(self) -> int:
        """How many of the unit's employees have no code, where the unit is asked at all."""
        return max(0, self.headcount - self.invited) if self.invited else 0

    @property
    def asks_few(self) -> bool:
        """Fewer than three in four: more than absence and new people as a rule explain."""
        return self.not_asked > 0 and 4 * self.invited < 3 * self.headcount


MOST_AT_LENGTH = 3
"""So many units that ask few stand each with a notice; more stand as a list."""


@dataclass(frozen=True)
class CloseWish:
    """Somebody's wish that the round closes before its day; it waits for a yes or a no."""

    asked_by: str
    asked_on: date
    reason: str


@dataclass(frozen=True)
class RoundPage:
    """A round. `may` holds what the viewer may do now; `addresses` are filled for whoever releases the sending.

    `refused` is how many letters the mail server refused: None for who does not see the list, and
    `some_refused` then says no more than that there is one. `letters_come` is when waiting letters come where they
    wait for the morning, `mail_away` how it stands where the mail server does not answer, `remind_from` the first day
    of the next reminder, None where there is none. `left_out` are units of the branch where nobody is asked.
    """

    round_id: uuid.UUID
    state: str
    closing_step: int
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
    refused: int | None
    some_refused: bool
    result_letters_waiting: int
    result_letters_lost: int
    close_wish: CloseWish | None
    close_declined_on: date | None
    left_out: tuple[str, ...]
    has_own_cards: bool
    hand_over: HandOver | None
    letters_come: datetime | None
    mail_away: MailState | None
    stuck_since: datetime | None
    remind_from: date | None
    letters: dict[str, Letter]
    instrument: Instrument
    rules: Rules
    card_files: tuple[CardFile, ...]
    may: frozenset[str]

    @property
    def form_text(self) -> Text:
        """What is asked and in which form, in one line."""
        return self.instrument.form_text(self.points, self.preferred)

    @property
    def questions_text(self) -> Text:
        """How many questions it is."""
        return self.instrument.questions_text(self.points, self.preferred)

    @property
    def minutes_text(self) -> Text:
        """How long it typically takes."""
        return self.instrument.minutes_text(self.points, self.preferred)

    @property
    def asking_few(self) -> tuple[UnitOfRound, ...]:
        """The units that ask fewer than three in four."""
        return tuple(unit for unit in self.units if unit.asks_few)

    @property
    def many_ask_few(self) -> bool:
        """Whether a notice for each would bury the rest of the page."""
        return len(self.asking_few) > MOST_AT_LENGTH


@dataclass(frozen=True)
class RoundCard:
    """A round in a list. `wants` of the viewer: "release", "close" (a yes or no), "letters" (refused ones), or "".

    `what` is the name of what is asked.
    """

    round_id: uuid.UUID
    root_name: str
    what: Text
    state: str
    closes_at: datetime
    wants: str

    @property
    def waits_for_me(self) -> bool:
        """Whether the viewer has something to do."""
        return bool(self.wants)


def page(user: User, round_id: uuid.UUID, *, now: datetime) -> RoundPage:
    """The round, for those who may read it at its root or at one of its units; NotThere for others."""
    found = (
        Round.objects.select_related("organisation", "requested_by", "approved_by")
        .filter(id=round_id)
        .first()
    )
    if found is None:
        raise NotThere(NOTHING_HERE)
    sight = sight_of(user, found.organisation_id, day_of(now))
    rows = _rows(found)
    seen = _in_view(sight, found, rows)
    if not seen:
        raise NotThere(NOTHING_HERE)
    opens = _opened(sight, user, found, now)
    releasing = releasing_of(sight, [found])[found.id]
    instrument = any_from_json(found.content)
    allowed = _allowed(sight, found, rows, releasing, has_lines=bool(instrument.lines))
    root = next(row for row in rows if row.unit_id == found.root_id)
    refused = how_many([found]).get(found.id, 0)
    contact = str(to_ask(found, day_of(now)) or "")
    return RoundPage(
        round_id=found.id, state=found.state, closing_step=found.closing_step, root_name=root.name,
        units=_units(sight, found, seen, participation_of(found, rows), opens, shows_addresses="release" in allowed),
        invited=sum(row.invited.get("E", 0) for row in rows), cards=sum(row.cards for row in rows), why=found.why,
        language=found.language, points=found.points, preferred=found.preferred, closes_at=found.closes_at,
        opened_on=found.opened_on, closed_on=found.closed_on, asked_by=str(found.requested_by or ""),
        approved_by=str(found.approved_by or ""), approved_as=found.approved_as, hold_note=found.hold_note,
        needs_agreement=needs_agreement(found, day_of(now)), has_representatives=releasing.has_representatives,
        reminders_sent=found.reminders_sent, letters_waiting=_waiting(found),
        refused=refused if releasing.is_mine else None, some_refused=refused > 0,
        result_letters_waiting=on_their_way(found.id), result_letters_lost=found.result_letters_lost,
        close_wish=_wish(found), close_declined_on=found.close_declined_on, left_out=_left_out(sight, found, rows),
        has_own_cards="mend" in allowed and Invitation.objects.filter(round_unit__in=rows, own_card__gt=0).exists(),
        hand_over=hand_over(found, now=now),
        letters_come=comes_from(now) if waits_for_the_morning(found, now) else None, mail_away=away(now),
        stuck_since=stuck_since(found.id, now=now), remind_from=_remind_from(found),
        letters={language: _sample(found, seen, language, contact) for language in ("da", "en")},
        instrument=instrument, rules=rules_of(found),
        card_files=files_of(rows) if "cards" in allowed else (), may=allowed,
    )  # fmt: skip


def may_read(user: User, round_id: uuid.UUID, *, now: datetime) -> bool:
    """Whether `page` would show the round to this user."""
    found = Round.objects.only("organisation_id", "root_id").filter(id=round_id).first()
    if found is None:
        return False
    sight = sight_of(user, found.organisation_id, day_of(now))
    return _reads(sight, found.root_id) or any(
        _reads(sight, unit_id) for unit_id in found.units.values_list("unit_id", flat=True)
    )


def list_for(sights: Sequence[Sight]) -> list[RoundCard]:
    """Rounds under way that touch a unit where the viewer may read them, those that wait for the viewer first."""
    cards = [card for sight in sights for card in _cards(sight)]
    return sorted(cards, key=lambda card: (not card.waits_for_me, card.closes_at))


def _cards(sight: Sight) -> list[RoundCard]:
    """In one organisation."""
    rows = RoundUnit.objects.filter(round__organisation_id=sight.organisation_id)
    rows = rows.exclude(round__state__in=(RoundState.RELEASED, RoundState.CANCELLED))
    mine, names = set(), {}
    for round_id, unit_id, root_id, name in rows.values_list("round_id", "unit_id", "round__root_id", "name"):
        if unit_id == root_id:
            names[round_id] = name
        if (unit_id in sight.by_unit or unit_id in sight.tree.closed) and _reads(sight, unit_id):
            mine.add(round_id)
    rounds = list(Round.objects.filter(id__in=mine).annotate(what=NAME).defer("content"))
    releasing, refused = releasing_of(sight, rounds), how_many(rounds)
    return [
        RoundCard(
            one.id, names[one.id], named(one.what), one.state, one.closes_at,
            _wanted(one, refused.get(one.id, 0)) if releasing[one.id].is_mine else "",
        )
        for one in rounds
    ]  # fmt: skip


def _wanted(found: Round, refused: int) -> str:
    """What a round wants of whoever may release its sending."""
    if _waits(found):
        return "release"
    if found.state != RoundState.OPEN:
        return ""
    return "close" if found.close_asked_on else "letters" if refused else ""


def _wish(found: Round) -> CloseWish | None:
    if found.state != RoundState.OPEN or found.close_asked_on is None:
        return None
    return CloseWish(str(found.close_asked_by or ""), found.close_asked_on, found.close_reason)


def _left_out(sight: Sight, found: Round, rows: list[RoundUnit]) -> tuple[str, ...]:
    """Units of a branch with employees where nobody is asked; a round of one unit leaves nobody out below it."""
    asked = {row.unit_id for row in rows if row.invited.get("E", 0)}
    if len(rows) == 1 or found.root_id not in sight.tree.units:
        return ()
    return tuple(one.name for one in sight.tree.subtree(found.root_id) if one.headcount and one.id not in asked)


def _waits(found: Round) -> bool:
    return found.state in (RoundState.WAITING, RoundState.ON_HOLD)


def _reads(sight: Sight, unit_id: uuid.UUID) -> bool:
    return sight.may(Verb.ROUND_READ, unit_id)


def _rows(found: Round) -> list[RoundUnit]:
    """The round's units by name, each knowing the round that is read already."""
    rows = by_name(found)
    for row in rows:
        row.round = found
    return rows


def _in_view(sight: Sight, found: Round, rows: list[RoundUnit]) -> list[RoundUnit]:
    """All units for whoever reads the root; else the units where the viewer stands, as a leader below does."""
    if _reads(sight, found.root_id):
        return rows
    return [row for row in rows if _reads(sight, row.unit_id)]


def _opened(sight: Sight, user: User, found: Round, now: datetime) -> InRound:
    """The units whose result lies open to this viewer."""
    if found.state != RoundState.RELEASED:
        return InRound(frozenset(), {}, frozenset())
    return Seen.by(sight, user, now).in_round(found.id)


def _units(
    sight: Sight, found: Round, rows: list[RoundUnit], words: Mapping[str, str], opens: InRound, *,
    shows_addresses: bool,
) -> tuple[UnitOfRound, ...]:  # fmt: skip
    """The lines of the page: own lines and addresses are each asked for once, for all units."""
    lines, addresses = _my_lines(sight, found), _addresses(found) if shows_addresses else {}
    return tuple(
        UnitOfRound(
            round_unit_id=row.id, unit_id=row.unit_id, name=row.name, headcount=row.headcount,
            invited=row.invited.get("E", 0), cards=row.cards, participation=words.get(str(row.id)),
            addresses=tuple(addresses.get(row.id, ())), my_lines=tuple(lines.get(row.id, ())),
            i_lead_it=Role.LEADER in sight.at(row.unit_id), may_open=str(row.id) in opens.open,
            shut=opens.shut.get(str(row.id)),
        )
        for row in rows
    )  # fmt: skip


def _my_lines(sight: Sight, found: Round) -> Mapping[uuid.UUID, list[str]]:
    """Which lines the viewer has drawn, by round unit."""
    rows = LeaderLine.objects.filter(round_unit__round=found, owner_id=sight.user_id).order_by("kind")
    return _grouped(rows.values_list("round_unit_id", "kind"))


def _addresses(found: Round) -> Mapping[uuid.UUID, list[str]]:
    """Who is invited by mail, by round unit."""
    rows = Invitation.objects.filter(round_unit__round=found).exclude(address="").order_by("address")
    return _grouped(rows.values_list("round_unit_id", "address"))


def _grouped(pairs: Iterable[tuple[uuid.UUID, str]]) -> Mapping[uuid.UUID, list[str]]:
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _allowed(
    sight: Sight, found: Round, rows: list[RoundUnit], releasing: Releasing, *, has_lines: bool
) -> frozenset[str]:
    """What the viewer may do in this state: the same rules that the actions keep."""
    root_roles, releases = sight.at(found.root_id), releasing.is_mine
    steers = may(Verb.ROUND_CLOSE, root_roles)
    remind_from = _remind_from(found)
    draws = has_lines and any(sight.may(Verb.LINE_DRAW, row.unit_id) for row in rows)
    table = {
        "release": releases and _waits(found),
        "hold": releases and found.state == RoundState.WAITING,
        "resume": releases and found.state == RoundState.ON_HOLD,
        "cancel": steers and _waits(found),
        "remind": steers and remind_from is not None and remind_from <= sight.day,
        "ask_close": steers and found.state == RoundState.OPEN and found.close_asked_on is None,
        "answer_close": releases and found.state == RoundState.OPEN and found.close_asked_on is not None,
        "close_alone": steers and releases,
        "cards": releases and found.state == RoundState.OPEN and any(row.cards for row in rows),
        "mend": releases and found.state == RoundState.OPEN,
        "line": draws and found.state not in (RoundState.CLOSING, RoundState.RELEASED, RoundState.CANCELLED),
        "agree": bool(REPRESENTATIVES & root_roles),
    }
    return frozenset(verb for verb, allowed in table.items() if allowed)


def _remind_from(found: Round) -> date | None:
    if found.state != RoundState.OPEN or found.opened_on is None:
        return None
    return reminded_from(found.opened_on, found.reminded_on, found.reminders_sent)


def _waiting(found: Round) -> int:
    if found.state != RoundState.OPEN:
        return 0
    due = Invitation.objects.filter(
        round_unit__round=found, mails_sent__lte=found.reminders_sent, undeliverable=""
    )
    return due.exclude(address="").count()


def _sample(found: Round, rows: list[RoundUnit], language: str, contact: str) -> Letter:
    """The letter as it is sent to the first of these units, with a code that opens nothing."""
    unit = next((row for row in rows if row.invited.get("E", 0)), rows[0])
    return letter_for(
        found, unit, language=language, long_code="…", short_code="XXXXXXXX", is_reminder=False, contact=contact
    )
