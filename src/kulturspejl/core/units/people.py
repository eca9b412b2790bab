"""Who a list says leads and represents, held against who has the permission: new, as before, and not in the list."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.text import Text
from kulturspejl.core.units.difference import Difference
from kulturspejl.core.units.line import Known, Ref, alike
from kulturspejl.core.units.sentences import no_unit, several_units

AT_A_UNIT = frozenset({Role.LEADER, Role.AMR, Role.TR})
"""These are given for a unit; the others may be for the whole organisation."""
NEVER_MISSED = frozenset({Role.STEWARD})
"""No list ends these."""
WHERE = Text(da="Skriv den enhed, rettigheden gælder.", en="Write the unit that the permission is for.")


@dataclass(frozen=True)
class HeldGrant:
    """A permission in force; `address` in its one normal form, `unit_id` None for the whole organisation."""

    id: uuid.UUID
    role: Role
    address: str
    name: str
    unit_id: uuid.UUID | None


@dataclass(frozen=True)
class Given:
    """A permission that the list would give; `unit` may be one that the list makes."""

    line: int
    role: Role
    address: str
    name: str
    unit: Ref | None


@dataclass(frozen=True)
class PeopleDifference:
    """`missing` are held where the list says who holds what, and not in it; `same` are held already."""

    given: tuple[Given, ...] = ()
    same: int = 0
    missing: tuple[HeldGrant, ...] = ()
    faults: tuple[tuple[int, Text], ...] = ()


def people_difference(
    people: Sequence[PersonLine], roles: Collection[Role], units: Difference | None, known: Sequence[Known],
    held: Sequence[HeldGrant],
) -> PeopleDifference:  # fmt: skip
    """`units` is what the same list says of units, where people stand beside them: then `roles` are its columns.

    Without, it is a list of people alone, and `roles` are those that stand in it.
    """
    placed, faults = _placed(people, units, known), list[tuple[int, Text]]()
    wanted: dict[tuple[Role, str, Ref | None], Given] = {}
    for person, unit in placed:
        if isinstance(unit, Text):
            faults.append((person.line, unit))
            continue
        role = Role(person.role)
        if unit is None and role in AT_A_UNIT:
            faults.append((person.line, WHERE))
            continue
        wanted.setdefault((role, person.address, unit), Given(person.line, role, person.address, person.name, unit))
    has = {(one.role, one.address, one.unit_id) for one in held}
    here = None if units is None else {ref for ref in units.refs.values() if isinstance(ref, uuid.UUID)}
    return PeopleDifference(
        given=tuple(one for key, one in wanted.items() if key not in has),
        same=sum(1 for key in wanted if key in has),
        missing=tuple(
            one
            for one in held
            if one.role in roles and one.role not in NEVER_MISSED and (one.role, one.address, one.unit_id) not in wanted
            and (here is None or one.unit_id in here)
        ),
        faults=tuple(faults),
    )  # fmt: skip


def _placed(
    people: Sequence[PersonLine], units: Difference | None, known: Sequence[Known]
) -> Iterator[tuple[PersonLine, Ref | Text | None]]:
    """Each person with the unit: that of the line, or the one that is named."""
    named = _named(known)
    for person in people:
        if units is not None and not person.unit:
            yield person, units.refs.get(person.line)
        elif not person.unit:
            yield person, None
        else:
            found = named.get(alike(person.unit), [])
            unit = found[0].id if len(found) == 1 else several_units(person.unit) if found else no_unit(person.unit)
            yield person, unit


def _named(known: Sequence[Known]) -> Mapping[str, list[Known]]:
    """Units by all that they may be called: an id means one, whatever others are named."""
    names, ids = defaultdict[str, list[Known]](list), dict[str, list[Known]]()
    for one in known:
        if not one.is_closed:
            names[alike(one.name)].append(one)
            if one.own_id:
                ids[alike(one.own_id)] = [one]
        ids[str(one.id)] = [one]
    return {**names, **ids}
