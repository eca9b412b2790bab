"""What units keep of their teams' meetings, as it stands beside the plan."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kulturspejl.access.crew import crew_of
from kulturspejl.access.sight import Sight
from kulturspejl.core.permissions import Role, may_keep
from kulturspejl.core.plans import State, kept
from kulturspejl.core.plans.kept import KeptPart
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.handing_over import where_said
from kulturspejl.records.models import KeptMeeting
from kulturspejl.values.room_kept import BETWEEN

MOST_TIMES = 4
"""Times beside each other in a table, the latest."""
FEW_ROWS = 4
"""More things asked are a long table."""


@dataclass(frozen=True)
class KeptView:
    """A meeting that a unit has kept. `said` is a sentence for each question, `by` "" where the account is gone."""

    id: uuid.UUID
    unit_id: uuid.UUID
    name: Text
    day: date
    programme: str
    said: tuple[Text, ...]
    parts: tuple[KeptPart, ...]
    action_id: uuid.UUID | None
    by: str
    role: Role
    until: date

    @property
    def along_from(self) -> date:
        """From when the numbers come along to the next room."""
        return self.day + BETWEEN


@dataclass(frozen=True)
class Compared:
    """One question over time: `rows` are (what was asked, between which numbers each time)."""

    label: Text
    days: tuple[date, ...]
    rows: tuple[tuple[Text, tuple[Text | None, ...]], ...]

    @property
    def is_long(self) -> bool:
        """Whether it is told in a sentence already, and the table is for whoever wants all of it."""
        return len(self.rows) > FEW_ROWS


def of_unit(unit_id: uuid.UUID) -> tuple[KeptView, ...]:
    """What a unit has kept, the newest first. The caller has asked for permission."""
    return of_units([unit_id]).get(unit_id, ())


def of_units(unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, tuple[KeptView, ...]]:
    """The same of several, by unit, in one query."""
    found: dict[uuid.UUID, list[KeptView]] = defaultdict(list)
    rows = KeptMeeting.objects.filter(unit_id__in=unit_ids).select_related("taken_by")
    for row in rows.order_by("-day", "-taken_on", "-id"):
        found[row.unit_id].append(_view(row))
    return {unit_id: tuple(views) for unit_id, views in found.items()}


def compared(meetings: Sequence[KeptView]) -> tuple[Compared, ...]:
    """Every question that was asked at least twice, or of which a sentence does not say all; from left to right."""
    times: dict[tuple[str, str, str, int, int], list[tuple[date, KeptPart]]] = defaultdict(list)
    for one in reversed(meetings):
        for part in one.parts:
            times[part.same].append((one.day, part))
    tables = (_compared(found[-MOST_TIMES:]) for found in times.values())
    return tuple(one for one in tables if len(one.days) > 1 or one.is_long)


def waits_as_idea(meeting_id: uuid.UUID) -> bool:
    """Whether what was agreed on at a meeting waits in the plan; a meeting may have agreed on nothing, and the plan
    may have had the same words before."""
    return KeptMeeting.objects.filter(id=meeting_id, action__state=State.IDEA).exists()


def may_take_off(sight: Sight, unit_id: uuid.UUID) -> bool:
    """Whether the person may take something off what the unit keeps."""
    crew = crew_of(sight.organisation_id, [unit_id], sight.tree, sight.day)
    return may_keep(sight.at(unit_id), representatives=len(crew.representatives(unit_id)))


def _view(row: KeptMeeting) -> KeptView:
    parts = tuple(KeptPart.from_json(one) for one in row.parts)
    return KeptView(
        id=row.id, unit_id=row.unit_id, name=Text(**row.name), day=row.day, programme=row.programme,
        said=tuple(map(where_said, parts)), parts=parts, action_id=row.action_id, by=str(row.taken_by or ""),
        role=Role(row.role), until=row.kept_until,
    )  # fmt: skip


def _compared(times: Sequence[tuple[date, KeptPart]]) -> Compared:
    newest = times[-1][1]
    rows = []
    for item in newest.items:
        cells = [part.band_of(item.id) for _on, part in times]
        rows.append((item.label, tuple(kept.from_to(one) if one else None for one in cells)))
    return Compared(newest.label, tuple(on for on, _part in times), tuple(rows))
