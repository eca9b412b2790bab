"""The first screen of somebody with a code: who asks, why, how long, and who will see what."""

import hmac
import json
import random
import threading
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import names_of_leaders, roles_at
from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.core.text import Text
from kulturspejl.readers.doors import find_door
from kulturspejl.readers.example import example_of
from kulturspejl.readers.results import ResultPage
from kulturspejl.readers.rules import Rules, rules_of
from kulturspejl.records.models import Round, RoundState, RoundUnit
from kulturspejl.records.questions import ask, id_of, moment_of
from kulturspejl.vault import codes

UNKNOWN = Text(
    da="Koden er ukendt eller allerede brugt. Se efter på kortet, om du har tastet rigtigt. Har du svaret, "
    "kan du se resultatet med samme kode, når målingen er lukket.",
    en="The code is unknown or has been used already. Look at the card to see whether you typed it right. If you "
    "have answered, the same code shows the result once the round is closed.",
)


@dataclass(frozen=True)
class Asking:
    """What the respondent's page needs to ask. Nothing in it says whether the code has been used."""

    round_id: uuid.UUID
    round_unit_id: uuid.UUID
    unit_name: str
    asked_by: str
    asked_as: str
    why: str
    invited: int
    approved_by: str
    approved_as: str
    leaders: str
    language: str
    closes_at: datetime
    points: int
    preferred: str
    instrument: Instrument
    order: tuple[str, ...]
    minutes: int
    rules: Rules
    example: ResultPage

    @property
    def form_text(self) -> Text:
        """In which form it is answered."""
        return self.instrument.form_text(self.points, self.preferred)


@dataclass(frozen=True)
class AlreadyReleased:
    """The round is closed: the same code opens the result."""

    round_unit_id: uuid.UUID


@dataclass(frozen=True)
class BeingClosed:
    """The round is closed, and its result is not open yet."""

    unit_name: str


def for_code(code: str, *, now: datetime) -> Asking | AlreadyReleased | BeingClosed:
    """The page behind a code; NotThere for an unknown one.

    A used code still shows the questions' first screen to nobody: `actions.eligibility` refuses it, and the
    page says then what it says of an unknown code.
    """
    door = find_door(code)
    if door is None:
        raise NotThere(UNKNOWN)
    unit = door.round_unit
    if unit.round.state == RoundState.CANCELLED:
        raise NotThere(UNKNOWN)
    if unit.round.state == RoundState.RELEASED:
        return AlreadyReleased(unit.id)
    if unit.round.state != RoundState.OPEN or now >= unit.round.closes_at:
        return BeingClosed(unit.name)
    key = (unit.id, unit.round.closes_at, day_of(now))
    found = _known.get(key) or _make_once(key, unit, now)
    return replace(found, order=own_order(code, found.instrument.letters))


def at_hand(code: str, *, now: datetime) -> Asking | None:
    """The same by one indexed row, where what the unit is asked is known, and by two where only its round is; None
    where `for_code` has to say.
    """
    rows = ask(_AT_HAND, codes.fingerprint(code))
    if not rows:
        return None
    round_unit_id, state, closes_at, round_id, unit_id, name, invited = rows[0]
    closes, today = moment_of(closes_at), day_of(now)
    if state != RoundState.OPEN or now >= closes:
        return None
    known = _known.get((id_of(round_unit_id), closes, today))
    if known is None:
        unit = _Unit(id_of(round_unit_id), id_of(round_id), id_of(unit_id), name, json.loads(invited).get("E", 0))
        known = _by_its_round(unit, closes, today)
    return replace(known, order=own_order(code, known.instrument.letters)) if known else None


_AT_HAND = (
    "SELECT records_door.round_unit_id, records_round.state, records_round.closes_at, records_round.id, "
    "records_roundunit.unit_id, records_roundunit.name, records_roundunit.invited FROM records_door "
    "JOIN records_roundunit ON records_roundunit.id = records_door.round_unit_id "
    "JOIN records_round ON records_round.id = records_roundunit.round_id WHERE records_door.code_hash = %s"
)


@dataclass(frozen=True)
class _Unit:
    """A unit of a round, as far as its page needs it."""

    id: uuid.UUID
    round_id: uuid.UUID
    unit_id: uuid.UUID
    name: str
    invited: int


@dataclass(frozen=True)
class _OfRound:
    """What all units of a round are told alike."""

    closes_at: datetime
    why: str
    language: str
    asked_by: str
    asked_as: str
    approved_by: str
    approved_as: str
    points: int
    preferred: str
    instrument: Instrument
    rules: Rules


def _make_once(key: tuple[uuid.UUID, datetime, date], unit: RoundUnit, now: datetime) -> Asking:
    """One thread computes the example, the others wait: when the letters go out, all come at the same moment."""
    with _making:
        known = _known.get(key)
        if known is None:
            found, day = _Unit(unit.id, unit.round_id, unit.unit_id, unit.name, unit.invited.get("E", 0)), day_of(now)
            alike = _of_round(unit.round, now)
            known = _kept(key, _asking(found, alike, _example(unit, alike.instrument), day))
        return known


def _by_its_round(unit: _Unit, closes_at: datetime, day: date) -> Asking | None:
    """The page of a team whose round and size have been asked for already; None where they have not."""
    alike = _rounds.get((unit.round_id, closes_at, day))
    example = _examples.get((unit.round_id, unit.invited))
    if alike is None or example is None:
        return None
    # Without the lock: the event loop may not wait while a thread makes an example.
    return _kept((unit.id, closes_at, day), _asking(unit, alike, example, day))


def _kept(key: tuple[uuid.UUID, datetime, date], made: Asking) -> Asking:
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[key] = made
    return made


_known: dict[tuple[uuid.UUID, datetime, date], Asking] = {}
_rounds: dict[tuple[uuid.UUID, datetime, date], _OfRound] = {}
_examples: dict[tuple[uuid.UUID, int], ResultPage] = {}
_making = threading.Lock()
"""What is the same for everybody in a unit, a round, or a team of the same size on a day: made once, for the example
costs a whole release.
"""
_MOST_KNOWN = 1_000
_MOST_ROUNDS = 50


def _asking(unit: _Unit, alike: _OfRound, example: ResultPage, day: date) -> Asking:
    return Asking(
        round_id=unit.round_id, round_unit_id=unit.id, unit_name=unit.name, asked_by=alike.asked_by,
        asked_as=alike.asked_as, why=alike.why, invited=unit.invited, approved_by=alike.approved_by,
        approved_as=alike.approved_as, leaders=", ".join(names_of_leaders(unit.unit_id, day)),
        language=alike.language, closes_at=alike.closes_at, points=alike.points, preferred=alike.preferred,
        instrument=alike.instrument, order=alike.instrument.letters,
        minutes=alike.instrument.minutes(alike.points, alike.preferred), rules=alike.rules,
        example=replace(example, unit_id=unit.unit_id, unit_name=unit.name),
    )  # fmt: skip


def _of_round(found: Round, now: datetime) -> _OfRound:
    key = (found.id, found.closes_at, day_of(now))
    if key not in _rounds:
        if len(_rounds) >= _MOST_ROUNDS:
            _rounds.clear()
            _examples.clear()
        _rounds[key] = _OfRound(
            found.closes_at, found.why, found.language, str(found.requested_by or ""), _asked_as(found, now),
            str(found.approved_by or ""), found.approved_as, found.points, found.preferred,
            any_from_json(found.content), rules_of(found),
        )  # fmt: skip
    return _rounds[key]


def _example(unit: RoundUnit, instrument: Instrument) -> ResultPage:
    """Teams of one size in a round have one example: only how many are invited counts in it."""
    key = (unit.round_id, unit.invited.get("E", 0))
    if key not in _examples:
        _examples[key] = example_of(unit, instrument)
    return _examples[key]


def _asked_as(found: Round, now: datetime) -> str:
    """In which role somebody asks: as leader of the unit that the round begins at, else as administrator."""
    if found.requested_by is None:
        return ""
    roles = roles_at(found.requested_by, found.root_id, day_of(now))
    return next((role.value for role in (Role.LEADER, Role.STEWARD) if role in roles), "")


def own_order(code: str, of: Sequence[str]) -> tuple[str, ...]:
    """This code's own order of an instrument's letters: the same on every screen and reload, and stored nowhere."""
    key = hmac.digest(settings.SECRET_KEY.encode(), b"order" + codes.normalise(code).encode(), "sha256")
    letters = list(of)
    random.Random(key).shuffle(letters)
    return tuple(letters)
