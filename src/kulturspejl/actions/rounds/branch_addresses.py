"""Mail addresses for a whole branch: a table with a unit and an address in each line."""

import re
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.actions.rounds.addresses import LANGUAGES, mailbox, read_addresses, twice
from kulturspejl.core.content.text import Text


@dataclass(frozen=True)
class BranchAddresses:
    """`by_unit` = unit -> (address, language or ""); `faults` = (line number from 1, what to do)."""

    by_unit: Mapping[uuid.UUID, list[tuple[str, str]]]
    faults: list[tuple[int, Text]]


def read_branch_addresses(text: str, units: Mapping[uuid.UUID, str]) -> BranchAddresses:
    """Read `unit;address` or `unit;address;en`, one person a line; comma and tab do as well.

    The unit is named by its name or its id. A heading line is passed over. An address that stands twice
    counts once, and is said.
    """
    names = _by_name(units)
    found: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    faults: list[tuple[int, Text]] = []
    seen: set[str] = set()
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        cells = [cell.strip().strip('"') for cell in re.split(r"[;,\t]", line)]
        if not any(cells) or (number == 1 and "@" not in line):
            continue
        fault = _take(cells, names, found, seen)
        if fault is not None:
            faults.append((number, fault))
    return BranchAddresses(dict(found), faults)


def _take(
    cells: list[str],
    names: Mapping[str, list[uuid.UUID]],
    found: dict[uuid.UUID, list[tuple[str, str]]],
    seen: set[str],
) -> Text | None:
    unit = _unit(cells[0], names)
    if isinstance(unit, Text):
        return unit
    language = cells[-1].lower() if cells[-1].lower() in LANGUAGES else ""
    read = read_addresses(";".join(cells[1:-1] if language else cells[1:]))
    if read.faults:
        return read.faults[0][1]
    if len(read.good) != 1:
        return Text(da="Skriv én mailadresse efter enheden.", en="Write one mail address after the unit.")
    address = read.good[0][0]
    if mailbox(address) in seen:
        return twice(address)
    seen.add(mailbox(address))
    found[unit].append((address, language))
    return None


def _unit(word: str, names: Mapping[str, list[uuid.UUID]]) -> uuid.UUID | Text:
    matches = names.get(word.casefold(), [])
    if len(matches) == 1:
        return matches[0]
    if matches:
        return Text(
            da=f"Flere enheder hedder »{word[:60]}«. Skriv enhedens id i stedet.",
            en=f"Several units are called “{word[:60]}”. Write the unit's id instead.",
        )
    return Text(
        da=f"Ingen enhed i grenen hedder »{word[:60]}«. Skriv: enhed;mailadresse.",
        en=f"No unit of the branch is called “{word[:60]}”. Write: unit;mail address.",
    )


def _by_name(units: Mapping[uuid.UUID, str]) -> dict[str, list[uuid.UUID]]:
    found: dict[str, list[uuid.UUID]] = defaultdict(list)
    for key, name in units.items():
        found[name.casefold()].append(key)
        found[str(key)].append(key)
    return found
