"""A random organisation with rounds, and random lives of people in it, by the real actions; and what they ever open."""

import random
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from kulturspejl.access.shown import Shown, shown
from kulturspejl.access.union import Seen
from kulturspejl.actions import closing, organisations, people, results, rounds
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.errors import Faulty, KulturspejlError, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Grant, Organisation, ResultShare, RoundUnit, User
from kulturspejl.values.ends_of_a_day import end_of
from kulturspejl.values.tree import TreeNow, tree_on
from tests.actions import town
from tests.actions.told import take_all

BEGIN = town.NOW
ROLES = [Role.LEADER] * 5 + [Role.AMR, Role.TR, Role.HR]
PRIME = 2_147_483_647
NEVER = BEGIN + timedelta(days=99_999)


@dataclass(frozen=True)
class World:
    """An organisation with closed rounds, `spoke` of each: the round units in which anybody answered."""

    steward: User
    organisation: uuid.UUID
    units: list[uuid.UUID]
    rounds: list[uuid.UUID]
    spoke: dict[uuid.UUID, set[str]]


def on(day: float) -> datetime:
    return BEGIN + timedelta(days=day)


def a_world(chance: random.Random, *, rounds_of: int = 2) -> World:
    """Units of one, silent ones, small ones that stay hidden, thick tops and thin ones."""
    steward, _new = User.objects.get_or_create(email="sanne@havnby.test")
    organisation = Organisation.objects.create(name="Havnby").id
    Grant.objects.create(
        user=steward, organisation_id=organisation, role=Role.STEWARD, starts=BEGIN.date(), given_at=BEGIN
    )
    units, sizes, is_flat = [], {}, chance.random() < 0.7
    for number in range(chance.randint(4, 5) if is_flat else chance.randint(6, 9)):
        parent = None if number == 0 else chance.choice(units[: 1 if is_flat else max(1, number // 3)])
        size = chance.choice([0, 0, 9] if number == 0 else [2, 5, 6, 7, 7, 9])
        unit = organisations.add_unit(
            by=steward, organisation_id=organisation, name=f"Enhed {number}", parent=parent, headcount=size, now=BEGIN
        )
        units.append(unit)
        sizes[unit] = size
    world = World(steward, organisation, units, [], {})
    for number in range(rounds_of):
        a_round(world, sizes, chance, opens=on(2 + 48 * number), closes=on(4 + 48 * number))
    return world


def a_round(
    world: World, sizes: dict[uuid.UUID, int], chance: random.Random, *, opens: datetime, closes: datetime
) -> None:
    """Everybody is asked; most units answer, some in part, some not at all."""
    asked = {
        unit: rounds.People([(f"p{place}-{number}@havnby.test", "") for number in range(size)])
        for place, (unit, size) in enumerate(sizes.items())
        if size
    }
    made = rounds.create(
        by=world.steward, root=world.units[0], people=asked, closes_at=closes, points=10, preferred="drawn", why="",
        language="da", now=opens,
    )  # fmt: skip
    rounds.release_sending(by=world.steward, round_id=made, agreed=True, now=opens)
    codes = iter(town.long_codes(made))
    rows = {row.unit_id: str(row.id) for row in RoundUnit.objects.filter(round_id=made)}
    spoke = set()
    for unit, size in ((unit, size) for unit, size in sizes.items() if size):
        theirs = [next(codes) for _ in range(size)]
        answering = chance.choice([size] * 6 + [max(0, size - 1), size // 2, 0])
        for code in theirs[:answering]:
            town.answer(code, town.profile(4, 2, 2), now=opens)
        if answering:
            spoke.add(rows[unit])
    closing.close(round_id=made, now=closes, rng=np.random.default_rng(1))
    world.rounds.append(made)
    world.spoke[made] = spoke


@dataclass
class Life:
    """What one person has opened, and what was rightly theirs, by round."""

    user: User
    pictures: dict[uuid.UUID, set[str]] = field(default_factory=dict)
    rests: dict[uuid.UUID, set[str]] = field(default_factory=dict)
    theirs: dict[uuid.UUID, set[str]] = field(default_factory=dict)
    shut: set[str] = field(default_factory=set)

    def look(self, world: World, tree: TreeNow, now: datetime) -> None:
        """Open everything that opens now."""
        seen = Seen(self.user, now, {world.organisation: tree})
        for round_id in world.rounds:
            found = shown(round_id)
            if found.released_at > now:
                continue
            here, published = seen.in_round(round_id), found.published.remainders
            self.pictures.setdefault(round_id, set()).update(here.open.intersection(published))
            self.rests.setdefault(round_id, set()).update((here.rests & here.open).intersection(published))
            self.shut |= here.shut.keys() if Shut.OTHER_ROLES in here.shut.values() else set()


@dataclass(frozen=True)
class Stood:
    """The tree between two moments."""

    tree: TreeNow
    since: datetime
    until: datetime


def rightly(user: User, found: Shown, round_id: uuid.UUID, stood: list[Stood]) -> set[str]:
    """The units whose own picture a role of theirs was ever for, told by the rows alone, when all is over."""
    held = list(Grant.objects.filter(user=user, role__in=(Role.LEADER, Role.AMR, Role.TR)))
    shares = list(ResultShare.objects.filter(round_unit__round_id=round_id))
    theirs = set()
    for one in held:
        since, until = lasting(one, found.released_at)
        trees = [here.tree for here in stood if here.since <= until and here.until >= since]
        for unit, place in found.unit_of.items() if since <= until else ():
            lines = {above for tree in trees for above in tree.line_up(place) or [place]}
            is_team = one.unit_id == place if one.role == Role.LEADER else one.unit_id in lines
            leads = one.role == Role.LEADER and one.unit_id in lines | at_the_time(found, unit)
            was_shared = any(
                share.shared_at <= until and (share.taken_back_at or NEVER) >= since
                for share in shares
                if str(share.round_unit_id) == unit and unit in found.published.remainders
            )
            if (is_team and unit in found.teams) or (leads and was_shared):
                theirs.add(unit)
    return theirs


def lasting(one: Grant, released_at: datetime) -> tuple[datetime, datetime]:
    """From when until when a grant could open one unit's own picture; given after it, a day after somebody was told."""
    known = one.told_at is not None and (one.told_from is None or one.told_from <= released_at)
    told = one.told_at + timedelta(days=1) if known else NEVER
    since = released_at if one.given_at <= released_at else told
    last = end_of(one.ends) - timedelta(seconds=1) if one.ends else NEVER
    return since, min(last, one.ended_at or NEVER)


def at_the_time(found: Shown, unit: str | None) -> set[uuid.UUID]:
    """The unit and those above it when the round was made."""
    places = set()
    while unit is not None:
        places.add(found.unit_of[unit])
        unit = found.tree.parent[unit]
    return places


def live(world: World, chance: random.Random, *, steps: int = 20, persons: int = 2) -> list[Life]:
    """Grants, ends, shares, takings back and moves on random days; everybody looks after each of them."""
    keeper = given(world, "ove@havnby.test", Role.AMR, world.units[0], on(0))
    lives = [Life(User.objects.create(email=f"x{number}@havnby.test", name=f"X{number}")) for number in range(persons)]
    day, stood = 0.0, [(on(0), tree_on(world.organisation, on(0).date()))]
    for _ in range(steps):
        day += chance.choice([0, 0, 0.01, 1, 1, 4, 9, 20])
        now, some = on(day), [grant] * 6 + [end, end, share, share, unshare, move, close, open_again]
        chance.choice(some)(world, chance, lives, keeper, now)
        stood.append((now, tree_on(world.organisation, now.date())))
        look(world, lives, now)
        if chance.random() < 0.2:
            day += 1
            look(world, lives, on(day))
    look(world, lives, on(day + 2))
    ends = [*(moment for moment, _tree in stood[1:]), NEVER]
    spans = [Stood(tree, moment, until) for (moment, tree), until in zip(stood, ends, strict=True)]
    for life in lives:
        life.theirs = {one: rightly(life.user, shown(one), one, spans) for one in world.rounds}
    return lives


def look(world: World, lives: list[Life], now: datetime) -> None:
    """Each of them, now."""
    tree = tree_on(world.organisation, now.date())
    for life in lives:
        life.look(world, tree, now)


def given(world: World, email: str, role: Role, unit: uuid.UUID | None, now: datetime, ends=None) -> User:
    people.grant(
        by=world.steward, organisation_id=world.organisation, email=email, name=email[:3], role=role, unit_id=unit,
        ends=ends, now=now,
    )  # fmt: skip
    return User.objects.get(email=email)


def grant(world, chance, lives, keeper, now):
    life = chance.choice(lives)
    if chance.random() < 0.4:
        role, unit = chance.choice([(Role.LEADER, world.units[0]), (Role.HR, None), (Role.STEWARD, world.units[0])])
    else:
        role, unit = chance.choice(ROLES), chance.choice(world.units[1:])
    ends = (now + timedelta(days=chance.randint(0, 9))).date() if chance.random() < 0.2 else None
    with suppress(Faulty):  # they have just that already
        given(world, life.user.email, role, unit, now, ends)
    if chance.random() < 0.85:  # else the letters wait, and earlier results with them
        take_all(now)
    if chance.random() < 0.25:  # given and ended within the day, with a look in between
        look(world, [life], now)
        end(world, chance, [life], keeper, now)


def end(world, chance, lives, keeper, now):
    rows = list(Grant.objects.filter(user__in=[life.user for life in lives], ended_at=None))
    # Ids are drawn anew each time; the same seed has to live the same lives.
    units = [None, *world.units]
    rows.sort(key=lambda row: (row.given_at, row.user.email, row.role, units.index(row.unit_id)))
    if rows:
        with suppress(Refused):  # the last administrator stays
            people.end(by=world.steward, grant_id=chance.choice(rows).id, now=now)


def share(world, chance, lives, keeper, now):
    rows = RoundUnit.objects.filter(round__released_at__lte=now).order_by("round__closed_on", "name")
    for row in chance.sample(list(rows), min(2, len(rows))):
        with suppress(KulturspejlError):
            results.share(by=keeper, round_unit_id=row.id, now=now)


def unshare(world, chance, lives, keeper, now):
    rows = list(ResultShare.objects.filter(taken_back_at=None).order_by("shared_at", "id"))
    if rows:
        results.unshare(by=keeper, round_unit_id=chance.choice(rows).round_unit_id, now=now)


def move(world, chance, lives, keeper, now):
    unit, parent = chance.choice(world.units[1:]), chance.choice(world.units)
    tree = tree_on(world.organisation, now.date())
    if parent in {one.id for one in tree.subtree(unit)} or {unit, parent} & tree.closed.keys():
        return
    at = tree.units[unit]
    organisations.change_unit(
        by=world.steward, unit_id=unit, name=at.name, parent=parent, headcount=at.headcount, now=now
    )
    take_all(now)


def close(world, chance, lives, keeper, now):
    with suppress(KulturspejlError):  # closed already, or others stand under it
        organisations.close_unit(by=world.steward, unit_id=chance.choice(world.units[1:]), sure=True, now=now)


def open_again(world, chance, lives, keeper, now):
    closed = [unit for unit in world.units if unit in tree_on(world.organisation, now.date()).closed]
    with suppress(KulturspejlError):  # never closed, or would stand under one that is
        unit = chance.choice(closed or world.units)
        organisations.open_unit_again(by=world.steward, unit_id=unit, parent=chance.choice(world.units), now=now)


def found_by(world: World, life: Life) -> list[tuple[uuid.UUID, str]]:
    """The units whose own people follow from all this person opened, by elimination over the units that spoke."""
    found = []
    for round_id, pictures in life.pictures.items():
        tree, spoke = shown(round_id).tree, world.spoke[round_id]
        places = [unit for unit in tree.parents_first if unit in spoke]
        rows = [row_of(tree, unit, places) for unit in pictures]
        above = shown(round_id).published.parent
        for unit in life.rests.get(round_id, ()):
            inside = [row_of(tree, one, places) for one, parent in above.items() if parent == unit]
            rows.append([whole - sum(parts) for whole, *parts in zip(row_of(tree, unit, places), *inside, strict=True)])
        rank = rank_of(rows)
        for at, unit in enumerate(places):
            if rows and rank_of([*rows, [int(at == one) for one in range(len(places))]]) == rank:
                found.append((round_id, unit))
    return found


def row_of(tree, unit, places):
    inside = {unit}
    for one in tree.parents_first:
        if tree.parent[one] in inside:
            inside.add(one)
    return [int(one in inside) for one in places]


def rank_of(rows: list[list[int]]) -> int:
    """The rank modulo a large prime: exact for rows of 0, 1 and -1 as small as these."""
    left, rank = [row[:] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left if row[column] % PRIME), None)
        if pivot is None:
            continue
        left.remove(pivot)
        rank += 1
        inverse = pow(pivot[column], -1, PRIME)
        left = [
            [(one - row[column] * inverse * other) % PRIME for one, other in zip(row, pivot, strict=True)]
            for row in left
        ]
    return rank
