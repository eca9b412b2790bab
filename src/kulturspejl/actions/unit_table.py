"""Units as a table: `unit_id, parent_id, name, headcount`, from a spreadsheet or another system.

An id that belongs to a unit here means that unit, which is renamed, moved and counted anew; any other id is a
word of the table's own and makes a new unit. Units that the table does not name stay as they are.
"""

import csv
import io
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import day_of, require_in
from kulturspejl.actions import organisations
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.content.line import one_line
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Faulty
from kulturspejl.core.levels import TOO_DEEP, levels, too_deep
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import Organisation, Unit, UnitVersion, User
from kulturspejl.values.tree import TreeNow, tree_on

NAMES = {
    "unit_id": ("unit_id", "enhed_id", "id"),
    "parent_id": ("parent_id", "overenhed_id", "parent", "overenhed"),
    "name": ("name", "navn", "enhed"),
    "headcount": ("headcount", "antal", "medarbejdere", "invited"),
}
MOST_ROWS = 20_000


@dataclass(frozen=True)
class Row:
    """One line of the table, `line` counted from 1 with the header."""

    line: int
    unit_id: str
    parent_id: str
    name: str
    headcount: int


@dataclass(frozen=True)
class UnitTable:
    """`rows` when all is well; `faults` = (line number, what to do)."""

    rows: tuple[Row, ...]
    faults: tuple[tuple[int, Text], ...]


@dataclass(frozen=True)
class Change:
    """What a table would do: counts of units made, changed and left as they are."""

    made: int
    changed: int
    same: int


def read_units(text: str) -> UnitTable:
    """Read comma, semicolon or tab; English or Danish headings; the order of the lines does not matter."""
    lines = text.lstrip("\ufeff").splitlines()
    if not any(line.strip() for line in lines):
        return UnitTable((), ((1, _EMPTY),))
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=_delimiter(lines[0]))
    table = [[cell.strip() for cell in row] for row in reader]
    columns = _columns(table[0])
    missing = [name for name in ("name", "headcount") if name not in columns]
    if missing:
        return UnitTable((), ((1, _missing(missing)),))
    if len(table) > MOST_ROWS:
        return UnitTable((), ((MOST_ROWS, _TOO_LONG),))
    return _checked([_row(number, row, columns) for number, row in enumerate(table[1:], start=2) if any(row)])


def change_of(organisation_id: uuid.UUID, rows: Sequence[Row], *, now: datetime) -> Change:
    """What `import_units` would do now; raises Faulty with each fault of the tree."""
    tree = tree_on(organisation_id, day_of(now))
    return _change(tree, _wanted(tree, rows))


def import_units(
    *, by: User, organisation_id: uuid.UUID, rows: Sequence[Row], form: uuid.UUID | None = None, now: datetime
) -> Change:
    """Make, rename, move and count the units of the table, all or nothing."""
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
        if before := made_before(form, by):
            return Change(*map(int, before.split()))
        today = day_of(now)
        tree = tree_on(organisation_id, today)
        wanted = _wanted(tree, rows)
        change = _change(tree, wanted)
        new = [key for key in wanted if key not in tree.units]
        Unit.objects.bulk_create([Unit(id=key, organisation_id=organisation_id) for key in new])
        for key, row in wanted.items():
            if key in tree.units and not _differs(tree, key, row):
                continue
            organisations.end_version(key, now)
            _begin_version(key, row, now)
        note(
            by=by, organisation_id=organisation_id, verb="unit.import", now=now,
            about=f"{change.made} new, {change.changed} changed",
        )  # fmt: skip
        keep(form, by, f"{change.made} {change.changed} {change.same}", now)
    return change


@dataclass(frozen=True)
class _Wanted:
    parent: uuid.UUID | None
    name: str
    headcount: int


def _begin_version(key: uuid.UUID, row: _Wanted, now: datetime) -> None:
    UnitVersion.objects.create(
        unit_id=key, parent_id=row.parent, name=row.name, headcount=row.headcount, valid_from=day_of(now), since_at=now
    )


def _change(tree: TreeNow, wanted: Mapping[uuid.UUID, _Wanted]) -> Change:
    made = sum(1 for key in wanted if key not in tree.units)
    changed = sum(1 for key, row in wanted.items() if key in tree.units and _differs(tree, key, row))
    return Change(made, changed, len(wanted) - made - changed)


def _differs(tree: TreeNow, key: uuid.UUID, row: _Wanted) -> bool:
    unit = tree.units[key]
    return (unit.parent, unit.name, unit.headcount) != (row.parent, row.name, row.headcount)


def _wanted(tree: TreeNow, rows: Sequence[Row]) -> dict[uuid.UUID, _Wanted]:
    """The table's units by id, its own words exchanged for new ids; Faulty for a parent nobody knows, or a ring."""
    ids = {row.unit_id or f"line {row.line}": _known(tree, row.unit_id) or uuid.uuid4() for row in rows}
    faults: dict[str, Text] = {}
    found: dict[uuid.UUID, _Wanted] = {}
    for row in rows:
        parent = ids.get(row.parent_id) or _known(tree, row.parent_id)
        if row.parent_id and parent is None:
            faults[str(row.line)] = _no_parent(row.parent_id)
        found[ids[row.unit_id or f"line {row.line}"]] = _Wanted(parent, row.name, row.headcount)
    parents = tree.parents | {key: one.parent for key, one in found.items()}
    if not faults:
        lines = {ids[row.unit_id or f"line {row.line}"]: row.line for row in rows}
        faults = _misplaced(tree, parents, lines)
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return found


def _misplaced(
    tree: TreeNow, parents: Mapping[uuid.UUID, uuid.UUID | None], lines: Mapping[uuid.UUID, int]
) -> dict[str, Text]:
    """Lines whose unit would stand under itself, or send itself or a unit below it too far down."""
    reached = levels(parents)
    faults = {str(line): _RING for key, line in lines.items() if not reached[key]}
    for sunk in too_deep(tree.parents, parents):
        at: uuid.UUID | None = sunk
        while at is not None and at not in lines:
            at = parents.get(at)
        if at is not None:
            faults.setdefault(str(lines[at]), TOO_DEEP)
    return faults


def _known(tree: TreeNow, word: str) -> uuid.UUID | None:
    try:
        key = uuid.UUID(word)
    except ValueError:
        return None
    return key if key in tree.units else None


def _delimiter(header: str) -> str:
    return max(";\t,", key=header.count)


def _columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in NAMES.items():
        for word in words:
            index = next((i for i, cell in enumerate(header) if cell.lower() == word), None)
            if index is not None:
                found.setdefault(name, index)
    return found


def _row(number: int, cells: Sequence[str], columns: Mapping[str, int]) -> Row | tuple[int, Text]:
    def cell(name: str) -> str:
        index = columns.get(name)
        return cells[index] if index is not None and index < len(cells) else ""

    count = cell("headcount") or "0"
    if not count.isdecimal() or int(count) > organisations.MOST_PEOPLE:
        return number, _not_a_count(count)
    if not one_line(cell("name")):
        return number, _NO_NAME
    return Row(number, cell("unit_id"), cell("parent_id"), one_line(cell("name"))[:200], int(count))


def _checked(read: Sequence[Row | tuple[int, Text]]) -> UnitTable:
    rows = tuple(one for one in read if isinstance(one, Row))
    faults = [one for one in read if not isinstance(one, Row)]
    seen: set[str] = set()
    for row in rows:
        if row.unit_id and row.unit_id in seen:
            faults.append((row.line, _twice(row.unit_id)))
        seen.add(row.unit_id)
    return UnitTable(rows if not faults else (), tuple(sorted(faults, key=lambda fault: fault[0])))


_EMPTY = Text(
    da="Der er ingen linjer. Den første linje skal være overskrifter: unit_id, parent_id, name, headcount.",
    en="There are no lines. The first line must be headings: unit_id, parent_id, name, headcount.",
)
_TOO_LONG = Text(da="Der er for mange linjer til én fil.", en="There are too many lines for one file.")
_NO_NAME = Text(da="Enheden mangler et navn.", en="The unit has no name.")
_RING = Text(da="Enheden kommer til at ligge under sig selv.", en="The unit would stand under itself.")


def _missing(names: Sequence[str]) -> Text:
    words = ", ".join(names)
    return Text(
        da=f"Der mangler en kolonne: {words}. Første linje skal hedde: unit_id, parent_id, name, headcount.",
        en=f"A column is missing: {words}. The first line must be headings: unit_id, parent_id, name, headcount.",
    )


def _not_a_count(count: str) -> Text:
    return Text(
        da=f"»{count[:20]}« er ikke et antal medarbejdere. Skriv et helt tal fra 0.",
        en=f"“{count[:20]}” is not a number of employees. Write a whole number from 0.",
    )


def _no_parent(word: str) -> Text:
    return Text(
        da=f"Ingen enhed har id »{word[:60]}«. Ret parent_id, eller tilføj enheden.",
        en=f"No unit has the id “{word[:60]}”. Correct parent_id or add the unit.",
    )


def _twice(word: str) -> Text:
    return Text(da=f"Id »{word[:60]}« står der to gange.", en=f"The id “{word[:60]}” stands there twice.")
