"""What does not go on by itself, for an administrator: rows that a job cannot get past, letters that do not arrive."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kulturspejl.access.permission import day_of, require_in
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.mail_state import MailState, mail_state
from kulturspejl.records.models import Letter, LetterState, MailServer, Round, RoundUnit, Stuck, User

SHOWN_AFTER = timedelta(minutes=1)
"""A mail server that hiccups, a row that goes the second time: nobody needs to hear of it."""
LATELY = timedelta(days=30)
ROUNDS = {
    "close": Text(da="Målingen kan ikke lukkes", en="The round cannot be closed"),
    "letters of a round": Text(da="Målingens breve kan ikke skrives", en="The round’s letters cannot be written"),
}
OTHER_ROUND = Text(da="Målingen går ikke videre", en="The round does not go on")


@dataclass(frozen=True)
class StuckRound:
    """A round of the organisation that does not go on, and since when."""

    round_id: uuid.UUID
    name: str
    what: Text
    since: datetime


@dataclass(frozen=True)
class Trouble:
    """`others` counts what is stuck and is no round; `unreached` are people with an account whose letter did not
    arrive."""

    rounds: tuple[StuckRound, ...]
    others: int
    unreached: tuple[str, ...]


def trouble(user: User, organisation_id: uuid.UUID, *, now: datetime) -> Trouble:
    """For the administrator of the organisation."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    stuck = list(Stuck.objects.filter(since__lte=now - SHOWN_AFTER).order_by("since"))
    known = _rounds(stuck)
    here = [row for row in stuck if row.about in known and known[row.about].organisation_id == organisation_id]
    names = _names([known[row.about] for row in here])
    never = Letter.objects.filter(
        state__in=(LetterState.REFUSED, LetterState.UNWRITABLE), done_on__gt=day_of(now) - LATELY,
        to__grants__organisation_id=organisation_id,
    )  # fmt: skip
    return Trouble(
        rounds=tuple(_round(row, known[row.about], names) for row in here),
        others=sum(1 for row in stuck if row.about not in known),
        unreached=tuple(sorted({str(letter.to) for letter in never.select_related("to")}, key=danish_key)),
    )  # fmt: skip


def away(now: datetime) -> MailState | None:
    """How it stands with the letters, where the mail server has not answered for a minute."""
    is_away = MailServer.objects.filter(id=1, away_since__lte=now - SHOWN_AFTER).exists()
    return mail_state() if is_away else None


def stuck_since(round_id: uuid.UUID, *, now: datetime) -> datetime | None:
    """Since when the round has not gone on by itself."""
    rows = Stuck.objects.filter(about=str(round_id), since__lte=now - SHOWN_AFTER)
    return rows.order_by("since").values_list("since", flat=True).first()


def _rounds(stuck: list[Stuck]) -> Mapping[str, Round]:
    ids = [id for id in (_as_id(row.about) for row in stuck) if id is not None]
    return {str(one.id): one for one in Round.objects.filter(id__in=ids).only("id", "organisation_id", "root_id")}


def _names(rounds: list[Round]) -> Mapping[uuid.UUID, str]:
    rows = RoundUnit.objects.filter(round__in=rounds).values_list("round_id", "unit_id", "name")
    roots = {one.id: one.root_id for one in rounds}
    return {round_id: name for round_id, unit_id, name in rows if roots[round_id] == unit_id}


def _round(row: Stuck, found: Round, names: Mapping[uuid.UUID, str]) -> StuckRound:
    return StuckRound(found.id, names.get(found.id, ""), ROUNDS.get(row.job, OTHER_ROUND), row.since)


def _as_id(words: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(words)
    except ValueError:
        return None
