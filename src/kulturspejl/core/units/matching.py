"""Which unit each line of a list is: by its id, else by its name where it stands; what is not certain is asked."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.text import Text
from kulturspejl.core.units.line import Known, Ref, alike
from kulturspejl.core.units.questions import IDS, Answers, Asked, Question, answered
from kulturspejl.core.units.sentences import CLOSED_ABOVE, RING, no_parent, several_parents, twice, twice_one

_BETWEEN = re.compile(r"[\W_]+")


@dataclass
class Matched:
    """`units` by line (None: a new one), `parents` by line (absent where the list does not say)."""

    units: dict[int, Known | None] = field(default_factory=dict)
    parents: dict[int, Ref | None] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    faults: dict[int, Text] = field(default_factory=dict)

    def ref(self, line: int) -> Ref:
        """The unit that the line is."""
        unit = self.units.get(line)
        return unit.id if unit is not None else line


def matched(lines: Sequence[UnitLine], known: Sequence[Known], answers: Answers) -> Matched:
    """Every line with its unit, as far as it is certain; a question that is open counts as if nothing had changed."""
    found = Matched()
    _refuse_twice(lines, found)
    open_units = [one for one in known if not one.is_closed]
    _by_id(lines, known, answers, found)
    _swapped(lines, answers, found)
    if not found.faults:
        above = _lines_above(lines, known, found)
        _by_place(_parents_first(lines, above, found), above, open_units, answers, found)
        _elsewhere(lines, open_units, answers, found)
        _refuse_one_twice(lines, found)
        _place(lines, above, found)
    return found


def _refuse_twice(lines: Sequence[UnitLine], found: Matched) -> None:
    seen: set[str] = set()
    for line in lines:
        if line.unit_id and line.unit_id in seen:
            found.faults[line.line] = twice(line.unit_id)
        seen.add(line.unit_id)


def _by_id(lines: Sequence[UnitLine], known: Sequence[Known], answers: Answers, found: Matched) -> None:
    """An id of ours, or an own id that was taken in before; one of a closed unit is asked about."""
    open_ids = _ids([one for one in known if not one.is_closed])
    closed_ids: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        if one.is_closed:
            for word in {str(one.id), one.own_id} - {""}:
                closed_ids[word].append(one)
    for line in lines:
        word = _as_id(line.unit_id)
        if word in open_ids:
            found.units[line.line] = open_ids[word]
        elif word in closed_ids:
            _ask(found, line, Asked.CLOSED, closed_ids[word], answers, else_new=True)


def _ids(known: Iterable[Known]) -> dict[str, Known]:
    """Own ids first, so that nobody's own id is taken for one of ours."""
    units = list(known)
    return {str(one.id): one for one in units} | {one.own_id: one for one in units if one.own_id}


def _as_id(word: str) -> str:
    try:
        return str(uuid.UUID(word)) if len(word) == 36 else word
    except ValueError:
        return word


def _ask(
    found: Matched, line: UnitLine, why: Asked, units: Sequence[Known], answers: Answers, *, else_new: bool
) -> None:
    """Ask which of the units the line is; open it is a new one (`else_new`), else the first of them."""
    asked = answered(line.line, why, line.name, line.unit_id, tuple(one.id for one in units), answers)
    found.questions.append(asked)
    chosen = next((one for one in units if str(one.id) == asked.answer), None)
    if asked.answer is None:
        chosen = None if else_new else units[0]
    found.units[line.line] = chosen


def _swapped(lines: Sequence[UnitLine], answers: Answers, found: Matched) -> None:
    """Units that would take each other's names: the names have changed, or the ids have been mixed up."""
    renamed = {line.line: line for line in lines if _is_renamed(found.units.get(line.line), line)}
    owners = {alike(unit.name): number for number in renamed if (unit := found.units[number]) is not None}
    seen: set[int] = set()
    for number in sorted(renamed):
        ring = _ring(number, renamed, owners)
        if not ring or number in seen:
            continue
        seen.update(ring)
        units = tuple(unit.id for one in ring if (unit := found.units[one]) is not None)
        asked = answered(number, Asked.SWAPPED, renamed[number].name, renamed[number].unit_id, units, answers)
        found.questions.append(asked)
        if asked.answer == IDS:
            was = {one: found.units[one] for one in ring}
            found.units.update({one: was[owners[alike(renamed[one].name)]] for one in ring})


def _is_renamed(unit: Known | None, line: UnitLine) -> bool:
    return unit is not None and not unit.is_closed and alike(unit.name) != alike(line.name)


def _ring(start: int, renamed: Mapping[int, UnitLine], owners: Mapping[str, int]) -> list[int]:
    """The lines that pass their names round from this one on; empty where the round does not close."""
    ring, at = [start], owners.get(alike(renamed[start].name))
    while at is not None and at != start and at not in ring:
        ring.append(at)
        at = owners.get(alike(renamed[at].name))
    return ring if at == start and len(ring) > 1 else []


def _lines_above(
    lines: Sequence[UnitLine], known: Sequence[Known], found: Matched
) -> dict[int, UnitLine | Known | None]:
    """What each line stands under: a line of the list or a unit that is here; a line that does not say is left out."""
    by_id = {line.unit_id: line for line in lines if line.unit_id}
    by_line: dict[int, UnitLine | Known] = {line.line: line for line in lines}
    ids, closed = (
        _ids([one for one in known if not one.is_closed]),
        {str(one.id) for one in known if one.is_closed},
    )
    closed |= {one.own_id for one in known if one.is_closed and one.own_id}
    by_unit = {unit.id: line for line in lines if (unit := found.units.get(line.line)) is not None}
    may_be: list[UnitLine | Known] = [*lines, *(one for one in known if not one.is_closed and one.id not in by_unit)]
    names, with_ids = _names(may_be), cache(lambda: _with_ids(may_be))
    above: dict[int, UnitLine | Known | None] = {}
    for line in lines:
        if line.parent is None:
            continue
        word = _as_id(line.parent)
        here = by_line.get(line.parent_line or 0) or by_id.get(line.parent) or ids.get(word)
        if line.parent and here is None:
            named = _one_of(names.get(alike(line.parent)) or with_ids().get(_words_of(line.parent), []), line)
            if len(named) == 1:
                here = named[0]
            else:
                found.faults[line.line] = (
                    several_parents(line.parent)
                    if named
                    else CLOSED_ABOVE
                    if word in closed
                    else no_parent(line.parent)
                )
        above[line.line] = by_unit.get(here.id, here) if isinstance(here, Known) else here
    return above


def _names(units: Iterable[UnitLine | Known]) -> Mapping[str, list[UnitLine | Known]]:
    found: dict[str, list[UnitLine | Known]] = defaultdict(list)
    for one in units:
        found[alike(one.name)].append(one)
    return found


def _with_ids(units: Iterable[UnitLine | Known]) -> Mapping[str, list[UnitLine | Known]]:
    """By id and name together, either first: `9001 Teknik`, `9001 - Teknik`, `Teknik (9001)`."""
    found: dict[str, list[UnitLine | Known]] = defaultdict(list)
    for one in units:
        own_id = one.unit_id if isinstance(one, UnitLine) else one.own_id
        if own_id:
            for words in {_words_of(f"{own_id} {one.name}"), _words_of(f"{one.name} {own_id}")}:
                found[words].append(one)
    return found


def _words_of(words: str) -> str:
    return " ".join(_BETWEEN.sub(" ", alike(words)).split())


def _one_of(named: Sequence[UnitLine | Known], line: UnitLine) -> list[UnitLine | Known]:
    """Those of the list come first: a unit that it does not name may be the very same. No line is above itself."""
    others = [one for one in named if one is not line]
    return [one for one in others if isinstance(one, UnitLine)] or others


def _parents_first(
    lines: Sequence[UnitLine], above: Mapping[int, UnitLine | Known | None], found: Matched
) -> list[UnitLine]:
    """The lines, each after the line that it stands under; those in a ring are faults."""
    children: dict[int | None, list[UnitLine]] = defaultdict(list)
    for line in lines:
        parent = above.get(line.line)
        children[parent.line if isinstance(parent, UnitLine) else None].append(line)
    ordered, waiting = [], list(reversed(children[None]))
    while waiting:
        line = waiting.pop()
        ordered.append(line)
        waiting.extend(reversed(children[line.line]))
    if len(ordered) < len(lines):
        reached = {line.line for line in ordered}
        for line in lines:
            if line.line not in reached:
                found.faults.setdefault(line.line, RING)
    return ordered


def _by_place(
    ordered: Sequence[UnitLine], above: Mapping[int, UnitLine | Known | None], known: Sequence[Known],
    answers: Answers, found: Matched,
) -> None:  # fmt: skip
    """Lines whose id says nothing: by name under the same unit."""
    taken = {unit.id for unit in found.units.values() if unit is not None}
    places, names = (
        defaultdict[tuple[uuid.UUID | None, str], list[Known]](list),
        defaultdict[str, list[Known]](list),
    )
    for one in known:
        places[one.parent, alike(one.name)].append(one)
        names[alike(one.name)].append(one)
    for line in ordered:
        if line.line in found.units:
            continue
        if line.line in above:
            parent = above[line.line]
            ref = found.ref(parent.line) if isinstance(parent, UnitLine) else parent.id if parent else None
            here = places.get((ref, alike(line.name)), []) if not isinstance(ref, int) else []
        else:
            here = names.get(alike(line.name), [])
        left = [one for one in here if one.id not in taken]
        _settle(line, left, answers, found)
        unit = found.units.get(line.line)
        if unit is not None:
            taken.add(unit.id)


def _settle(line: UnitLine, here: Sequence[Known], answers: Answers, found: Matched) -> None:
    """One unit is the line's, unless it has another own id; several are asked about."""
    if len(here) == 1 and not (line.unit_id and here[0].own_id):
        found.units[line.line] = here[0]
    elif here:
        why = Asked.RENUMBERED if len(here) == 1 else Asked.WHICH
        _ask(found, line, why, here, answers, else_new=False)


def _elsewhere(lines: Sequence[UnitLine], known: Sequence[Known], answers: Answers, found: Matched) -> None:
    """A new line with the name of a unit that is missing elsewhere."""
    taken = {unit.id for unit in found.units.values() if unit is not None}
    missing = defaultdict[str, list[Known]](list)
    for one in known:
        if one.id not in taken:
            missing[alike(one.name)].append(one)
    for line in lines:
        if line.line in found.units:
            continue
        candidates = missing.get(alike(line.name), [])
        found.units[line.line] = None
        if candidates:
            _ask(found, line, Asked.ELSEWHERE, candidates, answers, else_new=True)


def _refuse_one_twice(lines: Sequence[UnitLine], found: Matched) -> None:
    """Two lines that are the same unit: an own id and one of ours, or two answers that name it."""
    seen: set[uuid.UUID] = set()
    for line in lines:
        unit = found.units.get(line.line)
        if unit is not None and unit.id in seen:
            found.faults[line.line] = twice_one(unit.name)
        if unit is not None:
            seen.add(unit.id)


def _place(lines: Sequence[UnitLine], above: Mapping[int, UnitLine | Known | None], found: Matched) -> None:
    for line in lines:
        if line.line in above:
            parent = above[line.line]
            found.parents[line.line] = (
                found.ref(parent.line) if isinstance(parent, UnitLine) else parent.id if parent else None
            )
