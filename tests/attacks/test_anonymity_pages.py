"""Every page that a random life leads to: what is read to draw it is of results that are open to whoever looks.

The other lives ask the rule itself. This one asks the pages: front page, lists, results, files, plans, meetings that
units have kept, what stands beside each other. Whichever way a number takes, it is read from a picture's row first.
"""

import random
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client

from kulturspejl.access.permission import require
from kulturspejl.access.union import Seen
from kulturspejl.core.errors import KulturspejlError
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import KeptMeeting, RoundUnit, Trait, User
from kulturspejl.values import releases
from kulturspejl.values.tree import tree_on
from tests.actions.told import take_all
from tests.attacks import lives

pytestmark = pytest.mark.django_db(transaction=True)
HISTORIES, A_WORLD = 50, 3
LINKED = 15
LINK = re.compile(r'<a\b[^>]*?\shref="([^"]+)"')
ELSEWHERE = re.compile(r"^/(account|models|try|demo|static|law|about|exercises|help|team|rooms?)\b|/cards\b")
NUMBER = "of 60"
"""Stands on every page with a picture of how a culture is, in points."""
READ = re.compile(r'FROM "?records_releasedunit"?')


def kept_name(unit: uuid.UUID) -> str:
    return f"Møde {unit.hex[:10]}"


def trait_name(unit: uuid.UUID) -> str:
    return f"Træk {unit.hex[:10]}"


def furnish(world: lives.World, chance: random.Random) -> None:
    """Some units have kept a meeting, and some have a trait."""
    for unit in world.units:
        if chance.random() < 0.6:
            KeptMeeting.objects.create(
                unit_id=unit, programme="team_learning", name={"da": kept_name(unit), "en": kept_name(unit)},
                day=lives.on(10).date(), role=Role.AMR, taken_on=lives.on(10).date(), kept_until=lives.on(700).date(),
            )  # fmt: skip
        if chance.random() < 0.5:
            Trait.objects.create(
                unit_id=unit, more_of=trait_name(unit), notice="Det", better_for="Os", chosen_by=world.steward,
                chosen_on=lives.on(11).date(),
            )  # fmt: skip


def come_back(world: lives.World, life: lives.Life, chance: random.Random) -> None:
    """With everything they have opened, they become HR, or leader of a unit: much would open, and some stays shut."""
    for role, unit in chance.sample(
        [(Role.HR, None), (Role.LEADER, world.units[0]), (Role.AMR, chance.choice(world.units[1:]))], 2
    ):
        with suppress(KulturspejlError):
            lives.given(world, life.user.email, role, unit, lives.on(160))
    take_all(lives.on(160))


def addresses(world: lives.World) -> Iterator[str]:
    """Those that somebody may know without a link: of every result and every unit."""
    yield from ("/home", "/pictures", "/pictures/med.pdf", "/organisation/changes", "/organisation/rounds")
    for row in RoundUnit.objects.filter(round_id__in=world.rounds).order_by("id"):
        yield f"/results/{row.id}"
    for unit in world.units:
        yield from (f"/units/{unit}/{place}" for place in ("plan", "plan.csv", "trio"))


def pages(client: Client, world: lives.World) -> Iterator[tuple[str, str]]:
    """These, and whatever else links lead to."""
    waiting = list(addresses(world))
    known, most = set(waiting), len(waiting) + LINKED
    while waiting:
        address = waiting.pop(0)
        reply = client.get(address)
        said = b"".join(reply.streaming_content) if reply.streaming else reply.content
        page = said.decode(errors="replace")
        yield address, page
        if reply.headers.get("Content-Type", "").startswith("text/html"):
            for href in map(unescape, LINK.findall(page)):
                to = urlsplit(href)
                path = f"{to.path}?{to.query}" if to.query else to.path
                is_ours = not to.netloc and path.startswith("/") and not ELSEWHERE.search(path)
                if is_ours and path not in known and len(known) < most:
                    known.add(path)
                    waiting.append(path)


class Reads:
    """The round units whose pictures were read, as the store was asked for them."""

    def __init__(self) -> None:
        self.ids: set[uuid.UUID] = set()

    def __call__(self, execute, sql, params, many, context):
        if READ.search(sql) and "part" in sql.split("FROM")[0]:
            self.ids |= {uuid.UUID(str(one)) for one in params or () if re.fullmatch(r"[0-9a-f-]{32,36}", str(one))}
        return execute(sql, params, many, context)


def may_read(user: User, unit: uuid.UUID, now: datetime) -> bool:
    """Whether the unit's plan is theirs to read."""
    try:
        return bool(require(user, Verb.PLAN_READ, unit_id=unit, now=now))
    except KulturspejlError:
        return False


def faults(world: lives.World, user: User, now: datetime, client: Client) -> tuple[int, list[str]]:
    """How many pictures the pages of this person have read, and what was wrong with them."""
    seen = Seen(user, now, {world.organisation: tree_on(world.organisation, now.date())})
    opens = {row.id for row in RoundUnit.objects.filter(round_id__in=world.rounds) if seen.may_open(row)}
    plans = {unit for unit in world.units if may_read(user, unit, now)}
    found, count = [], 0
    for address, page in looked_at(client, world):
        # A result's own page says why it stays shut, of a picture that it has read, and no number.
        own = {one for one in page[1] if str(one) in address and NUMBER not in page[0]}
        reads = page[1] - own
        count += len(page[1] & opens)
        found += [f"{user.name} {address} reads {one}" for one in reads - opens]
        found += [
            f"{user.name} {address} tells the meeting or the trait of {unit}"
            for unit in set(world.units) - plans
            if kept_name(unit) in page[0] or trait_name(unit) in page[0]
        ]
    return count, found


def looked_at(client: Client, world: lives.World) -> Iterator[tuple[str, tuple[str, set[uuid.UUID]]]]:
    """Each page with the pictures that were read for it."""
    reads = Reads()
    with connection.execute_wrapper(reads):
        for address, page in pages(client, world):
            yield address, (page, reads.ids)
            reads.ids = set()


def test_no_page_of_a_random_life_is_drawn_from_a_picture_that_is_not_open(
    scale: Callable[[int], int], sweep_seed: int, monkeypatch
):
    histories, read, found = scale(HISTORIES), 0, []
    for number in range(0, histories, A_WORLD):
        chance = random.Random(f"{sweep_seed} pages {number}")
        world = lives.a_world(chance)
        furnish(world, chance)
        for attempt in range(number, min(number + A_WORLD, histories)):
            with transaction.atomic():
                for life in lives.live(world, random.Random(f"{sweep_seed} page life {attempt}")):
                    now = lives.on(chance.choice([170, 190]))
                    come_back(world, life, chance)
                    monkeypatch.setattr(clock, "now", lambda now=now: now)
                    client = Client(headers={"accept-language": "en"})
                    client.force_login(life.user)
                    count, wrong = faults(world, life.user, now, client)
                    read, found = read + count, found + wrong
                transaction.set_rollback(True)
    assert found == []
    assert read > 0, "pages were drawn from pictures"


def test_the_spy_sees_whose_picture_is_read():
    world, reads = lives.a_world(random.Random(5)), Reads()
    first, second, *_ = RoundUnit.objects.filter(round_id__in=world.rounds).values_list("id", flat=True)
    with connection.execute_wrapper(reads):
        releases.part_of(first)
        releases.small_of([second])
        releases.sizes_of(list(RoundUnit.objects.values_list("id", flat=True)))
    assert reads.ids == {first, second}, "how many answered is told by its own rule"
