"""Whoever may not open something learns nothing from it: its address answers as one that never was.

The addresses are those of the running program, so that a new one is tried from its first day.
"""

import re
import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kulturspejl.actions import own_exercises, plans, rooms
from kulturspejl.actions import people as grants
from kulturspejl.core.permissions import Role
from kulturspejl.core.toml.writing import toml_of
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Action, Grant, Invitation, OpenSession, OwnLogo, RoomSlide, Trait, User
from kulturspejl.values.the_library import the_library
from tests import lists, people
from tests.actions import meetings, stock, town
from tests.actions.rooms.course import planned
from tests.attacks.presses_of_courses import a_course
from tests.attacks.presses_of_meetings import kept

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

OUTSIDERS = ("nobody", "leader beside", "AMR beside", "TR beside", "HR", "facilitator")
METHODS = ("get", "head", "post")


def addresses(patterns=None, before: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every address that names a thing by its id, as ("rounds/{round_id}/close", ("round_id",))."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, route)
        elif isinstance(one, URLPattern) and "<uuid:" in route:
            yield re.sub(r"<uuid:(\w+)>", r"{\1}", route), tuple(re.findall(r"<uuid:(\w+)>", route))


def beside(where: town.Town, name: str, role: Role, unit: uuid.UUID | None) -> User:
    email = f"{name.lower()}@havnby.test"
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email=email, name=name, role=role, unit_id=unit,
        ends=None, now=town.NOW,
    )  # fmt: skip
    return User.objects.get(email=email)


def a_room(by: User) -> uuid.UUID:
    """A class of the day that comes along, not begun."""
    return rooms.create_class(
        by=by, plan=planned(), name="Hold 1", day=town.NOW.date(), check_in="", homework="",
        language="da", now=town.NOW,
    )  # fmt: skip


def a_logo(of: User) -> None:
    OwnLogo(owner=of, form="png", width=1, height=1, words="Havnby", image=b"x").save()


def an_exercise(by: User) -> uuid.UUID:
    """One that somebody has made, from one that comes along."""
    text = toml_of(dict(the_library().exercises["permit_promote"].raw))
    given = text.replace('id = "permit_promote"', 'id = "own_permit_promote"', 1).encode()
    return own_exercises.take_exercise(by=by, given=given, replaces=False, now=town.NOW)


def a_slide(room: uuid.UUID) -> uuid.UUID:
    made = RoomSlide(room_id=room, station="welcome", place=1, form="png", width=1, height=1, size=1, image=b"x")
    made.save()
    return made.id


@pytest.fixture
def scene():
    """A closed round with a trait and an action in Nord, and people of Syd, the unit beside."""
    from kulturspejl.actions import organisations

    where = people.team(9)
    syd = organisations.add_unit(
        by=where.steward,
        organisation_id=where.organisation,
        name="Syd",
        parent=where.top,
        headcount=9,
        now=town.NOW,
    )
    closed = people.closed_round(where)
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=closed.unit, more_of="Dialog", less_of="Krogsnak",
        notice="Vi spørger", better_for="people", now=town.NOW,
    )  # fmt: skip
    action = plans.agree_action(
        by=where.leader, trait_id=trait, what="Tavlemøde", who="Karen", due=town.CLOSES.date(),
        follow_up=town.CLOSES.date(), now=town.NOW,
    )  # fmt: skip
    assert Trait.objects.filter(id=trait).exists()
    assert Action.objects.filter(id=action).exists()
    who = {
        "leader beside": beside(where, "Soren", Role.LEADER, syd),
        "AMR beside": beside(where, "Anne", Role.AMR, syd),
        "TR beside": beside(where, "Ture", Role.TR, syd),
        "HR": where.hr,
        "facilitator": beside(where, "Fie", Role.FACILITATOR, None),
    }
    room = a_room(where.steward)
    real = {
        "round_id": closed.id, "round_unit_id": closed.unit, "unit_id": where.unit, "trait_id": trait,
        "action_id": action, "grant_id": Grant.objects.get(user=where.leader, role=Role.LEADER).id,
        "room_id": room, "user_id": where.leader.id, "closed_id": lists.closed_unit(where, town.NOW),
        "taken_id": lists.taken(where, clock.now()), "list_id": lists.laid(where, clock.now()),
        "session_id": OpenSession.objects.create(
            user=where.leader, session_key="x", began_at=town.NOW, used_at=town.NOW
        ).id,
        "slide_id": a_slide(room), **a_course(where.steward),
        "exercise_id": an_exercise(where.steward),
        "meeting_id": meetings.a_meeting(where), "status_id": stock.take(where, traits=[stock.of_trait(trait)]),
        "matter_id": meetings.a_matter(where), "kept_id": kept(where),
        "invitation": Invitation.objects.create(round_unit_id=closed.unit, language="da", own_card=1).id,
    }  # fmt: skip
    return where, who, real


def seen(client: Client, method: str, route: str, ids: dict[str, uuid.UUID]) -> tuple[object, ...]:
    """What comes back, without what is new in every answer or stands in the question."""
    reply = getattr(client, method)("/" + route.format(**ids), headers={"accept-language": "da"})
    body = reply.content.decode()
    for id in ids.values():
        body = body.replace(str(id), "ID")
    body = re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", body)
    headers = {
        name: value.replace(str(next(iter(ids.values()))), "ID")
        for name, value in reply.headers.items()
        if name not in {"Content-Length", "Content-Security-Policy", "Expires"}
    }
    location = headers.pop("Location", "")
    for id in ids.values():
        location = location.replace(str(id), "ID")
    return reply.status_code, body, location, headers


@pytest.mark.parametrize("who", OUTSIDERS)
def test_a_thing_that_is_not_yours_looks_like_one_that_never_was(scene, who):
    _where, outsiders, real = scene
    tried = 0
    for route, names in addresses():
        if who == "facilitator" and route.startswith("facilitate/"):
            continue  # Rooms are a facilitator's own.
        for method in METHODS:
            client = Client()
            if who in outsiders:
                client.force_login(outsiders[who])
            mine = {name: real[name] for name in names}
            made_up = {name: uuid.uuid4() for name in names}
            there, missing = seen(client, method, route, mine), seen(client, method, route, made_up)
            assert there == missing, f"{who} {method} /{route}"
            assert there[0] in {302, 403, 404, 405}, f"{who} {method} /{route}: {there[0]}"
            tried += 1
    assert tried >= 3 * 20


def test_every_id_of_an_address_is_known_to_this_test(scene):
    _where, _who, real = scene
    assert {name for _route, names in addresses() for name in names} <= set(real)


def test_the_test_can_fail(scene):
    where, _who, real = scene
    client = Client()
    client.force_login(where.leader)
    there = seen(client, "get", "results/{round_unit_id}", real)
    assert there != seen(client, "get", "results/{round_unit_id}", dict.fromkeys(real, uuid.uuid4()))
