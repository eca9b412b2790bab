"""Taking a list of units in: exactly the difference that somebody has looked at, or nothing."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.unit_lists import KEPT, Against, against
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.actions.unit_changes import UnitChange, note_units
from kulturspejl.actions.units.giving import end_all, give_all
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.units.difference import (
    Change,
    Kind,
    closed_with,
    counts,
    left_hanging,
)
from kulturspejl.core.units.line import Known, Ref
from kulturspejl.records.models import Unit, UnitList, UnitVersion, User
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on

AT_ONCE = 500
"""Rows in one statement."""
MOVED_ON = Text(
    da="Organisationen er ændret, siden du så forskellen. Her er den, som den er nu. Intet er taget ind.",
    en="The organisation has changed since you saw the difference. Here it is as it is now. Nothing has been taken in.",
)
NOT_YET = Text(
    da="Der er linjer, der skal rettes eller svares på først.",
    en="There are lines to be mended or answered first.",
)


def take(
    *, by: User, list_id: uuid.UUID, seen: str, closing: Collection[uuid.UUID] = (), ending: Collection[uuid.UUID] = (),
    form: uuid.UUID | None = None, now: datetime,
) -> Mapping[str, int]:  # fmt: skip
    """Make, change and close what the list says, give and end permissions, all or nothing; returns how many of each.

    `seen` is the digest of the difference that was looked at; Conflict where it is another one now. `closing` are the
    missing units that shall end, with the missing ones below them; `ending` the missing permissions that shall.
    """
    with deciding(UnitList, list_id) as found:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
        if made_before(form, by) is not None:
            return dict(found.counts)
        if found.taken_at is not None or found.made_at < now - KEPT:
            raise NotThere(NOTHING_HERE)
        tree, held = tree_on(found.organisation_id, day_of(now)), against(found, day_of(now))
        change = held.units
        closed = closed_with(closing, change.missing)
        _refuse(held, seen, closed)
        ids = _ids(change.changes)
        changes = list(_unit_changes(change.changes, ids, closed, tree))
        found.before = [*_before(change.changes, ids), *_ended(closed, held.known)]
        _make(found.organisation_id, change.changes, ids)
        _change(change.changes, ids, closed, now)
        found.counts = {kind.value: number for kind, number in counts(change.changes).items()}
        found.counts |= {"same": change.same, "closed": len(closed)}
        note(
            by=by, organisation_id=found.organisation_id, verb="unit.list", about=list_id, now=now,
            said=_said(found.counts),
        )  # fmt: skip
        note_units(by=by, organisation_id=found.organisation_id, changes=changes, tree=tree, now=now)
        found.ended = end_all(by, found.organisation_id, held.people, ending, now)
        found.given = give_all(by, found.organisation_id, held.people, ids, now)
        found.counts |= {"given": len(found.given), "ended": len(found.ended)}
        found.lines, found.people, found.answers, found.told, found.taken_at = [], [], {}, [], now
        found.save()
        keep(form, by, list_id, now)
    return dict(found.counts)


def _refuse(held: Against, seen: str, closed: Collection[uuid.UUID]) -> None:
    if held.digest != seen:
        raise Conflict(MOVED_ON)
    if held.faults or held.units.open_questions:
        raise Refused(NOT_YET)
    hanging = left_hanging(closed, held.units, held.known)
    if hanging is not None:
        raise Refused(hanging)


def _ids(changes: Iterable[Change]) -> dict[Ref, uuid.UUID]:
    """The units' ids, drawn for those that the list makes."""
    return {one.ref: one.ref if isinstance(one.ref, uuid.UUID) else uuid.uuid4() for one in changes}


def _make(organisation_id: uuid.UUID, changes: Sequence[Change], ids: Mapping[Ref, uuid.UUID]) -> None:
    """The units themselves, and own ids that are new to units that are here."""
    new = [one for one in changes if Kind.NEW in one.kinds]
    Unit.objects.bulk_create(
        [Unit(id=ids[one.ref], organisation_id=organisation_id, external_id=one.own_id) for one in new],
        batch_size=AT_ONCE,
    )
    renumbered = [Unit(id=ids[one.ref], external_id=one.own_id) for one in changes if Kind.ID in one.kinds]
    Unit.objects.bulk_update(renumbered, ["external_id"], batch_size=AT_ONCE)


def _change(
    changes: Sequence[Change], ids: Mapping[Ref, uuid.UUID], ending: Collection[uuid.UUID], now: datetime
) -> None:
    """Names, places and sizes: what stood ends, and what is to be begins."""
    begin = [one for one in changes if one.kinds - {Kind.ID}]
    end_versions([*(one.was.id for one in begin if one.was is not None), *ending], now)
    UnitVersion.objects.bulk_create(
        [
            UnitVersion(
                unit_id=ids[one.ref], parent_id=ids.get(one.parent, one.parent) if one.parent else None, name=one.name,
                headcount=one.headcount, valid_from=day_of(now), since_at=now,
            )
            for one in begin
        ],
        batch_size=AT_ONCE,
    )  # fmt: skip


def end_versions(unit_ids: Sequence[uuid.UUID], now: datetime) -> None:
    """What these units are ends now; one that began today counts on no day, and stays for whoever stood above it."""
    for at in range(0, len(unit_ids), AT_ONCE):
        current = UnitVersion.objects.filter(unit_id__in=unit_ids[at : at + AT_ONCE], valid_to__isnull=True)
        current.update(valid_to=day_of(now), until_at=now)


def _before(changes: Sequence[Change], ids: Mapping[Ref, uuid.UUID]) -> Iterator[dict[str, object]]:
    """For each unit what it was and what the list made of it: what is something else later has been built on."""
    for one in changes:
        parent = ids.get(one.parent, one.parent) if one.parent is not None else None
        yield {
            "id": str(ids[one.ref]),
            "was": _row(one.was),
            "is": _as_row(one.name, parent, one.headcount, one.own_id),
        }


def _ended(ending: Collection[uuid.UUID], known: Sequence[Known]) -> Iterator[dict[str, object]]:
    for one in known:
        if one.id in ending:
            yield {"id": str(one.id), "was": _row(one), "is": None}


def _row(was: Known | None) -> dict[str, object] | None:
    """None for a unit that was not there."""
    return (
        None
        if was is None
        else _as_row(was.name, was.parent, was.headcount, was.own_id) | {"closed": was.is_closed}
    )


def _as_row(name: str, parent: object, headcount: int, own_id: str) -> dict[str, object]:
    return {"name": name, "parent": str(parent) if parent else None, "headcount": headcount, "own_id": own_id}


def _unit_changes(
    changes: Sequence[Change], ids: Mapping[Ref, uuid.UUID], ending: Collection[uuid.UUID], tree: TreeNow
) -> Iterator[UnitChange]:
    """For the list of changes, and for those near."""
    for one in changes:
        if one.kinds - {Kind.ID}:
            parent = ids.get(one.parent, one.parent) if one.parent is not None else None
            to = UnitNow(ids[one.ref], one.name, parent if isinstance(parent, uuid.UUID) else None, one.headcount)
            yield UnitChange(tree.get(to.id), to, is_opened=Kind.OPENED in one.kinds)
    for unit_id in ending:
        yield UnitChange(tree.units[unit_id], None)


def _said(found: Mapping[str, int]) -> Mapping[str, int]:
    changed = sum(found[kind] for kind in (Kind.RENAMED, Kind.MOVED, Kind.SIZE))
    return {"made": found[Kind.NEW], "changed": changed, "closed": found["closed"]}
