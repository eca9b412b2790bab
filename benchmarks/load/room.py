"""A room with many people in it, made by the real actions. Run inside an instance's own environment.

python -m benchmarks.load.room PEOPLE   prints code, keys, the desk's address and session as JSON
"""

import json
import os
import random
import sys


def main() -> None:
    """Set up Django and make the room."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
    import django

    django.setup()
    print(json.dumps(made(int(sys.argv[1]))))


def made(people: int) -> dict[str, object]:
    """A day of the programme "module_2" with everything that it offers, and so many who have come in."""
    from django.utils import timezone

    from kulturspejl.actions import organisations, rooms
    from kulturspejl.actions import people as persons
    from kulturspejl.core.content.gathering import Gathering
    from kulturspejl.core.permissions import Role
    from kulturspejl.core.permissions.visibility import Visibility
    from kulturspejl.records.models import Room, User
    from kulturspejl.values.room_day import day_of_room
    from tests.actions.rooms.course import everything_offered

    now, rng = timezone.now(), random.Random(people)
    steward = organisations.begin(
        name="Load", language="da", steward_name="S", steward_email="s@load.test", now=now
    )
    where = steward.grants.get().organisation_id
    persons.grant(
        by=steward, organisation_id=where, email="f@load.test", name="F", role=Role.FACILITATOR, unit_id=None,
        ends=None, now=now,
    )  # fmt: skip
    runs = User.objects.get(email="f@load.test")
    room_id = rooms.create_class(
        by=runs, plan=everything_offered("module_2"), name="Hold 1", day=now.date(), check_in="Hvad er nyt?",
        homework="Tal om det derhjemme.", language="da", now=now,
    )  # fmt: skip
    code = Room.objects.get(id=room_id).code
    keys = [
        rooms.join(code=code, name=f"Deltager {one}", workplace=f"Sted {one % 40}", now=now, rng=rng).key
        for one in range(people)
    ]
    day = day_of_room(room_id)
    script = day.script
    told_at, told = next(
        (at, part)
        for at, one in enumerate(script)
        for part in getattr(day.step_of(one), "parts", ())
        if part.kind == "board" and part.visibility is Visibility.TEAM
    )
    unsigned_at, unsigned = next(
        (at, part)
        for at, one in enumerate(script)
        for part in getattr(day.step_of(one), "parts", ())
        if part.kind == "board" and part.visibility is Visibility.AGGREGATE
    )
    in_groups = next(at for at, one in enumerate(script) if one.gathering is Gathering.GROUPS)
    return {
        "room": str(room_id), "code": code, "keys": keys, "session": session_of(runs), "in_groups": in_groups,
        "told_at": told_at, "told": f"{script[told_at].key}/{told.id}", "item": told.shape.items[0].id,
        "unsigned_at": unsigned_at, "unsigned": f"{script[unsigned_at].key}/{unsigned.id}",
        "unsigned_item": unsigned.shape.items[0].id,
        "together": [at for at, one in enumerate(script) if one.gathering is Gathering.PLENARY],
    }  # fmt: skip


def session_of(user: object) -> str:
    """A signed-in session, as a browser would get it."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()  # type: ignore[attr-defined]
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store.create()
    return str(store.session_key)


if __name__ == "__main__":
    main()
