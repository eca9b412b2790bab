"""Keeping the plan that somebody's browser has sealed. Nobody is told of it, and nothing is noted of when."""

from datetime import datetime

from kulturspejl.access.own_plan import Holder, held_by, plan_secret, table_of
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.core.own_plan.keeping import ends_on
from kulturspejl.core.text import Text
from kulturspejl.records.models import Participant, RoomKind, SealedPlan
from kulturspejl.values.room_sealed import CHANGED, mark_of, require_sealed
from kulturspejl.vault import codes, ledger

ADDRESSES = "plans under addresses of their own"
MOST = 20_000
"""Plans under addresses of their own at one time: nobody is known by them, so nobody's are counted but all."""
FULL = Text(
    da="Der er ikke plads til flere planer her lige nu. Skriv din plan på papir, eller brug din egen side på kurset.",
    en="There is no room for more plans here just now. Write yours on paper, or use your own page of the course.",
)


def seal_plan(*, by: Holder, sealed: str, seen: str) -> str:
    """Keep the whole of it instead of what stood there; returns its mark.

    `seen` is the mark of what the browser has read ("" for nothing). Raises Conflict where something else stands there.
    """
    require_sealed(sealed)
    with deciding(table_of(by), by.id):
        row = SealedPlan.objects.filter(**held_by(by)).first() or SealedPlan(**held_by(by))
        if mark_of(row.sealed) != seen:
            raise Conflict(CHANGED)
        row.sealed = sealed
        row.save()
    return mark_of(sealed)


def throw_away_plan(*, by: Holder, now: datetime) -> None:
    """The locked copy is gone, and no restore brings it back. Repeating does no harm."""
    with deciding(table_of(by), by.id):
        row = SealedPlan.objects.filter(**held_by(by)).exclude(sealed="").first()
        if row is None:
            return
        ledger.note(what=ledger.OWN_PLAN, round_id=row.id, on=day_of(now))
        SealedPlan.objects.filter(id=row.id).delete()
        if row.key_hash:  # Its address stays good: a new plan is begun there, under another id.
            SealedPlan.objects.create(key_hash=row.key_hash, ends_on=row.ends_on)


def begin_in_room(*, code: str, key: str, now: datetime) -> str:
    """The secret address of a plan of somebody in a room of a course day, who need have no account: pressed again, the
    same one. Nothing at the plan says who they are. Raises Refused where the store holds no more of them."""
    who = participant_of(room_of(code), key).id
    with deciding_alone(ADDRESSES), deciding(Participant, who) as me:
        if me.room.kind != RoomKind.CLASS:
            raise NotThere(NOTHING_HERE)
        secret = plan_secret(me.id)
        found = SealedPlan.objects.filter(key_hash=codes.fingerprint(secret))
        if not found.exists():
            if SealedPlan.objects.exclude(key_hash=None).count() >= MOST:
                raise Refused(FULL)
            SealedPlan.objects.create(key_hash=codes.fingerprint(secret), ends_on=ends_on(day_of(now)))
    return secret


def forget_old_plans(*, now: datetime) -> None:
    """Those under an address of their own whose day has come."""
    SealedPlan.objects.filter(ends_on__lte=day_of(now)).delete()
