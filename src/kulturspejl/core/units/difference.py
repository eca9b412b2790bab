"""What a list of units would change: new, renamed, moved, another size, another own id; and what it does not name."""

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kulturspejl.core.levels import TOO_DEEP, levels, too_deep
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.text import Text
from kulturspejl.core.units.line import Known, Ref, cleaned
from kulturspejl.core.units.matching import Matched, matched
from kulturspejl.core.units.questions import Answers, Question
from kulturspejl.core.units.sentences import NO_NAME, RING, still_below, twice


class Kind(StrEnum):
    """What is different about a unit."""

    NEW = "new"
    OPENED = "opened"
    RENAMED = "renamed"
    MOVED = "moved"
    SIZE = "size"
    ID = "id"


@dataclass(frozen=True)
class Change:
    """A unit as it would be; `was` is what it is now, None where it is not here yet. Its own id stands in `own_id`."""

    ref: Ref
    line: int
    own_id: str
    name: str
    parent: Ref | None
    headcount: int
    was: Known | None
    kinds: frozenset[Kind]


@dataclass(frozen=True)
class Difference:
    """`changes` in the order of the list; `missing` are open units that no line names.

    `uncounted` are lines without a number, `refs` the unit that each line is.
    """

    changes: tuple[Change, ...]
    same: int
    missing: tuple[Known, ...]
    questions: tuple[Question, ...]
    faults: Mapping[int, Text]
    uncounted: tuple[UnitLine, ...]
    refs: Mapping[int, Ref] = field(default_factory=dict)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Those that nobody has answered yet."""
        return tuple(one for one in self.questions if one.answer is None)

    @property
    def digest(self) -> str:
        """The same for the same difference: what somebody has seen is what is taken in."""
        told = (
            [(one.ref, one.own_id, one.name, one.parent, one.headcount, one.was) for one in self.changes], self.same,
            self.missing, self.questions, sorted((line, text.en) for line, text in self.faults.items()),
        )  # fmt: skip
        return hashlib.sha256(repr(told).encode(errors="surrogatepass")).hexdigest()


def difference(given: Sequence[UnitLine], known: Sequence[Known], answers: Answers) -> Difference:
    """Hold the list against the units that are here."""
    lines = [cleaned(line) for line in given]
    found = matched(lines, known, answers)
    found.faults.update({line.line: NO_NAME for line in lines if not line.name})
    changes = [_change(line, found) for line in lines]
    found.faults = _numbered_alike(changes, known) | found.faults
    if not found.faults:
        found.faults.update(_misplaced(changes, known))
    named = {one.ref for one in changes}
    return Difference(
        changes=tuple(one for one in changes if one.kinds), same=sum(1 for one in changes if not one.kinds),
        missing=tuple(one for one in known if not one.is_closed and one.id not in named),
        questions=tuple(found.questions), faults=found.faults,
        uncounted=tuple(line for line in lines if line.headcount is None), refs={one.line: one.ref for one in changes},
    )  # fmt: skip


def closed_with(ticked: Collection[uuid.UUID], missing: Sequence[Known]) -> frozenset[uuid.UUID]:
    """The ticked ones, and the missing ones below them."""
    children: dict[uuid.UUID | None, list[uuid.UUID]] = defaultdict(list)
    for one in missing:
        children[one.parent].append(one.id)
    found, waiting = set[uuid.UUID](), [one.id for one in missing if one.id in ticked]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(children[here])
    return frozenset(found)


def left_hanging(closing: Collection[uuid.UUID], found: Difference, known: Sequence[Known]) -> Text | None:
    """Why these cannot be closed: a unit that stays would stand under one of them."""
    names = {one.id: one.name for one in known}
    after: dict[Ref, tuple[Ref | None, str]] = {
        one.id: (one.parent, one.name) for one in known if not one.is_closed
    }
    after |= {one.ref: (one.parent, one.name) for one in found.changes}
    for ref, (parent, name) in after.items():
        if parent in closing and ref not in closing and isinstance(parent, uuid.UUID):
            return still_below(names[parent], name)
    return None


def _change(line: UnitLine, found: Matched) -> Change:
    was = found.units.get(line.line)
    parent = found.parents.get(line.line, was.parent if was else None)
    people = line.headcount if line.headcount is not None else was.headcount if was else 0
    own_id = line.unit_id if not _is_ours(line, was) and line.unit_id else was.own_id if was else ""
    change = Change(found.ref(line.line), line.line, own_id, line.name, parent, people, was, frozenset())
    return replace(change, kinds=frozenset(_kinds(change)))


def _is_ours(line: UnitLine, was: Known | None) -> bool:
    """Whether the line names the unit by our id, which is nobody's own."""
    return was is not None and line.unit_id.lower() == str(was.id)


def _kinds(one: Change) -> Iterator[Kind]:
    if one.was is None:
        yield Kind.NEW
        return
    told = {
        Kind.OPENED: one.was.is_closed, Kind.RENAMED: one.name != one.was.name,
        Kind.MOVED: one.parent != one.was.parent,
        Kind.SIZE: one.headcount != one.was.headcount, Kind.ID: one.own_id != one.was.own_id,
    }  # fmt: skip
    yield from (kind for kind, is_so in told.items() if is_so)


def _numbered_alike(changes: Sequence[Change], known: Sequence[Known]) -> dict[int, Text]:
    """Lines whose unit would get an own id that an open unit has."""
    named = {one.ref for one in changes}
    taken = {one.own_id for one in known if not one.is_closed and one.own_id and one.id not in named}
    faults: dict[int, Text] = {}
    for one in changes:
        if one.own_id and one.own_id in taken:
            faults[one.line] = twice(one.own_id)
        taken.add(one.own_id)
    return faults


def _misplaced(changes: Sequence[Change], known: Sequence[Known]) -> dict[int, Text]:
    """Lines whose unit would stand under itself, or send itself or a unit below it too far down."""
    today: dict[Ref, Ref | None] = {one.id: one.parent for one in known if not one.is_closed}
    then = today | {one.ref: one.parent for one in changes}
    lines = {one.ref: one.line for one in changes}
    reached = levels(then)
    faults = {line: RING for ref, line in lines.items() if not reached[ref]}
    for sunk in too_deep(today, then):
        at: Ref | None = sunk
        while at is not None and at not in lines:
            at = then.get(at)
        if at is not None:
            faults.setdefault(lines[at], TOO_DEEP)
    return faults


def counts(changes: Iterable[Change]) -> dict[Kind, int]:
    """How many units are different in each way; one may be in several."""
    found = dict.fromkeys(Kind, 0)
    for one in changes:
        for kind in one.kinds:
            found[kind] += 1
    return found
