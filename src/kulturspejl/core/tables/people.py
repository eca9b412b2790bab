"""People of a table: name, address, role and unit; in a list of their own, or beside their unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.addresses import almost, names_in
from kulturspejl.core.tables.decoding import guessed
from kulturspejl.core.tables.harmless import unguarded
from kulturspejl.core.tables.headings import Column, bare
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.core.tables.read import Table, too_long
from kulturspejl.core.tables.row import Row, Told
from kulturspejl.core.tables.unused import unused
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled

BESIDE = (Column.LEADER, Column.AMR, Column.TR)
"""Columns of a table of units that hold people; each is called as its role."""
PEOPLE_COLUMNS = (
    Column.PERSON, Column.GIVEN, Column.FAMILY, Column.ADDRESS, Column.ROLE, Column.NAME, Column.UNIT_ID,
)  # fmt: skip
ROLES: Mapping[str, tuple[str, ...]] = {
    "leader": (
        "leder", "leader", "manager", "chef", "enhedsleder", "afdelingsleder", "institutionsleder", "daglig leder",
        "skoleleder", "teamleder", "centerleder", "områdeleder", "afsnitsleder", "sektionsleder", "enhedschef",
        "afdelingschef", "kontorchef", "centerchef",
    ),
    "amr": ("amr", "arbejdsmiljørepræsentant", "arbejdsmiljørepr", "amir", "safety representative"),
    "tr": (
        "tr", "tillidsrepræsentant", "tillidsrepr", "tillidsmand", "tillidsvalgt", "shop steward",
        "union representative", "ftr",
    ),
    "hr": ("hr", "personale", "hr-konsulent", "hr consultant"),
    "facilitator": ("facilitator", "underviser", "konsulent", "proceskonsulent"),
    "steward": ("administrator", "steward", "admin"),
}  # fmt: skip
"""How the roles that a grant can give are written, by the role's own name."""
LONGEST_NAME = 200

_MEANS = {bare(word): role for role, words in ROLES.items() for word in words}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody on a line. `unit` is the unit's id or name, "" for the whole organisation or the unit of the line."""

    line: int
    name: str
    address: str
    role: str
    unit: str


@dataclass
class People:
    """`lines` of people; `faults` must be mended first, `told` must be read."""

    lines: list[PersonLine] = field(default_factory=list)
    faults: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def is_role(word: str) -> bool:
    """Whether it is how a role is written."""
    return bare(word) in _MEANS


def people_from(table: Table, mapping: Mapping[int, Column], *, otherwise: str = "") -> People:
    """The people of a list with a column for each of name, address, role and unit; `otherwise` is the role of a line
    that says none."""
    guess = [Told(0, guessed(table.readings[0]))] if len(table.readings) > 1 else []
    told = [*guess, *told_but_faults(table), *unused(table, mapping)]
    found = People(told=told, faults=[*map(too_long, table.too_long)])
    places = {column: at for at, column in mapping.items()}
    seen: dict[tuple[str, str, str], int] = {}
    for row in table.rows:
        role = _cell(row, places, Column.ROLE) or otherwise
        unit = _cell(row, places, Column.UNIT_ID) or _cell(row, places, Column.NAME)
        addresses = list(_addresses([_cell(row, places, Column.ADDRESS)], row.line, found.faults))
        if len(addresses) != 1:
            if not addresses and not any(fault.line == row.line for fault in found.faults):
                found.told.append(Told(row.line, NO_ADDRESS))
            elif addresses:
                found.faults.append(Told(row.line, ONE_ADDRESS))
            continue
        if bare(role) not in _MEANS:
            found.faults.append(Told(row.line, _no_role(role)))
            continue
        first = seen.setdefault((_MEANS[bare(role)], addresses[0], unit.casefold()), row.line)
        if first != row.line:
            found.told.append(Told(row.line, _twice(addresses[0], first)))
            continue
        name = _name(row, places) or names_in(_cell(row, places, Column.ADDRESS))
        found.lines.append(PersonLine(row.line, name[:LONGEST_NAME], addresses[0], _MEANS[bare(role)], unit))
    return found


def with_addresses(table: Table, mapping: Mapping[int, Column]) -> dict[int, Column]:
    """The same, with the one column that holds addresses where that of addresses holds none: a survey's own column
    says `anonymous`, and the question what the mail address is has a heading of its own."""
    told = [at for at, column in mapping.items() if column is Column.ADDRESS]
    if any("@" in cell for at in told for cell in table.column(at)):
        return dict(mapping)
    free = [at for at in range(len(table.headings)) if at not in mapping]
    holding = [at for at in free if any("@" in cell for cell in table.column(at))]
    if len(holding) != 1:
        return dict(mapping)
    return {at: column for at, column in mapping.items() if at not in told} | {holding[0]: Column.ADDRESS}


def nameless(table: Table, mapping: Mapping[int, Column]) -> dict[int, Told]:
    """Columns of people beside a unit, of a role for which the whole table has no address, and what is told of each."""
    found: dict[int, Told] = {}
    for column in BESIDE:
        places = [at for at, one in mapping.items() if one is column]
        if not any("@" in cell for at in places for cell in table.column(at)):
            found |= {at: _names_alone(table, at) for at in places if any(table.column(at))}
    return found


def told_but_faults(table: Table) -> list[Told]:
    """What the reader tells of a table, without the rows that are too long: those must be mended, not passed over."""
    return [one for one in table.told if one.line not in table.too_long]


def people_in(row: Row, mapping: Mapping[int, Column], people: list[PersonLine], faults: list[Told]) -> None:
    """Adds the people beside a unit: `Leder`, `AMR`, `TR` may hold a name, an address or both, in one column or two."""
    for column in BESIDE:
        cells = [one_line(row.cells[at]) for at, one in sorted(mapping.items()) if one is column and row.cells[at]]
        addresses = list(_addresses(cells, row.line, faults))
        names = [name for cell in cells if (name := names_in(cell))]
        name = names[0] if len(names) == len(addresses) == 1 else ""
        people += [PersonLine(row.line, name[:LONGEST_NAME], address, column.value, "") for address in addresses]
        if cells and not addresses and not any(fault.line == row.line for fault in faults):
            faults.append(Told(row.line, _name_alone(column.value, " ".join(cells))))


def _name(row: Row, places: Mapping[Column, int]) -> str:
    """In one column, or in two."""
    parts = (_cell(row, places, Column.GIVEN), _cell(row, places, Column.FAMILY))
    return _cell(row, places, Column.PERSON) or " ".join(filter(None, parts))


def _addresses(cells: Sequence[str], line: int, faults: list[Told]) -> Iterator[str]:
    seen: set[str] = set()
    for cell in cells:
        for word in almost(cell):
            try:
                address = mailbox(word)
            except Refused as refusal:
                faults.append(Told(line, refusal.text))
                continue
            if address not in seen:
                seen.add(address)
                yield address


def _cell(row: Row, places: Mapping[Column, int], column: Column) -> str:
    return unguarded(one_line(row.cells[places[column]])) if column in places else ""


NO_ADDRESS = Text(
    da="Linjen har ingen mailadresse og er sprunget over.", en="The line has no mail address and is passed over."
)
THE_LEADER = Text(da="lederen", en="the leader")
ONE_ADDRESS = Text(da="Skriv kun én mailadresse på linjen.", en="Write only one mail address on the line.")


def _twice(address: str, line: int) -> Text:
    return filled(
        Text(
            da="{address} står med den samme rettighed i linje {line} og tæller én gang.",
            en="{address} stands with the same permission on line {line} and counts once.",
        ),
        address=address, line=line,
    )  # fmt: skip


def _no_role(role: str) -> Text:
    return filled(
        Text(
            da="»{role}« er ikke en rolle her. Skriv leder, AMR, TR, HR, facilitator eller administrator.",
            en="“{role}” is no role here. Write leader, AMR, TR, HR, facilitator or administrator.",
        ),
        role=role[:60],
    )


def _names_alone(table: Table, at: int) -> Told:
    return Told(
        table.heading_line,
        filled(
            Text(
                da="Kolonnen »{name}« har ingen mailadresser. Den er ikke brugt, så ingen får eller mister en "
                "rettighed.",
                en="The column “{name}” has no mail addresses. It is not used, so nobody gets or loses a permission.",
            ),
            name=(table.headings[at] or f"{at + 1}.")[:60],
        ),
    )


def _name_alone(role: str, words: str) -> Text:
    return filled(
        Text(
            da="»{words}« er {role}, men uden mailadresse. Skriv den i samme celle eller en kolonne ved siden af.",
            en="“{words}” is {role}, but without a mail address. Write it in the same cell or a column beside it.",
        ),
        words=words[:60], role=THE_LEADER if role == "leader" else role.upper(),
    )
