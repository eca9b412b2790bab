"""What is changed about units goes into the list, from what to what, and those near are told of size, place and end."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kulturspejl.access.near import has_earlier_results
from kulturspejl.actions.auditing import line_of
from kulturspejl.actions.telling_near import Changed, tell_near
from kulturspejl.records.models import AuditEntry, UnitVersion, User
from kulturspejl.values.tree import TreeNow, UnitNow
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class UnitChange:
    """A unit as it was (None: it is new) and as it is from now on (None: it has ended).

    `is_opened`: it was closed, and is there again.
    """

    was: UnitNow | None
    to: UnitNow | None
    is_opened: bool = False

    @property
    def unit_id(self) -> uuid.UUID:
        """The unit's."""
        found = self.to or self.was
        if found is None:
            raise ValueError("a change is of a unit that was or will be")
        return found.id

    @property
    def is_move(self) -> bool:
        """Whether it stands somewhere else now."""
        return self.was is not None and self.to is not None and self.was.parent != self.to.parent

    @property
    def is_told(self) -> bool:
        """Whether those near have a letter about it: size, place and end. A new name they find in the list."""
        if self.was is None or self.to is None:
            return self.was is not None
        return self.is_move or self.was.headcount != self.to.headcount


def note_units(
    *, by: User, organisation_id: uuid.UUID, changes: Sequence[UnitChange], tree: TreeNow, now: datetime
) -> None:
    """A line for each; one letter to everybody near, however many there are. `tree` is as it was before.

    Call it in the transaction of the change, when the units' new versions stand there.
    """
    lines = [_line(by, organisation_id, one, tree, now) for one in changes]
    AuditEntry.objects.bulk_create(lines, batch_size=500)
    opening = _opening(changes, tree, now)
    told = [
        Changed(line, one.unit_id, opens=opening.get(one.unit_id))
        for line, one in zip(lines, changes, strict=True)
        if one.is_told
    ]
    tell_near(told, by=by, tree=tree, now=now)


def _opening(changes: Sequence[UnitChange], tree: TreeNow, now: datetime) -> Mapping[uuid.UUID, UnitVersion]:
    """The new versions of those that moved and have earlier results; of all others nobody has to be told first."""
    ids = [one.unit_id for one in changes if one.to is not None]
    current = UnitVersion.objects.filter(unit_id__in=ids, valid_to__isnull=True)
    moved = {one.unit_id for one in changes if one.is_move}
    waits = {unit for unit in moved if has_earlier_results(tree.with_closed_below(unit), now=now)}
    current.exclude(unit_id__in=waits).update(told_at=now)
    return {row.unit_id: row for row in current.filter(unit_id__in=waits)}


def _line(
    by: User, organisation_id: uuid.UUID, one: UnitChange, tree: TreeNow, now: datetime
) -> AuditEntry:
    verb = "unit.add" if one.was is None else "unit.close" if one.to is None else "unit.change"
    verb = "unit.open" if one.is_opened else verb
    return line_of(
        by=by, organisation_id=organisation_id, verb=verb, about=one.unit_id, now=now, unit_id=one.unit_id,
        said=_said(one, tree),
    )  # fmt: skip


def _said(one: UnitChange, tree: TreeNow) -> Mapping[str, Any]:
    """The name at the time, and each thing that is another now: from what, to what."""
    named = one.was or one.to
    said: dict[str, Any] = {"unit": named.name if named else ""}
    if one.was is None and one.to is not None:
        return said | {"headcount": [None, one.to.headcount], "above": [None, _name(tree, one.to.parent)]}
    if one.was is None or one.to is None:
        return said
    if one.was.name != one.to.name:
        said["name"] = [one.was.name, one.to.name]
    if one.was.headcount != one.to.headcount:
        said["headcount"] = [one.was.headcount, one.to.headcount]
    if one.is_move:
        said["above"] = [_name(tree, one.was.parent), _name(tree, one.to.parent)]
    return said


def _name(tree: TreeNow, unit_id: uuid.UUID | None) -> str:
    return where_of(tree, unit_id).name if unit_id is not None else ""
