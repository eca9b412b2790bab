"""Keeping the plan that somebody's browser has sealed. Nobody is told of it, and nothing is noted of when."""

from kulturspejl.actions.deciding import deciding
from kulturspejl.core.errors import Conflict
from kulturspejl.records.models import SealedPlan, User
from kulturspejl.values.room_sealed import CHANGED, mark_of, require_sealed


def seal_plan(*, by: User, sealed: str, seen: str) -> str:
    """Keep the whole of it instead of what stood there; returns its mark.

    `seen` is the mark of what the browser has read ("" for nothing). Raises Conflict where something else stands there.
    """
    require_sealed(sealed)
    with deciding(User, by.id) as owner:
        row = SealedPlan.objects.filter(owner=owner).first()
        if mark_of(row.sealed if row else "") != seen:
            raise Conflict(CHANGED)
        SealedPlan.objects.update_or_create(owner=owner, defaults={"sealed": sealed})
    return mark_of(sealed)


def throw_away_plan(*, by: User) -> None:
    """The locked copy is gone. Repeating does no harm."""
    with deciding(User, by.id) as owner:
        SealedPlan.objects.filter(owner=owner).delete()
