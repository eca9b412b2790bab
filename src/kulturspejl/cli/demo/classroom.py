"""A class that is ready to begin: planned for today, with leaders of the organisation who have come in."""

import random
from datetime import date, datetime

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on
from kulturspejl.actions import rooms
from kulturspejl.cli.demo import names
from kulturspejl.cli.demo.cast import FACILITATOR
from kulturspejl.core.permissions import Role
from kulturspejl.core.text import Text
from kulturspejl.records.models import Grant, Room, User
from kulturspejl.values.the_library import the_library
from kulturspejl.values.tree import tree_on

PROGRAMME = "module_2"
NAME = Text(da="Modul 2, tværgående hold", en="Module 2, mixed class")
PEOPLE = 24


def ready(language: str, now: datetime) -> None:
    """Make the class, unless there is one for today that has not been closed."""
    facilitator = User.objects.filter(email=names.address(FACILITATOR)).first()
    if facilitator is None or Room.objects.filter(day=day_of(now), finished_on__isnull=True).exists():
        return
    programme = the_library().programmes[PROGRAMME]
    room_id = rooms.create_class(
        by=facilitator, plan=programme, name=NAME.into(language), day=day_of(now),
        check_in=programme.check_ins[-1].into(language), homework=programme.homework.into(language),
        language=language, now=now,
    )  # fmt: skip
    code = Room.objects.get(id=room_id).code
    for name, workplace in _leaders(facilitator, day_of(now)):
        rooms.join(code=code, name=name, workplace=workplace, now=now, rng=random.SystemRandom())


def _leaders(facilitator: User, today: date) -> list[tuple[str, str]]:
    """Leaders with the branch that they belong to, so that some have a workplace in common."""
    organisation_id = Grant.objects.filter(user=facilitator).values_list("organisation_id", flat=True)[0]
    tree = tree_on(organisation_id, today)
    rows = grants_on(today).filter(organisation_id=organisation_id, role=Role.LEADER).select_related("user")
    found = [
        (str(row.user), tree.units[parent].name)
        for row in rows.order_by("user__name", "id")
        if row.unit_id in tree.units and (parent := tree.units[row.unit_id].parent) is not None
    ]
    return found[:PEOPLE]
