"""Making the demo: an organisation with a year behind it. The same seed gives the same people and answers.

Each round draws by chance of its own (`_chance`). Closing shuffles answers, unit by unit in the order of random ids:
whatever was drawn after it from the same chance would be another in each build.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
from django.db import transaction

from kulturspejl.actions import mailing, results
from kulturspejl.cli.demo import agreed, agreed_before, cast, course, help_list, rounds
from kulturspejl.cli.demo.answers import Team, team
from kulturspejl.cli.demo.cast import Cast
from kulturspejl.cli.demo.places import ASKED_OTHERWISE, FREE, OPEN, PAIRED, PLACES, SAFE, SHOWN, WAITING
from kulturspejl.faces.steward.demo.guide import Guide, Part, Pile
from kulturspejl.readers.instruments import CULTURE_PROFILE
from kulturspejl.records.models import ChangeNotice, Letter, Organisation, RoundUnit
from kulturspejl.values.the_library import the_library

SEED = 2026
SHARED = ("south", "birkelund", "solgaarden", "fjord", "library")
TRIED_SOMETHING_NEW = np.array([0.0, 1.2, 0.0, -0.4])
"""In log shares: so far the shown unit has moved between its rounds that its second result says so."""
LINES = (SHOWN, "birkelund", "fjord", "citizens")
TWICE = (
    (SAFE, "psychological_safety", 230, 0.5), (SAFE, "psychological_safety", 50, 0.72),
    (PAIRED, "trait_pairs", 160, 0.62), (PAIRED, "trait_pairs", 44, 0.4),
)  # fmt: skip
"""Units that have asked the same in another way two times: what, how many days ago, where on the scale they were."""


def build(language: str, now: datetime) -> Guide:
    """The whole demo, and what the page of roles shows."""
    rng = np.random.default_rng(SEED)
    begin = now - timedelta(days=330)
    with transaction.atomic():
        made = cast.gather(rng, language, begin)
        Organisation.objects.filter(id=made.organisation_id).update(is_demo=True)
    teams = {place.key: team(rng) for place in PLACES}
    first = _closed_round(made, teams, now - timedelta(days=290), now, share=(0.6, 0.9))
    agreed_before.choose(made, first, now - timedelta(days=255))
    moved = {key: one.moved(0.2) for key, one in teams.items()}
    moved[SHOWN] = Team(moved[SHOWN].now + TRIED_SOMETHING_NEW, moved[SHOWN].wish + TRIED_SOMETHING_NEW)
    second = _closed_round(made, moved, now - timedelta(days=95), now, share=(0.65, 0.95))
    after = now - timedelta(days=70)
    agreed.agree(made, second, after)
    for key in SHARED:
        unit = RoundUnit.objects.get(round_id=second, unit_id=made.units[key])
        results.share(by=made.leaders[key], round_unit_id=unit.id, now=after)
    for key, instrument, days, level in TWICE:
        _closed_on_steps(made, key, instrument, level, now - timedelta(days=days), now)
    help_list.keep(made, now - timedelta(days=40))
    left = _open_round(made, moved, now - timedelta(days=4), now)
    piles = [(SHOWN, CULTURE_PROFILE, left), *(
        (key, instrument, _open_on_steps(made, key, instrument, now - timedelta(days=3), now))
        for key, instrument in ASKED_OTHERWISE.items()
    )]  # fmt: skip
    # What has happened was told in its time: only the round that waits is news.
    ChangeNotice.objects.all().delete()
    Letter.objects.all().delete()
    rounds.ask(made, WAITING, now - timedelta(days=1), by=WAITING)
    return _guide(made, piles, course.begun(made, now))


def _chance(instrument: str, key: str, begin: datetime, now: datetime) -> np.random.Generator:
    """The chance of one round, by what it asks of whom, and how long ago."""
    return np.random.default_rng([SEED, (now - begin).days, *f"{instrument} {key}".encode()])


def _closed_round(
    made: Cast, teams: dict[str, Team], begin: datetime, now: datetime, *, share: tuple[float, float]
) -> uuid.UUID:
    rng, found = _chance(CULTURE_PROFILE, "top", begin, now), rounds.ask(made, "top", begin)
    rounds.release(made, found, begin + timedelta(days=1))
    rounds.draw_lines(made, found, teams, LINES, begin + timedelta(days=1))
    rounds.respond(made, found, teams, rng, share=share, now=begin + timedelta(days=5))
    rounds.close(found, rng)
    return found


def _open_round(made: Cast, teams: dict[str, Team], begin: datetime, now: datetime) -> list[str]:
    rng, found = _chance(CULTURE_PROFILE, OPEN, begin, now), rounds.ask(made, OPEN, begin)
    rounds.release(made, found, begin + timedelta(hours=2))
    mailing.send_due(now=begin + timedelta(hours=2))
    return rounds.respond(made, found, teams, rng, share=(0.4, 0.6), now=begin + timedelta(days=1))


def _closed_on_steps(made: Cast, key: str, instrument: str, level: float, begin: datetime, now: datetime) -> None:
    rng = _chance(instrument, key, begin, now)
    found = rounds.ask(made, key, begin, weeks=1, by=key, instrument=instrument)
    rounds.release(made, found, begin + timedelta(hours=3))
    rounds.respond_on_steps(made, found, level, rng, share=0.8, now=begin + timedelta(days=2))
    rounds.close(found, rng)


def _open_on_steps(made: Cast, key: str, instrument: str, begin: datetime, now: datetime) -> list[str]:
    rng, found = _chance(instrument, key, begin, now), rounds.ask(made, key, begin, by=key, instrument=instrument)
    rounds.release(made, found, begin + timedelta(hours=2))
    mailing.send_due(now=begin + timedelta(hours=2))
    return rounds.respond_on_steps(made, found, 0.6, rng, share=0.5, now=begin + timedelta(days=1))


def _guide(made: Cast, piles: Sequence[tuple[str, str, list[str]]], page: course.Page) -> Guide:
    def name(key: str) -> str:
        return next(place.name.into(made.language) for place in PLACES if place.key == key)

    return Guide(
        parts=(
            Part("leader", cast.KNOWN[SHOWN], cast.names.address(cast.KNOWN[SHOWN]), name(SHOWN)),
            Part("amr", cast.AMR, cast.names.address(cast.AMR), name("health")),
            Part("amr-all", str(made.representative), made.representative.email, name("top")),
            Part("tr", cast.TR, cast.names.address(cast.TR), name(OPEN)),
            Part("leader-free", cast.KNOWN[FREE], cast.names.address(cast.KNOWN[FREE]), name(FREE)),
            Part("steward", cast.STEWARD, cast.names.address(cast.STEWARD), name("top")),
            Part("facilitator", cast.FACILITATOR, cast.names.address(cast.FACILITATOR), name("top")),
            Part("hr", cast.HR, cast.names.address(cast.HR), name("top")),
        ),
        piles=tuple(
            Pile(name(key), the_library().questionnaires[instrument].name.into(made.language), tuple(codes))
            for key, instrument, codes in piles
        ),
        course_name=page.name,
        course_path=page.path,
    )
