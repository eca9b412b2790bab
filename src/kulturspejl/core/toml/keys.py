"""What several pieces of content ask of a table: an id, one of several words, yes or no, and each id only once."""

import re
from collections.abc import Collection, Sequence

from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table

ID = re.compile(r"[a-z][a-z0-9_]*")
ID_WITH_CAPITALS = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def id_of(row: Table, *, capitals: bool = False) -> str:
    """The id of a piece: it stands in addresses and in the keys of what is kept. The four cultures are capitals."""
    found = row.word("id")
    if found and not (ID_WITH_CAPITALS if capitals else ID).fullmatch(found):
        row.fault(
            "id", "Et id er små bogstaver uden æ, ø, å, tal og _.", "An id is small letters, digits and _.",
            'Skriv for eksempel id = "first_step".', 'Write for example id = "first_step".',
        )  # fmt: skip
    return found


def one_of(row: Table, name: str, usable: Sequence[str], otherwise: str, known: Collection[str] = ()) -> str:
    """One of `usable`; `otherwise` after a fault. What is only `known` is said to be for another day."""
    found = row.word(name)
    if found in usable:
        return found
    if found:
        later = found in known
        row.fault(
            name, f"{found} kan ikke bruges her endnu." if later else f"{found} kendes ikke her.",
            f"{found} cannot be used here yet." if later else f"{found} is unknown here.",
            f"Skriv et af {', '.join(usable)}.", f"Write one of {', '.join(usable)}.",
        )  # fmt: skip
    return otherwise


def once(table: Table, name: str, ids: Sequence[str]) -> None:
    """Note every id that stands more than once among the rows `name`."""
    for id in sorted({one for one in ids if one and ids.count(one) > 1}):
        table.fault(
            name, f"Der er to med id {id}.", f"There are two with the id {id}.",
            "Giv den ene et andet id.", "Give one of them another id.",
        )  # fmt: skip


def text_or_none(row: Table, name: str) -> Text | None:
    """A text that may be left out."""
    return row.text(name) if name in row.values else None


def yes(row: Table, name: str, *, otherwise: bool) -> bool:
    """true or false; `otherwise` where the file does not say."""
    row.asked.add(name)
    found = row.values.get(name, otherwise)
    if not isinstance(found, bool):
        row.fault(
            name, "Her skal stå true eller false.", "This must be true or false.",
            f"Skriv {name} = false.", f"Write {name} = false.",
        )  # fmt: skip
        return otherwise
    return found
