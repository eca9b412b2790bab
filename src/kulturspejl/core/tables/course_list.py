"""Who takes part in a class: one line a person, one line a place of work with its people, or addresses alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kulturspejl.core.tables.addresses import Seen, addresses_in, almost, names_in, without_address
from kulturspejl.core.tables.harmless import unguarded
from kulturspejl.core.tables.headings import Column, understood
from kulturspejl.core.tables.list_lines import ListLine, lines_of
from kulturspejl.core.tables.mailbox import is_mailbox, mailbox
from kulturspejl.core.tables.people import (
    BESIDE,
    PEOPLE_COLUMNS,
    PersonLine,
    is_role,
    people_from,
    people_in,
    told_but_faults,
    with_addresses,
)
from kulturspejl.core.tables.read import Table, read, too_long
from kulturspejl.core.tables.row import Told
from kulturspejl.core.tables.unused import unused
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled

LEADER = "leader"
TAKING_PART = (LEADER, "amr", "tr")
NOT_HERE = Text(
    da="Her er rollen leder, AMR eller TR. Ret »{role}«, eller lad cellen være tom.",
    en="Here the role is leader, safety representative (AMR) or union representative (TR). Correct “{role}”, or leave "
    "the cell empty.",
)

NO_HEADINGS = Text(
    da="Her mangler en linje med overskrifter. Skriv den øverst i samme rækkefølge som kolonnerne, for eksempel: "
    "Person;Mail;Rolle;Arbejdsplads.",
    en="A line with headings is missing here. Write it at the top in the order of the columns, for example: "
    "Person;Mail;Role;Workplace.",
)


@dataclass
class CourseList:
    """`people` in the order given, `unit` being the place of work; `faults` must be mended, `told` must be read."""

    people: list[PersonLine] = field(default_factory=list)
    faults: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def course_list(data: bytes | str) -> CourseList:
    """The people of a pasted list or a file. A line without a role is a leader's; nobody stands twice.

    Raises Refused where it cannot be read at all.
    """
    table = read(data)
    if any("@" in cell for cell in table.headings):
        return _once(_without_headings(data, table))
    people = with_addresses(table, understood(table.headings, wanted=PEOPLE_COLUMNS))
    if Column.NAME in people.values():
        # Here it numbers the answers to a sign-up form, not places of work.
        people = {at: column for at, column in people.items() if column is not Column.UNIT_ID}
    beside = understood(table.headings, wanted=(Column.NAME, Column.UNIT_ID, *BESIDE))
    if Column.ADDRESS in people.values():
        made = people_from(table, people, otherwise=LEADER)
        found = CourseList(made.lines, made.faults, made.told)
    elif set(beside.values()) & set(BESIDE):
        found = _beside(table, beside)
    else:
        found = _plain(data if isinstance(data, str) else _as_text(table))
    return _once(found)


def _without_headings(data: bytes | str, table: Table) -> CourseList:
    """Somebody stands where the headings should: addresses alone, or columns of which none says what it holds.

    A role in the first line reads as the heading of a column else, and every line after it as a fault.
    """
    if any(is_role(cell) for cell in table.headings):
        return CourseList(faults=[Told(1, NO_HEADINGS)])
    return _plain(data if isinstance(data, str) else _as_text(table))


def _beside(table: Table, mapping: dict[int, Column]) -> CourseList:
    """One line a place of work, with the leader, AMR and TR in columns of their own."""
    found = CourseList(told=[*told_but_faults(table), *unused(table, mapping)], faults=[*map(too_long, table.too_long)])
    places = {column: at for at, column in mapping.items()}
    at = places.get(Column.NAME, places.get(Column.UNIT_ID))
    for row in table.rows:
        people: list[PersonLine] = []
        people_in(row, mapping, people, found.faults)
        workplace = unguarded(one_line(row.cells[at])) if at is not None else ""
        found.people += [PersonLine(one.line, one.name, one.address, one.role, workplace) for one in people]
    return found


def _plain(text: str) -> CourseList:
    """Addresses, with names where they stand beside them: each is a leader, of a place of work of their own."""
    lines, told = lines_of(text)
    found = CourseList(told=told)
    for line in lines:
        addresses, faults = addresses_in(line)
        found.faults += faults
        names = {addresses[0].address: _name_of(line)} if len(addresses) == 1 else _names_beside(line)
        found.people += [
            PersonLine(line.line, names.get(one.address, ""), one.address, LEADER, "") for one in addresses
        ]
        if not addresses and not faults:
            found.told.append(without_address(line))
    return found


def _names_beside(line: ListLine) -> dict[str, str]:
    """Each address's name on a line of several: `Anna Hansen <anna@x.dk>; Jensen, Bo <bo@x.dk>`."""
    found: dict[str, str] = {}
    before: list[str] = []
    for part in line.parts:
        words = [word for word in almost(part) if is_mailbox(word)]
        name = one_line(names_in(part)) if len(words) == 1 else ""
        if name:
            found[mailbox(words[0])] = " ".join([name, *before] if len(before) == 1 else [name])[:200]
        before = [] if words else [*before, part]
    return found


def _name_of(line: ListLine) -> str:
    return one_line(names_in(" ".join(line.parts)))[:200]


def _as_text(table: Table) -> str:
    rows: Sequence[tuple[str, ...]] = [table.headings, *(row.cells for row in table.rows)]
    return "\n".join(";".join(cells) for cells in rows)


def _once(found: CourseList) -> CourseList:
    """Each mailbox once, and roles that take part alone."""
    seen, kept = Seen(), []
    for one in found.people:
        if one.role not in TAKING_PART:
            found.faults.append(Told(one.line, filled(NOT_HERE, role=one.role)))
        elif seen.is_new(one.address, one.line, found.told):
            kept.append(one)
    return CourseList(kept, found.faults, found.told)
