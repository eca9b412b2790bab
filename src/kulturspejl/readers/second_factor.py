"""Whether somebody has a second factor, and how long whoever must have one may still do without."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on, held_anywhere
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Grant, User

GRACE = timedelta(days=7)
"""From the day on which the role began."""
MUST = (Role.STEWARD, Role.HR)
STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes are for the day when one of these is lost, and are none by themselves."""


def has_one(user: User) -> bool:
    """Whether an app or a passkey is connected."""
    return bool(Authenticator.objects.filter(user=user, type__in=STRONG).exists())


def days_left(user: User, *, now: datetime) -> int | None:
    """Days of grace, 0 when they are over; None for whoever has a factor or need not have one.

    Counted from the first such role that the person was ever given: ending a role and giving it again begins no new
    week. The demo's own organisation asks nobody, in a demo alone.
    """
    today = day_of(now)
    # Asked at every page, and nearly always this is all.
    if not any(role in MUST for _where, role in held_anywhere(user, today)):
        return None
    held = grants_on(today).filter(user=user, role__in=MUST)
    if settings.KULTURSPEJL_DEMO:
        held = held.exclude(organisation__is_demo=True)
    if not held.exists() or has_one(user):
        return None
    began = (
        Grant.objects.filter(user=user, role__in=MUST).order_by("starts").values_list("starts", flat=True)[0]
    )
    return max(0, (began + GRACE - today).days)
