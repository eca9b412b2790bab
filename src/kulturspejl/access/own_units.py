"""Which units are somebody's own: what a course and a plan have to do with each other goes by them."""

import uuid
from datetime import date

from kulturspejl.access.sight import sights_of
from kulturspejl.core.permissions import REPRESENTATIVES, Role
from kulturspejl.records.models import User


def own_units(user: User, today: date) -> tuple[uuid.UUID, ...]:
    """Those that the person leads, else the one that they represent; none for who represents several and leads none.

    A representative of many stands in all of them, and no course is about all of them.
    """
    held = [one for sight in sights_of(user, today) for one in sight.by_unit.items()]
    led = [unit_id for unit_id, roles in held if Role.LEADER in roles]
    represented = [unit_id for unit_id, roles in held if REPRESENTATIVES & roles]
    return tuple(led or (represented if len(represented) == 1 else ()))
