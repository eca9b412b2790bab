"""What somebody stands for that is under way: asked before the person is erased."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import grants_on
from kulturspejl.core.permissions import REPRESENTATIVES, Role
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Room, Round, RoundState, RoundUnit, User

UNDER_WAY = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN, RoundState.CLOSING)


@dataclass(frozen=True)
class Led:
    """A round or a course day: `what` is round or room, `name` what it is called."""

    what: str
    name: str


def led_by(person: User, *, now: datetime) -> tuple[Led, ...]:
    """Rounds under way in units that the person leads or represents, or asked for, and course days to come or on."""
    roles = [Role.LEADER, *REPRESENTATIVES]
    units = grants_on(day_of(now)).filter(user=person, role__in=roles).values_list("unit_id", flat=True)
    rounds = Round.objects.filter(state__in=UNDER_WAY).filter(
        Q(units__unit_id__in=list(units)) | Q(requested_by=person) | Q(approved_by=person)
    )
    roots = RoundUnit.objects.filter(round__in=rounds, unit_id=F("round__root_id"))
    rooms = Room.objects.filter(made_by=person, finished_on__isnull=True, day__gte=day_of(now))
    found = [Led("round", name) for name in sorted(set(roots.values_list("name", flat=True)), key=danish_key)]
    days = sorted(rooms.values_list("day", "name"), key=lambda row: (row[0], danish_key(row[1])))
    return (*found, *(Led("room", name) for _day, name in days))
