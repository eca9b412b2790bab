"""Rounds that had been sent and could not go on: what those who ran them are told, and those who hold a code."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import grants_on, sight_of
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import LostBy, Round, RoundState, RoundUnit, User

TOLD_FOR = timedelta(days=90)
"""As long as any round may be open: a card lies in a pocket that long."""
WHY = {
    LostBy.RESTORE: Text(
        da="serveren blev genskabt fra en sikkerhedskopi", en="the server was restored from a backup"
    ),
    LostBy.KEYS: Text(da="serverens nøgler til svarene gik tabt", en="the server’s keys to the answers were lost"),
}
ANOTHER_KEY = Text(da="serveren fik en ny hemmelig nøgle", en="the server got another secret key")
BROKEN_OFF = Text(
    da="Koden åbner ikke noget. Den {day} blev en måling, der var åben, afbrudt: {why}. Var din kode til den, er "
    "svarene væk og kan ikke ses af nogen, og du hører nærmere, hvis I bliver spurgt igen. Er den til en anden måling, "
    "så se efter, om du har tastet rigtigt.",
    en="The code opens nothing. On {day} a round that was open was broken off: {why}. If your code was for that one, "
    "its answers are gone and nobody can see them; you will hear if you are asked again. If it is for another round, "
    "look whether you typed it right.",
)


@dataclass(frozen=True)
class LostRound:
    """What broke it off and when, and how many had been asked."""

    round_id: uuid.UUID
    root_name: str
    on: date | None
    by: str
    asked: int


def about(round_id: uuid.UUID) -> LostRound | None:
    """The round, if it was lost; for a page whose reader has asked who may see it.

    Before 0.3 a restore alone could do it, and wrote down no day.
    """
    row = Round.objects.filter(id=round_id, state=RoundState.CANCELLED).defer("content").first()
    return _told(row) if row and (row.lost_on or row.opened_on) else None


def seen_by(user: User, *, now: datetime) -> list[LostRound]:
    """Those of late that touch a unit where the viewer may read rounds, the newest first."""
    lately = list(Round.objects.filter(lost_on__gt=day_of(now) - TOLD_FOR).defer("content").order_by("-lost_on", "id"))
    if not lately:
        return []
    mine = set(grants_on(day_of(now)).filter(user=user).values_list("organisation_id", flat=True))
    sights = {one: sight_of(user, one, day_of(now)) for one in mine & {row.organisation_id for row in lately}}
    found = []
    for row in lately:
        sight = sights.get(row.organisation_id)
        units = [row.root_id, *row.units.values_list("unit_id", flat=True)]
        if sight is not None and any(sight.may(Verb.ROUND_READ, unit_id) for unit_id in units):
            found.append(_told(row))
    return found


def told(day: date) -> Text | None:
    """The sentence for a code that opens nothing, while a round has been lost of late; None where none has.

    The code itself is of no help: a restored backup holds no codes of open rounds.
    """
    lately = Round.objects.filter(lost_on__gt=day - TOLD_FOR).order_by("-lost_on").values_list("lost_on", "lost_by")
    on, by = lately.first() or (None, "")
    return _sentence(on, by) if on else None


def _told(row: Round) -> LostRound:
    units = list(RoundUnit.objects.filter(round=row))
    root = next((unit.name for unit in units if unit.unit_id == row.root_id), "")
    asked = sum(unit.invited.get("E", 0) for unit in units)
    return LostRound(row.id, root, row.lost_on, row.lost_by or LostBy.RESTORE, asked)


def _sentence(on: date, by: str) -> Text:
    return filled(BROKEN_OFF, day=on, why=WHY.get(LostBy(by), ANOTHER_KEY))
