"""A list of units before it is taken in: what is asked, what changes in the tree, and what the list does not name."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.hanging import Hanging, hanging_on
from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.under_way import under_way
from kulturspejl.access.unit_lists import KEPT, against, may_be_undone
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.core.text import Text
from kulturspejl.core.units.difference import Change, Difference, Kind, counts
from kulturspejl.core.units.in_a_round import InARound, of_a_change, of_a_close
from kulturspejl.core.units.line import Known, Ref
from kulturspejl.core.units.people import PeopleDifference
from kulturspejl.core.units.questions import Question
from kulturspejl.readers.organisation import in_lines
from kulturspejl.readers.tree_view import TreeView, look_under
from kulturspejl.records.models import UnitList, User
from kulturspejl.values.tree import TreeNow, UnitNow

Names = Mapping[Ref, str]


@dataclass(frozen=True)
class ShownChange:
    """A unit from what it is to what it would be; `told` is what becomes of a round that it is in."""

    kinds: frozenset[Kind]
    change: Change
    was_above: str
    above: str
    told: tuple[Text, ...]


@dataclass(frozen=True)
class MissingUnit:
    """An open unit that the list does not name, `below` the other missing ones under it, and what hangs on it."""

    unit: Known
    depth: int
    below: int
    hanging: Hanging
    told: tuple[Text, ...]


@dataclass(frozen=True)
class ShownQuestion:
    """`units` are those it may be, each with the names of those above it."""

    question: Question
    units: tuple[tuple[uuid.UUID, str, str], ...]


@dataclass(frozen=True)
class ShownPerson:
    """A permission that the list gives, or (with its `grant_id`) does not name; `unit` is "" for everywhere."""

    role: Role
    name: str
    address: str
    unit: str
    grant_id: uuid.UUID | None = None


@dataclass(frozen=True)
class ListPage:
    """`tree` has the changed units and those above them, `changes` what is told of each line of it."""

    list_id: uuid.UUID
    digest: str
    found: Difference
    people: PeopleDifference
    given: tuple[ShownPerson, ...]
    leaving: tuple[ShownPerson, ...]
    more_people: int
    told: tuple[Text, ...]
    counts: Mapping[str, int]
    tree: TreeView
    changes: Mapping[uuid.UUID, ShownChange]
    missing: tuple[MissingUnit, ...]
    more_missing: int
    questions: tuple[ShownQuestion, ...]

    @property
    def has_units(self) -> bool:
        """Whether it is a list of units, with people or without, and not of people alone."""
        return bool(self.found.refs)

    @property
    def is_long(self) -> bool:
        """Whether it takes more than some seconds to take it in."""
        return len(self.found.changes) + len(self.people.given) > LONG

    @property
    def is_nothing(self) -> bool:
        """Whether the list changes nothing at all."""
        changed = self.found.changes or self.people.given
        return not (changed or self.faults or self.found.questions)

    @property
    def faults(self) -> tuple[tuple[int, Text], ...]:
        """Lines to be mended first, in their order."""
        return tuple(sorted((*self.found.faults.items(), *self.people.faults), key=lambda one: one[0]))


@dataclass(frozen=True)
class TakenList:
    """The last list that was taken in, as long as it may be taken back."""

    list_id: uuid.UUID
    by: str
    at: datetime
    counts: Mapping[str, int]


MOST = 300
"""Lines of missing units on the page."""
LONG = 1_500
"""Changes and permissions; 10,000 take 18 s of CPU."""


def page(user: User, list_id: uuid.UUID, under: uuid.UUID | None = None, *, now: datetime) -> ListPage:
    """For a steward; NotThere for others, and once the list has been taken in or is a day old.

    `under`: the unit whose changes are looked at, where there are too many for one page.
    """
    found = UnitList.objects.filter(id=list_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
    if found.taken_at is not None or found.made_at < now - KEPT:
        raise NotThere(NOTHING_HERE)
    both = against(found, day_of(now))
    known, held = both.known, both.units
    names: dict[Ref, str] = {one.id: one.name for one in known}
    names |= {one.ref: one.name for one in held.changes}
    frozen = under_way(found.organisation_id)
    missing = _missing(found.organisation_id, held.missing, frozen, now)
    return ListPage(
        list_id=list_id, digest=both.digest, found=held, people=both.people,
        given=tuple(_person(one.role, one.name, one.address, one.unit, names) for one in both.people.given[:MOST]),
        leaving=tuple(
            _person(one.role, one.name, one.address, one.unit_id, names, one.id) for one in both.people.missing[:MOST]
        ),
        more_people=max(len(both.people.given) - MOST, 0) + max(len(both.people.missing) - MOST, 0),
        told=tuple(Text(**one) for one in found.told),
        counts={kind.value: number for kind, number in counts(held.changes).items()},
        tree=look_under(in_lines(_after(held, known)), under) if not held.faults else TreeView(()),
        changes={_place(one.ref): _shown(one, names, frozen) for one in held.changes},
        missing=missing[:MOST], more_missing=max(len(missing) - MOST, 0), questions=_asked(held, known),
    )  # fmt: skip


def is_taken(user: User, list_id: uuid.UUID, *, now: datetime) -> bool:
    """Whether it has been taken in, for a steward: whoever goes back to it looks for what became of it."""
    found = UnitList.objects.only("organisation_id", "taken_at").filter(id=list_id, taken_at__isnull=False).first()
    if found is None:
        return False
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
    return True


def last_taken(organisation_id: uuid.UUID, *, now: datetime) -> TakenList | None:
    """For whoever may change the organisation: the caller has asked."""
    rows = UnitList.objects.filter(organisation_id=organisation_id, taken_at__isnull=False).select_related("made_by")
    found = rows.defer("before", "lines", "people").order_by("-taken_at").first()
    if found is None or found.taken_at is None or not may_be_undone(found, now):
        return None
    return TakenList(found.id, str(found.made_by or ""), found.taken_at, found.counts)


def _place(ref: Ref) -> uuid.UUID:
    """A unit that is not here yet stands in the tree under an id made of its line."""
    return ref if isinstance(ref, uuid.UUID) else uuid.UUID(int=ref)


def _after(held: Difference, known: Sequence[Known]) -> TreeNow:
    """The changed units, as they would be, and those above them."""
    whole = {one.id: UnitNow(one.id, one.name, one.parent, one.headcount) for one in known if not one.is_closed}
    for one in held.changes:
        parent = _place(one.parent) if one.parent is not None else None
        whole[_place(one.ref)] = UnitNow(_place(one.ref), one.name, parent, one.headcount)
    tree, kept = TreeNow(whole), set[uuid.UUID]()
    for one in held.changes:
        at: uuid.UUID | None = _place(one.ref)
        while at is not None and at in tree.units and at not in kept:
            kept.add(at)
            at = tree.units[at].parent
    return TreeNow({key: unit for key, unit in whole.items() if key in kept})


def _shown(one: Change, names: Names, frozen: Mapping[uuid.UUID, InARound]) -> ShownChange:
    here = frozen.get(one.was.id) if one.was is not None else None
    return ShownChange(
        one.kinds, one,
        was_above=names.get(one.was.parent, "") if one.was is not None and one.was.parent else "",
        above=names.get(one.parent, "") if one.parent is not None else "",
        told=of_a_change(here, one.kinds, one.headcount) if here is not None else (),
    )  # fmt: skip


def _person(
    role: Role, name: str, address: str, unit: Ref | None, names: Names, grant_id: uuid.UUID | None = None
) -> ShownPerson:
    return ShownPerson(role, name, address, names.get(unit, "") if unit is not None else "", grant_id)


def _missing(
    organisation_id: uuid.UUID, missing: Sequence[Known], frozen: Mapping[uuid.UUID, InARound], now: datetime
) -> tuple[MissingUnit, ...]:
    """Parents first, each with how many other missing ones stand below it."""
    units = {one.id: one for one in missing}
    tree = TreeNow({one.id: UnitNow(one.id, one.name, one.parent, 1) for one in missing})
    hanging = hanging_on(organisation_id, units.keys(), day_of(now)) if units else {}
    return tuple(
        MissingUnit(
            units[line.unit_id], line.depth, line.below - 1, hanging[line.unit_id],
            of_a_close(frozen[line.unit_id]) if line.unit_id in frozen else (),
        )
        for line in in_lines(tree)
    )  # fmt: skip


def _asked(held: Difference, known: Sequence[Known]) -> tuple[ShownQuestion, ...]:
    by_id = {one.id: one for one in known}

    def path(unit: Known) -> str:
        """The names of those above it."""
        words: list[str] = []
        while unit.parent in by_id and len(words) < len(by_id):
            unit = by_id[unit.parent]
            words.insert(0, unit.name)
        return " › ".join(words)

    return tuple(
        ShownQuestion(one, tuple((unit, by_id[unit].name, path(by_id[unit])) for unit in one.units))
        for one in held.questions
    )

