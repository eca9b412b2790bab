"""What goes over when a team's room is handed to a unit: asked of the room as it stands, by page and action alike."""

import hashlib
import json
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kulturspejl.core.disclosure.room.kept import kept_of
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.plans.kept import KeptPart
from kulturspejl.records.audit import AuditEntry
from kulturspejl.records.kept_meetings import KeptMeeting
from kulturspejl.records.rooms import Room, RoomPicture
from kulturspejl.values.ends_of_a_day import start_of
from kulturspejl.values.room_day import day_of_room, policy_of_room

BETWEEN = timedelta(weeks=6)
"""Between two times that the same question is kept, as between two anonymous rounds of a team."""
WEEKS_BETWEEN = BETWEEN.days // 7
KEEP = "meeting.keep"
"""The line of the audit that a unit has kept a meeting; it stands there still when the meeting has been taken off."""
AT_CLOSE = "at_close"
"""In a stored picture: it was combined when the day was closed, and nobody had shown it."""


@dataclass(frozen=True)
class Earlier:
    """What a unit has kept lately; `one_is_off`: of something it has taken off again, so nobody knows what it was of,
    but whoever read it."""

    meetings: tuple[KeptMeeting, ...] = ()
    one_is_off: bool = False


@dataclass(frozen=True)
class Goes:
    """The agreed action, "" where there is none, and where the team stood, in the order in which it was shown."""

    action: str
    owner: str
    day: date | None
    parts: tuple[KeptPart, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to hand over yet."""
        return not self.action and not self.parts

    def without(self, earlier: Earlier, day: date) -> "Goes":
        """The same without what the unit kept of the same questions less than six weeks ago, and without anything of
        where the team stands if the unit has taken off what it kept then."""
        if earlier.one_is_off:
            return replace(self, parts=())
        return replace(self, parts=tuple(one for one in self.parts if not too_soon(one, earlier.meetings, day)))

    @property
    def mark(self) -> str:
        """The same for the same content: whoever takes it over has read this and nothing else."""
        kept = [self.action, self.owner, str(self.day), [one.to_json() for one in self.parts]]
        return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:32]


def earlier_of(unit_ids: Collection[uuid.UUID], day: date) -> Mapping[uuid.UUID, Earlier]:
    """What each of these units has kept less than six weeks before the `day`, or since."""
    first = day - BETWEEN
    meetings: dict[uuid.UUID, list[KeptMeeting]] = defaultdict(list)
    for row in KeptMeeting.objects.filter(unit_id__in=unit_ids, taken_on__gt=first):
        meetings[row.unit_id].append(row)
    since, about = start_of(first + timedelta(days=1)), [str(one) for one in unit_ids]
    lines = AuditEntry.objects.filter(verb=KEEP, about__in=about, at__gte=since)
    times = Counter(map(uuid.UUID, lines.values_list("about", flat=True)))
    return {one: Earlier(tuple(meetings[one]), one_is_off=times[one] > len(meetings[one])) for one in unit_ids}


def too_soon(part: KeptPart, earlier: Iterable[KeptMeeting], day: date) -> bool:
    """Whether the same question was kept less than six weeks before the `day`: the answers would be nearly the same,
    and the difference of the two would be of whoever came or went."""
    near = [one for one in earlier if abs(one.day - day) < BETWEEN]
    return any(KeptPart.from_json(row).same == part.same for one in near for row in one.parts)


def what_goes(room: Room) -> Goes:
    """Of what was shown on purpose: what was only combined when the day was closed goes with the room."""
    agreed, day, policy = room.agreed, day_of_room(room), policy_of_room(room)
    parts = []
    for row in RoomPicture.objects.filter(room=room, is_final=True).order_by("id"):
        found = day.find_part(row.part)
        if found is None or not found[0].exercise or row.picture.get(AT_CLOSE):
            continue
        station, part = found
        kept = kept_of(day.exercises[station.exercise], part, PartPicture.from_json(row.picture), policy)
        if kept is not None:
            parts.append(kept)
    day_again = date.fromisoformat(agreed["day"]) if agreed else None
    return Goes(agreed.get("action", ""), agreed.get("owner", ""), day_again, tuple(parts))
