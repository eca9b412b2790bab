"""Taking a list of units back, for a day: as it was before, unless something has been built on it since."""

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from kulturspejl.access.built_on import built_on
from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.unit_lists import may_be_undone
from kulturspejl.actions import people
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.actions.unit_changes import UnitChange, note_units
from kulturspejl.actions.units.giving import give_back
from kulturspejl.actions.units.taking import AT_ONCE, end_versions
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import Grant, Unit, UnitList, UnitVersion, User
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on

Row = Mapping[str, Any]


def undo(*, by: User, list_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """What the list changed is as it was; what it made goes, and what it closed is open again.

    Refused, with what it is, where something has been built on it.
    """
    with deciding(UnitList, list_id) as found:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
        if made_before(form, by) is not None:
            return
        if not may_be_undone(found, now):
            raise NotThere(NOTHING_HERE)
        built = built_on(found, day_of(now))
        if built is not None:
            raise Refused(built)
        rows: list[Row] = list(found.before)
        tree = tree_on(found.organisation_id, day_of(now))
        people.end_all(
            by=by, organisation_id=found.organisation_id, grant_ids=[uuid.UUID(one) for one in found.given], now=now
        )
        _put_back([row for row in rows if row["was"] is not None], now)
        _take_away({uuid.UUID(row["id"]) for row in rows if row["was"] is None}, now)
        give_back(by, found.organisation_id, found.ended, now)
        found.before, found.given, found.ended, found.undone_at = [], [], [], now
        found.save(update_fields=["before", "given", "ended", "undone_at"])
        note(by=by, organisation_id=found.organisation_id, verb="unit.undo", about=list_id, now=now, said={})
        note_units(
            by=by, organisation_id=found.organisation_id, changes=list(_unit_changes(rows, tree)), tree=tree, now=now
        )
        keep(form, by, list_id, now)


def _put_back(rows: Sequence[Row], now: datetime) -> None:
    ids = [uuid.UUID(row["id"]) for row in rows]
    end_versions(ids, now)
    UnitVersion.objects.bulk_create(
        [
            UnitVersion(
                unit_id=row["id"], parent_id=row["was"]["parent"], name=row["was"]["name"],
                headcount=row["was"]["headcount"], valid_from=day_of(now), since_at=now,
            )
            for row in rows
            if not row["was"]["closed"]
        ],
        batch_size=AT_ONCE,
    )  # fmt: skip
    numbered = [Unit(id=uuid.UUID(row["id"]), external_id=row["was"]["own_id"]) for row in rows]
    Unit.objects.bulk_update(numbered, ["external_id"], batch_size=AT_ONCE)


def _take_away(made: Collection[uuid.UUID], now: datetime) -> None:
    """Nothing hangs on them but what they were called, and each other: first the versions, then the units.

    One that another unit has stood under, or where somebody had a role, stays as a closed one: where units have stood
    and who could open what is counted for good.
    """
    kept = _marked(made)
    end_versions(sorted(kept), now)
    Unit.objects.filter(id__in=kept).update(external_id="")
    ids = sorted(set(made) - kept)
    for table, path in ((UnitVersion, "unit_id__in"), (Unit, "id__in")):
        for at in range(0, len(ids), AT_ONCE):
            table._default_manager.filter(**{path: ids[at : at + AT_ONCE]}).delete()


def _marked(made: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those that a unit which was here before has stood under, or where somebody had a role; and those above them."""
    rows = UnitVersion.objects.filter(unit__organisation__units__in=list(made)[:1])
    parents = dict(rows.filter(valid_to__isnull=True).values_list("unit_id", "parent_id"))
    kept: set[uuid.UUID] = set()
    stood = [above for unit_id, above in rows.values_list("unit_id", "parent_id") if unit_id not in made]
    held = Grant.objects.filter(unit__organisation__units__in=list(made)[:1]).values_list("unit_id", flat=True)
    for start in {*stood, *held}:
        at: uuid.UUID | None = start
        while at is not None and at in made and at not in kept:
            kept.add(at)
            at = parents.get(at)
    return kept


def _unit_changes(rows: Sequence[Row], tree: TreeNow) -> Iterator[UnitChange]:
    """Of units that were here before; what the list made is gone, and nobody was near it."""
    for row in rows:
        was, unit_id = row["was"], uuid.UUID(row["id"])
        if was is None:
            continue
        parent = uuid.UUID(was["parent"]) if was["parent"] else None
        to = None if was["closed"] else UnitNow(unit_id, was["name"], parent, was["headcount"])
        if to != tree.units.get(unit_id):
            yield UnitChange(tree.get(unit_id), to, is_opened=unit_id in tree.closed)
