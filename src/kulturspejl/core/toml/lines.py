"""On which line of a file something stands: for whoever has the file open beside what is said of it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_HEADING = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\- ]+?)\s*\]")
_PAIR = re.compile(r"\s*([A-Za-z0-9_-]+(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=")
Place = tuple[str | int, ...]


def line_of(found: Mapping[Place, int], data: Mapping[str, Any], key: str) -> int | None:
    """The line (from 1) of a fault's `key`, as `core.toml.table` calls it ("step.one.minutes"); None where nothing is.

    `found` are the file's `lines_of`. Of what is missing it is the line of the table that it is missing in.
    """
    place = _place(data, key)
    while place and place not in found:
        place = place[:-1]
    return found.get(place)


def lines_of(text: str) -> dict[Place, int]:
    """Each heading and each key with its line; a row by its place in its list: ("step", 0, "minutes")."""
    found: dict[Place, int] = {}
    at: Place = ()
    count: dict[Place, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _HEADING.match(line):
            at = _opened(heading[2].replace(" ", "").split("."), heading[1] == "[[", count)
            found.setdefault(at, number)
        elif pair := _PAIR.match(line):
            place: Place = (*at, *(one.strip() for one in pair[1].split(".")))
            for end in range(len(at) + 1, len(place) + 1):
                found.setdefault(place[:end], number)
    return found


def _opened(names: Sequence[str], is_row: bool, count: dict[Place, int]) -> Place:
    """The place of a heading: each list in it at its newest row, and a new row for a heading in two brackets."""
    place: Place = ()
    for depth, name in enumerate(names, start=1):
        place = (*place, name)
        if depth == len(names) and is_row:
            count[place] = count.get(place, -1) + 1
        if place in count:
            place = (*place, count[place])
    return place


def _place(data: Mapping[str, Any], key: str) -> Place:
    """The same key with the place of each row in its list, as far as it leads."""
    place: Place = ()
    here: Any = data
    for name in key.split("."):
        if isinstance(here, list):
            row = _row(here, name)
            if row is None:
                break
            place, here = (*place, row), here[row]
        else:
            place, here = (*place, name), here.get(name) if isinstance(here, Mapping) else None
    return place


def _row(rows: Sequence[Any], name: str) -> int | None:
    """Which row is called so: by its id, by its value, or else by its number."""
    for number, row in enumerate(rows):
        if isinstance(row, Mapping) and name in (str(row.get("id", "")), str(row.get("value", ""))):
            return number
    return int(name) - 1 if name.isdigit() and 0 < int(name) <= len(rows) else None
