"""What is public of a released round, and whom its pictures are for: read once, for a release never changes."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from kulturspejl.access.permission import start_of
from kulturspejl.access.seeing import opened_above, teams_of, told_as_rest
from kulturspejl.core.disclosure.persons import Published
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.records.models import Release, Round, RoundUnit


@dataclass(frozen=True)
class Shown:
    """A round's pictures by the ids of its units, `unit_of` each one's unit in the organisation.

    `teams` are those whose picture is a team's own, `wide` those open to everybody above, `told` those whose own
    people stand beside the picture for their team.
    """

    organisation_id: uuid.UUID
    released_at: datetime
    published: Published
    unit_of: Mapping[str, uuid.UUID]
    teams: frozenset[str]
    wide: frozenset[str]
    told: frozenset[str]

    @property
    def tree(self) -> Tree:
        """The round's units as they were when it was made."""
        return self.published.invited


@lru_cache(maxsize=512)
def shown(round_id: uuid.UUID) -> Shown:
    """Of a released round; Release.DoesNotExist where there is none."""
    found = Round.objects.get(id=round_id)
    told = Release.objects.values_list("released__plan__certificate__remainders", flat=True).get(round_id=round_id)
    rows = list(RoundUnit.objects.filter(round_id=round_id))
    invited = Tree(
        parent={str(row.id): str(row.parent_id) if row.parent_id else None for row in rows},
        direct={str(row.id): row.invited.get("E", 0) for row in rows},
    )
    return Shown(
        organisation_id=found.organisation_id,
        released_at=found.released_at or start_of((found.closed_on or date.max) + timedelta(days=1)),
        published=Published(invited, told),
        unit_of={str(row.id): row.unit_id for row in rows},
        teams=teams_of(round_id),
        wide=opened_above(round_id),
        told=told_as_rest(round_id),
    )
