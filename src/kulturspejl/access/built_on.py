"""What has been built on a list of units since it was taken in, so that it can no longer be taken back."""

import uuid
from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Model

from kulturspejl.core.text import Text
from kulturspejl.core.units.line import Known
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import (
    Action,
    AnnualMatter,
    AuditEntry,
    Grant,
    KeptMeeting,
    PlanStatus,
    RoundUnit,
    Trait,
    TrioAgreement,
    TrioFocus,
    TrioMeeting,
    UnitList,
)
from kulturspejl.values.known_units import known_units

AT_ONCE = 500


def built_on(found: UnitList, today: date) -> Text | None:
    """The first thing that stands in the way, in one sentence; None where nothing does."""
    return next(_built_on(found, today), None)


def _built_on(found: UnitList, today: date) -> Iterator[Text]:
    known = {str(one.id): one for one in known_units(found.organisation_id, today)}
    made = {row["id"] for row in found.before if row["was"] is None}
    opened = {row["id"] for row in found.before if row["is"] is None}
    for row in found.before:
        now = known.get(row["id"])
        if now is None or _row(now) != row["is"]:
            yield _changed_again(now.name if now else row["was"]["name"])
        above = known.get(row["was"]["parent"]) if row["was"] else None
        if above is not None and above.is_closed and str(above.id) not in opened:
            yield _changed_again(above.name)
    touched = {row["id"] for row in found.before}
    for one in known.values():
        if not one.is_closed and str(one.parent) in made and str(one.id) not in touched:
            yield _stands_below(known[str(one.parent)].name, one.name)
    yield from _numbered(found, known)
    yield from _hangs_on(made, known, [uuid.UUID(one) for one in found.given])
    yield from _asked(found, known)


def _numbered(found: UnitList, known: dict[str, Known]) -> Iterator[Text]:
    """A number that the list freed may be another unit's by now; of open units no two have the same."""
    touched = {row["id"] for row in found.before}
    taken = {one.own_id: one for one in known.values() if not one.is_closed and str(one.id) not in touched}
    for row in found.before:
        was = row["was"]
        if was is not None and not was["closed"] and was["own_id"] and was["own_id"] in taken:
            yield _numbered_since(taken[was["own_id"]].name, was["own_id"])


def _row(one: Known) -> dict[str, object] | None:
    if one.is_closed:
        return None
    return {
        "name": one.name, "parent": str(one.parent) if one.parent else None, "headcount": one.headcount,
        "own_id": one.own_id,
    }  # fmt: skip


def _hangs_on(made: Collection[str], known: dict[str, Known], given: Collection[uuid.UUID]) -> Iterator[Text]:
    """Permissions count also when they are over, but for those that the list itself has `given`."""
    tables: tuple[tuple[type[Model], Text], ...] = (
        (Grant, _GRANT), (RoundUnit, _ROUND), (Trait, _AGREED), (Action, _AGREED), (TrioFocus, _AGREED),
        (TrioAgreement, _AGREED), (TrioMeeting, _AGREED), (AnnualMatter, _AGREED), (PlanStatus, _AGREED),
        (KeptMeeting, _AGREED),
    )  # fmt: skip
    ids = sorted(made)
    for at in range(0, len(ids), AT_ONCE):
        for table, what in tables:
            rows = table._default_manager.filter(unit_id__in=ids[at : at + AT_ONCE]).exclude(id__in=given)
            unit_id = rows.values_list("unit_id", flat=True).first()
            if unit_id is not None:
                yield _has(known[str(unit_id)].name, what)


def _asked(found: UnitList, known: dict[str, Known]) -> Iterator[Text]:
    """A round that was made since has the units as the list left them."""
    touched = {row["id"] for row in found.before}
    noted = AuditEntry.objects.filter(
        organisation_id=found.organisation_id, verb="round.create", at__gte=found.taken_at
    )
    made = [uuid.UUID(about) for about in noted.values_list("about", flat=True)]
    for unit_id in RoundUnit.objects.filter(round_id__in=made).values_list("unit_id", flat=True):
        if str(unit_id) in touched:
            yield _has(known[str(unit_id)].name, _ROUND)


_GRANT = Text(da="nogen har fået en rettighed i enheden", en="somebody has been given a permission in it")
_ROUND = Text(da="der er lavet en måling i enheden", en="a round has been made in it")
_AGREED = Text(da="der er aftalt noget i enheden", en="something has been agreed in it")


def _has(name: str, what: Text) -> Text:
    return filled(
        Text(
            da="Listen kan ikke tages tilbage: {name}: {what}.",
            en="The list cannot be taken back: {name}: {what}.",
        ),
        name=name, what=what,
    )


def _changed_again(name: str) -> Text:
    return filled(
        Text(
            da="Listen kan ikke tages tilbage: {name} er ændret igen siden.",
            en="The list cannot be taken back: {name} has been changed again since.",
        ),
        name=name,
    )


def _numbered_since(name: str, own_id: str) -> Text:
    return Text(
        da=f"Listen kan ikke tages tilbage: {name} har siden fået nummeret {own_id}.",
        en=f"The list cannot be taken back: {name} has been given the number {own_id} since.",
    )


def _stands_below(above: str, name: str) -> Text:
    return filled(
        Text(
            da="Listen kan ikke tages tilbage: {name} er siden lagt under {above}.",
            en="The list cannot be taken back: {name} has been put under {above} since.",
        ),
        name=name, above=above,
    )
