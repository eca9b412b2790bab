"""The demo's rounds, through the very actions that pages use, with the clock turned back."""

import uuid
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from django.db import connection
from django.utils import timezone

from kulturspejl.actions import closing, eligibility, lines, mailing, responses, rounds
from kulturspejl.actions.result_letters import lists
from kulturspejl.cli.demo import names
from kulturspejl.cli.demo.answers import Team, answer, on_steps, shared_out
from kulturspejl.cli.demo.cast import Cast
from kulturspejl.cli.demo.places import PLACES, SHOWN
from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.instruments.allocation.form import now_blocks
from kulturspejl.core.text import Text
from kulturspejl.readers.instruments import CULTURE_PROFILE
from kulturspejl.records.models import DemoMail, Invitation, Round, RoundUnit

AT_A_TIME = 32
POINTS = 10
WHY = Text(
    da="Vi vil gerne tale om, hvordan vi arbejder sammen, og vælge én ting, som vi vil arbejde med.",
    en="We want to talk about how we work together, and choose one thing to work on.",
)


@dataclass(frozen=True)
class Paper:
    """One person at the table: the code on the card or in the letter, and what they answer."""

    code: str
    answers: dict[str, int]


def ask(
    cast: Cast, root: str, begin: datetime, *, weeks: int = 3, by: str = "", instrument: str = CULTURE_PROFILE
) -> uuid.UUID:
    """A round over everything under `root`, made by the steward (or by the unit's own leader), not yet released."""
    keys = [place.key for place in PLACES if root in _line(place.key)] if not by else [root]
    return rounds.create(
        by=cast.leaders[by] if by else cast.steward, root=cast.units[root],
        people={cast.units[key]: _people(cast, key) for key in keys},
        closes_at=_last_minute(begin + timedelta(weeks=weeks)), instrument=instrument, points=POINTS, preferred="drawn",
        why=WHY.into(cast.language), language=cast.language, now=begin,
    )  # fmt: skip


def release(cast: Cast, round_id: uuid.UUID, now: datetime) -> None:
    """The safety representative has read questions, letter and rules."""
    rounds.release_sending(by=cast.representative, round_id=round_id, agreed=True, now=now)


def respond(
    cast: Cast, round_id: uuid.UUID, teams: dict[str, Team], rng: np.random.Generator, *, share: tuple[float, float],
    now: datetime,
) -> list[str]:  # fmt: skip
    """Between `share[0]` and `share[1]` of each unit answer; the codes of those in the shown unit who do not."""
    papers: list[Paper] = []
    left: dict[str, list[str]] = {}
    for unit in RoundUnit.objects.filter(round_id=round_id).order_by("name"):
        key = next(key for key, unit_id in cast.units.items() if unit_id == unit.unit_id)
        codes = codes_of(round_id, unit)
        count = round(float(rng.uniform(*share)) * len(codes))
        papers += [Paper(code, answer(rng, teams[key], POINTS)) for code in codes[:count]]
        left[key] = codes[count:]
    put_in(papers, now)
    _throw_away_letters([paper.code for paper in papers])
    return left.get(SHOWN, [])


def respond_on_steps(
    cast: Cast, round_id: uuid.UUID, level: float, rng: np.random.Generator, *, share: float, now: datetime
) -> list[str]:
    """So many of the one unit answer around `level`, a share of the scale; the codes of those who do not."""
    unit = RoundUnit.objects.select_related("round").get(round_id=round_id)
    questions = any_from_json(unit.round.content).questions
    codes = codes_of(round_id, unit)
    count = round(share * len(codes))
    put_in([Paper(code, on_steps(rng, questions, level)) for code in codes[:count]], now)
    _throw_away_letters(codes[:count])
    return codes[count:]


def put_in(papers: Sequence[Paper], now: datetime) -> None:
    """Each person trades the code for a voucher and hands in the answer, many at a time as on a real day."""

    def each(mine: Sequence[Paper]) -> None:
        try:
            for paper in mine:
                voucher = eligibility.admit(code=paper.code, blinded=None, now=now)
                responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=paper.answers, now=now)
        finally:
            # Each thread has a connection of its own to the store.
            connection.close()

    with ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="kulturspejl-demo") as pool:
        for done in [pool.submit(each, papers[start::AT_A_TIME]) for start in range(AT_A_TIME)]:
            done.result()


def draw_lines(cast: Cast, round_id: uuid.UUID, teams: dict[str, Team], keys: Iterable[str], now: datetime) -> None:
    """Some leaders draw how they see the unit themselves, and what they think that the team will say."""
    for key in keys:
        unit = RoundUnit.objects.filter(round_id=round_id, unit_id=cast.units[key]).first()
        if unit is None:
            continue
        own = shared_out(0.6 * teams[key].now + 0.4 * teams[key].wish, POINTS)
        guess = shared_out(0.8 * teams[key].now, 6 * POINTS)
        lines.draw(
            by=cast.leaders[key], round_unit_id=unit.id, now=now, guess=dict(zip("ABCD", guess, strict=True)),
            own={name: own["ABCD".index(name[-1])] for block in now_blocks(POINTS) for name in block.keys},
        )  # fmt: skip


def close(round_id: uuid.UUID, rng: np.random.Generator) -> datetime:
    """Close at the closing time; returns it."""
    at = Round.objects.get(id=round_id).closes_at
    closing.close(round_id=round_id, now=at, rng=rng)
    # The letters about its result went out months ago.
    lists.end(round_id)
    Round.objects.filter(id=round_id).update(result_letters_lost=0)
    return at


def _throw_away_letters(codes: Sequence[str]) -> None:
    """Those who have answered: every link that is left on the demo's page of mails can be tried."""
    for mail in DemoMail.objects.all():
        if any(code in mail.body for code in codes):
            mail.delete()


def _people(cast: Cast, key: str) -> rounds.People:
    """Two thirds by mail, the rest by card; every seventh reads English."""
    count = next(place.people for place in PLACES if place.key == key)
    start = sum(place.people for place in PLACES[: [place.key for place in PLACES].index(key)])
    mine = cast.employees[start : start + count]
    by_mail = mine[: count * 2 // 3]
    return rounds.People(
        addresses=[(names.address(name), "en" if index % 7 == 6 else "") for index, name in enumerate(by_mail)],
        cards=count - len(by_mail),
    )


def _last_minute(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(hour=23, minute=59, second=0, microsecond=0)


def codes_of(round_id: uuid.UUID, unit: RoundUnit) -> list[str]:
    """The codes of a unit's people that are not known to be used, by mail and on cards alike."""
    return [mailing.open_codes(round_id, one)[0] for one in Invitation.objects.filter(round_unit=unit).order_by("id")]


def _line(key: str) -> list[str]:
    parents = {place.key: place.parent for place in PLACES}
    line = [key]
    while parents[line[-1]]:
        line.append(parents[line[-1]])
    return line
