"""The organisation as its steward sees it: units, people with grants."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, overload

from kulturspejl.access.hanging import Hanging, hanging_on
from kulturspejl.access.heard import has_heard
from kulturspejl.access.near import near_by_unit
from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Grant, Organisation, Unit, User
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on
from kulturspejl.values.where import Where, where_of


@dataclass(frozen=True)
class TreeLine:
    """A unit in the tree, `depth` 0 at the top; `below` counts all people in it and under it."""

    unit_id: uuid.UUID
    parent: uuid.UUID | None
    name: str
    headcount: int
    depth: int
    below: int
    own_id: str = ""


@dataclass(frozen=True)
class OrganisationPage:
    """The organisation and its units, parents first; `closed` are those that are closed, by name."""

    id: uuid.UUID
    name: str
    language: str
    minimum: int
    lines: tuple[TreeLine, ...]
    closed: tuple[TreeLine, ...] = ()
    lends_rooms: bool = True


@dataclass(frozen=True)
class GrantLine:
    """A grant of a person; `where` is None for the whole organisation."""

    grant_id: uuid.UUID
    user_id: uuid.UUID
    person: str
    email: str
    role: Role
    where: Where | None
    starts: date
    ends: date | None
    unit_id: uuid.UUID | None = None


def is_empty() -> bool:
    """Whether nobody has made an organisation here yet."""
    return not Organisation.objects.exists()


def tree(user: User, organisation_id: uuid.UUID, *, now: datetime) -> OrganisationPage:
    """For a steward."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    organisation = Organisation.objects.get(id=organisation_id)
    found, own_ids = tree_on(organisation_id, day_of(now)), own_ids_of(organisation_id)
    return OrganisationPage(
        organisation.id, organisation.name, organisation.language, organisation.minimum, in_lines(found, own_ids),
        _closed(found, own_ids), organisation.lends_rooms,
    )  # fmt: skip


@dataclass(frozen=True)
class EndingPage:
    """The grant that somebody is about to end; `stewards_left` are the administrators who stay when it is one.

    `is_told`: whoever has it gets a letter that it is over; `others_are`: so do others who lead or represent the unit.
    """

    line: GrantLine
    is_told: bool
    others_are: bool
    is_own_stewardship: bool
    is_last_steward: bool
    stewards_left: tuple[str, ...]


def ending(user: User, grant_id: uuid.UUID, *, now: datetime) -> EndingPage:
    """For a steward; NotThere for a grant that is over."""
    found = grants_on(day_of(now)).filter(id=grant_id).select_related("user").first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    require_in(user, Verb.PEOPLE_GRANT, organisation_id=found.organisation_id, now=now)
    stewards = grants_on(day_of(now)).filter(organisation_id=found.organisation_id, role=Role.STEWARD, unit=None)
    still = {str(row.user) for row in stewards.exclude(id=grant_id).select_related("user")}
    left = tuple(sorted(still, key=danish_key))
    is_steward = found.role == Role.STEWARD and found.unit_id is None
    units, now_tree = [found.unit_id] if found.unit_id else [], tree_on(found.organisation_id, day_of(now))
    near = near_by_unit(found.organisation_id, units, now_tree, now=now, without=[found.id])
    others = {one.user_id for people in near.values() for one in people} - {found.user_id, user.id}
    return EndingPage(
        _grant_line(found, now_tree), found.user_id != user.id and has_heard(found), bool(others),
        is_steward and found.user_id == user.id and bool(left), is_steward and not left, left,
    )  # fmt: skip


def is_steward(user: User, *, now: datetime) -> bool:
    """Whether the user is steward of any organisation as a whole."""
    return grants_on(day_of(now)).filter(user=user, role=Role.STEWARD, unit=None).exists()


def people(user: User, organisation_id: uuid.UUID, *, word: str = "", now: datetime) -> Sequence[GrantLine]:
    """Grants in force, for a steward; with a `word`, those that have it in name, address or unit.

    A line is made when it is asked for: of twenty thousand a page shows two hundred.
    """
    require_in(user, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    tree = tree_on(organisation_id, day_of(now))
    names = {unit.id: unit.name for unit in (*tree.closed.values(), *tree.units.values())}
    rows = grants_on(day_of(now)).filter(organisation_id=organisation_id)
    told = list(rows.values_list("user__name", "user__email", "unit_id", "id", "user_id", "role", "starts", "ends"))
    if word:
        wanted = word.casefold()
        told = [row for row in told if wanted in f"{row[0]}\n{row[1]}\n{names.get(row[2], '')}".casefold()]
    keys = {unit_id: danish_key(name) for unit_id, name in names.items()}
    told.sort(key=lambda row: (danish_key(row[0] or row[1]), keys.get(row[2], danish_key(""))))
    return GrantLines(told, tree)


class GrantLines(Sequence[GrantLine]):
    """Rows of grants as lines."""

    def __init__(self, rows: Sequence[tuple[Any, ...]], tree: TreeNow) -> None:
        self._rows, self._tree = rows, tree

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> GrantLine: ...
    @overload
    def __getitem__(self, at: slice) -> list[GrantLine]: ...
    def __getitem__(self, at: int | slice) -> GrantLine | list[GrantLine]:
        return [self._line(row) for row in self._rows[at]] if isinstance(at, slice) else self._line(self._rows[at])

    def _line(self, row: tuple[Any, ...]) -> GrantLine:
        name, email, unit_id, id, user_id, role, starts, ends = row
        where = where_of(self._tree, unit_id) if unit_id else None
        return GrantLine(id, user_id, name or email, email, Role(role), where, starts, ends, unit_id)


def hanging(
    organisation_id: uuid.UUID, unit_ids: Sequence[uuid.UUID], *, now: datetime
) -> Mapping[uuid.UUID, Hanging]:
    """What hangs on these units of a page that the caller has been shown."""
    return hanging_on(organisation_id, unit_ids, day_of(now))


def own_ids_of(organisation_id: uuid.UUID) -> Mapping[uuid.UUID, str]:
    """The organisation's own ids of its units, units without one left out."""
    rows = Unit.objects.filter(organisation_id=organisation_id).exclude(external_id="")
    return dict(rows.values_list("id", "external_id"))


def in_lines(found: TreeNow, own_ids: Mapping[uuid.UUID, str] | None = None) -> tuple[TreeLine, ...]:
    """Parents first, each family in the order of the alphabet. A loop and no recursion: however deep the tree is."""
    lines: list[TreeLine] = []
    waiting = _in_order(found, None)
    while waiting:
        unit = waiting.pop()
        depth = found.depths[unit.id] - 1
        lines.append(
            TreeLine(
                unit.id, unit.parent, unit.name, unit.headcount, depth, found.people_below[unit.id],
                (own_ids or {}).get(unit.id, ""),
            )
        )
        waiting += _in_order(found, unit.id)
    return tuple(lines)


def _closed(found: TreeNow, own_ids: Mapping[uuid.UUID, str]) -> tuple[TreeLine, ...]:
    """One beside the other, in the order of the alphabet."""
    units = sorted(found.closed.values(), key=lambda one: danish_key(one.name))
    return tuple(
        TreeLine(one.id, one.parent, one.name, one.headcount, 0, one.headcount, own_ids.get(one.id, ""))
        for one in units
    )


def _in_order(found: TreeNow, parent: uuid.UUID | None) -> list[UnitNow]:
    """The units under one, the last first: they are taken from the end."""
    return sorted(found.children[parent], key=lambda one: danish_key(one.name), reverse=True)


def _grant_line(row: Grant, tree: TreeNow) -> GrantLine:
    where = where_of(tree, row.unit_id) if row.unit_id else None
    return GrantLine(
        row.id, row.user_id, str(row.user), row.user.email, Role(row.role), where, row.starts, row.ends,
        row.unit_id,
    )  # fmt: skip
