"""Whether somebody has a second factor, and how long whoever must have one may still do without."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import held_anywhere
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Grant, Organisation, User

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
    held = {where for where, role in held_anywhere(user, today) if role in MUST}
    if held and settings.KULTURSPEJL_DEMO:
        held -= {*Organisation.objects.filter(id__in=held, is_demo=True).values_list("id", flat=True)}
    if not held or has_one(user):
        return None
    began = (
        Grant.objects.filter(user=user, role__in=MUST).order_by("starts").values_list("starts", flat=True)[0]
    )
    return max(0, (began + GRACE - today).days)
