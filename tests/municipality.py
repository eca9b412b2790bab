"""An organisation of any size, made in a few seconds: a top, an area for every 25 units, teams of six, and its people.

Units, accounts and grants go in at once; rounds are made, let out and closed by the real actions.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from django.db import transaction
from django.db.models import Model

from kulturspejl.actions import ballots, organisations, rounds
from kulturspejl.core.permissions import Role
from kulturspejl.core.plans.kept import KeptItem, KeptPart
from kulturspejl.core.text import Text
from kulturspejl.records.ballots import SERIAL
from kulturspejl.records.models import (
    Action,
    ActionEvent,
    AnnualMatter,
    Grant,
    KeptMeeting,
    PlanStatus,
    RoundUnit,
    Trait,
    TrioFocus,
    TrioMeeting,
    Unit,
    UnitVersion,
    User,
)
from kulturspejl.vault.turn import turn
from tests.actions import town

AREA = 25
TEAM = 6
EVERYWHERE = {"HR": Role.HR, "facilitator": Role.FACILITATOR}


@dataclass(frozen=True)
class Municipality:
    """Where, and one of each: `who` holds them by what they are, `areas` and `teams` the units in their order."""

    organisation: uuid.UUID
    top: uuid.UUID
    areas: tuple[uuid.UUID, ...]
    teams: tuple[uuid.UUID, ...]
    who: dict[str, User]


def found(units: int, *, branch: int | None = None, now: datetime = town.NOW) -> Municipality:
    """So many units. The top leads to areas, and an area to its teams; each has a leader, an area an AMR too.

    `branch`: areas of so many units in all stand under a unit of their own, where everybody of `who` has the role.
    """
    steward = organisations.begin(
        name="Storby Kommune", language="da", steward_name="Sanne", steward_email="sanne@storby.test", now=now
    )
    organisation = steward.grants.get().organisation_id
    rows = _rows(units, branch or units)
    Unit.objects.bulk_create([Unit(id=key, organisation_id=organisation) for key, *_ in rows], batch_size=500)
    UnitVersion.objects.bulk_create(
        [
            UnitVersion(unit_id=key, parent_id=parent, name=name, headcount=people, valid_from=now.date())
            for key, parent, name, people in rows
        ],
        batch_size=500,
    )
    made = Municipality(
        organisation, rows[1][0] if branch else rows[0][0], tuple(key for key, _, name, _ in rows if "Område" in name),
        tuple(key for key, _, name, _ in rows if "Team" in name), {"steward": steward},
    )  # fmt: skip
    _people(made, now)
    return made


def _rows(units: int, branch: int) -> list[tuple[uuid.UUID, uuid.UUID | None, str, int]]:
    """(id, parent, name, headcount), parents first."""
    top = uuid.uuid4()
    rows: list[tuple[uuid.UUID, uuid.UUID | None, str, int]] = [(top, None, "Storby", 0)]
    under = top
    if branch < units:
        under = uuid.uuid4()
        rows.append((under, top, "Forvaltning 1", 0))
    area = under
    while len(rows) < units:
        number = len(rows)
        if number > branch:
            under = top
        if number % AREA == (2 if branch < units else 1):
            area = uuid.uuid4()
            rows.append((area, under, f"Område {number:05}", 0))
        else:
            rows.append((uuid.uuid4(), area, f"Team {number:05}", TEAM))
    return rows


def _people(made: Municipality, now: datetime) -> None:
    """A leader of every unit, an AMR of every area; and by name those of the first team, of the branch and of all."""
    places: list[tuple[str, Role, uuid.UUID | None]] = [
        ("leader", Role.LEADER, made.teams[0]), ("AMR", Role.AMR, made.teams[0]), ("TR", Role.TR, made.teams[0]),
        ("leader above", Role.LEADER, made.top), ("AMR above", Role.AMR, made.top), ("TR above", Role.TR, made.top),
        *((name, role, None) for name, role in EVERYWHERE.items()),
        *((f"leader {number}", Role.LEADER, unit) for number, unit in enumerate([*made.areas, *made.teams[1:]])),
        *((f"AMR {number}", Role.AMR, unit) for number, unit in enumerate(made.areas)),
    ]  # fmt: skip
    users = [
        User(email=f"{name.replace(' ', '.').lower()}@storby.test", name=name, password="!") for name, *_ in places
    ]
    User.objects.bulk_create(users, batch_size=500)
    Grant.objects.bulk_create(
        [
            Grant(user=user, organisation_id=made.organisation, unit_id=unit, role=role, starts=now.date())
            for user, (_, role, unit) in zip(users, places, strict=True)
        ],
        batch_size=500,
    )
    made.who.update(zip([name for name, *_ in places], users, strict=True))


def ask(
    made: Municipality,
    *,
    teams: Sequence[uuid.UUID] = (),
    each: int = TEAM,
    only_cards: bool = False,
    now: datetime = town.NOW,
) -> uuid.UUID:
    """A round over the branch that waits: to everybody in the first team, one by card, and to `each` in the others.

    `only_cards`: nobody gets a letter.
    """
    asked = teams or made.teams
    people = {}
    for team in asked:
        count = TEAM if team == asked[0] else each
        cards = count if only_cards else int(team == asked[0])
        letters = [(f"p{number}.{team.hex}@storby.test", "") for number in range(count - cards)]
        people[team] = rounds.People(letters, cards=cards)
    return rounds.create(
        by=made.who["steward"], root=made.top, people=people, closes_at=town.CLOSES, points=10, preferred="drawn",
        why="", language="da", now=now,
    )  # fmt: skip


def let_out(made: Municipality, round_id: uuid.UUID, *, now: datetime = town.NOW) -> None:
    """AMR of the branch lets it out."""
    rounds.release_sending(by=made.who["AMR above"], round_id=round_id, agreed=True, now=now)


def answer(made: Municipality, round_id: uuid.UUID, *, few: int = 3) -> None:
    """Everybody in the first team, and `few` of every other: into the boxes, without the way by codes and vouchers."""
    rng = np.random.default_rng(1)
    drops = [
        ballots.Ballot(round_id, row.id, row.shards, "E", rng.bytes(SERIAL), uuid.uuid4(), _numbers(rng))
        for row in RoundUnit.objects.filter(round_id=round_id, headcount__gt=0)
        for _ in range(TEAM if row.unit_id == made.teams[0] else few)
    ]
    with turn(), transaction.atomic():
        ballots.drop_all(drops)


def _numbers(rng: np.random.Generator) -> tuple[int, ...]:
    now = [rng.multinomial(10, (0.3, 0.2, 0.2, 0.3)) for _ in range(6)]
    return tuple(int(points) for four in (*now, rng.multinomial(60, (0.3, 0.3, 0.1, 0.3))) for points in four)


def agree(made: Municipality, *, now: datetime = town.NOW) -> None:
    """Every unit has a plan: an earlier and a chosen trait, an idea and two actions that have been looked at under
    each, a status, two meetings that it has kept, a TRIO meeting ahead, a focus and a matter for the yearly list.
    """
    day, by, month = now.date(), made.who["leader"], timedelta(days=30)
    units = [made.top, *made.areas, *made.teams]
    traits = [
        Trait(unit_id=unit, more_of=f"Mere {at}", notice="Vi ser det", better_for="Alle", chosen_by=by, chosen_on=day,
              is_current=bool(at))
        for unit in units for at in (0, 1)
    ]  # fmt: skip
    actions = [
        Action(unit_id=one.unit_id, trait=one, what=f"Det {at}", who="Bo", agreed_on=day, follow_up=day + at * month,
               state="agreed" if at else "idea")
        for one in traits for at in (-1, 0, 1)
    ]  # fmt: skip
    looked = {"noticed": "yes", "effect": "Vi spørger", "outcome": "keep"}
    said = Text(da="Nu", en="Now")
    part = KeptPart("team_learning", "1", "place", said, 1, 10, 5, (KeptItem("now", said, 5.0, 6.0),)).to_json()
    rows: list[Sequence[Model]] = [
        traits, actions, [ActionEvent(action=one, did="followed_up", at=now, by=by, said=looked) for one in actions],
        [PlanStatus(unit_id=one, on=day, at=now, by=by, learnt="Kort er nok", again=day) for one in units],
        [KeptMeeting(unit_id=one, programme="team_learning", name={"da": "Nu", "en": "Now"}, day=day - at * 2 * month,
                     parts=[part], taken_by=by, role="leader", taken_on=day, kept_until=day + 30 * month)
         for one in units for at in (0, 1)],
        [TrioMeeting(unit_id=one, day=day + month, planned_by=by) for one in units],
        [TrioFocus(unit_id=one, words="Ro", chosen_by=by, chosen_on=day) for one in units],
        [AnnualMatter(unit_id=one, words="Støj", added_by=by, added_on=day) for one in units],
    ]  # fmt: skip
    for some in rows:
        type(some[0])._default_manager.bulk_create(some, batch_size=300)
