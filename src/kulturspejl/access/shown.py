"""What is public of a released round, and whom its pictures are for: read once, for a release never changes."""

import threading
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kulturspejl.core.disclosure.persons import Published
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.records.models import Release, Round, RoundUnit
from kulturspejl.values.ends_of_a_day import start_of


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


def shown(round_id: uuid.UUID) -> Shown:
    """Of a released round; Release.DoesNotExist where there is none."""
    found = shown_all([round_id])
    if round_id not in found:
        raise Release.DoesNotExist
    return found[round_id]


def is_of_a_team(unit: RoundUnit) -> bool:
    """Whether the picture is a team's own, for its leader and representatives to open, and to share.

    The picture of a unit with others below it is everybody's there. Where too few belong to the unit itself, or none
    of them surely answered, it would be the picture of those below, and opens only as one for those above.
    """
    return str(unit.id) in shown(unit.round_id).teams


def shown_all(round_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Shown]:
    """Of these rounds, as far as they are released: three questions for all that are not known yet."""
    wanted = set(round_ids)
    found = _KEPT.get(wanted)
    read = dict(_read(wanted - found.keys()))
    _KEPT.keep(read)
    return found | read


def _read(round_ids: Collection[uuid.UUID]) -> Iterator[tuple[uuid.UUID, Shown]]:
    if not round_ids:
        return
    rows: dict[uuid.UUID, list[RoundUnit]] = defaultdict(list)
    # In an order that never changes: of rights that begin together it says which comes first, today and in a year.
    units = RoundUnit.objects.filter(round_id__in=round_ids).order_by("id")
    for row in units.only("id", "round_id", "unit_id", "parent_id", "invited"):
        rows[row.round_id].append(row)
    rounds = Round.objects.only("id", "organisation_id", "released_at", "closed_on").in_bulk(round_ids)
    parts = Release.objects.filter(round_id__in=round_ids).values_list(
        "round_id", "released__plan__certificate__remainders", "released__openings"
    )
    for round_id, remainders, openings in parts:
        yield round_id, _shown(rounds[round_id], rows[round_id], remainders, openings)


def _shown(
    found: Round, rows: Sequence[RoundUnit], remainders: Mapping[str, int], openings: Mapping[str, Sequence[str]]
) -> Shown:
    invited = Tree(
        parent={str(row.id): str(row.parent_id) if row.parent_id else None for row in rows},
        direct={str(row.id): row.invited.get("E", 0) for row in rows},
    )
    return Shown(
        organisation_id=found.organisation_id,
        released_at=found.released_at or start_of((found.closed_on or date.max) + timedelta(days=1)),
        published=Published(invited, remainders),
        unit_of={str(row.id): row.unit_id for row in rows},
        teams=frozenset(openings["team"]),
        wide=frozenset(openings["above"]),
        told=frozenset(openings["rest"]),
    )


class _Kept:
    """What has been read, up to so many units in all; the rounds that came first go first."""

    def __init__(self, most_units: int) -> None:
        self._most, self._units = most_units, 0
        self._rounds: dict[uuid.UUID, Shown] = {}
        self._lock = threading.Lock()

    def get(self, round_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Shown]:
        """Those of them that are kept."""
        with self._lock:
            return {one: self._rounds[one] for one in round_ids if one in self._rounds}

    def keep(self, read: Mapping[uuid.UUID, Shown]) -> None:
        """These too."""
        with self._lock:
            for round_id, found in read.items():
                if round_id not in self._rounds:
                    self._rounds[round_id] = found
                    self._units += len(found.unit_of)
            while self._units > self._most and len(self._rounds) > 1:
                self._units -= len(self._rounds.pop(next(iter(self._rounds))).unit_of)


_KEPT = _Kept(most_units=60_000)
