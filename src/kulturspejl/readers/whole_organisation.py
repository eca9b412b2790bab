"""Which organisation somebody has a role in as a whole."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.standing import grants_on
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import User


def where(user: User, *roles: Role, now: datetime) -> uuid.UUID:
    """The organisation where the user has one of the roles everywhere; NotThere for everybody else."""
    if user.is_authenticated:
        rows = grants_on(day_of(now)).filter(user=user, role__in=roles, unit__isnull=True)
        found = rows.order_by("starts").values_list("organisation_id", flat=True).first()
        if found is not None:
            return found
    raise NotThere(NOTHING_HERE)
