"""From parsed TOML to a course day, with every fault found on the way."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kulturspejl.core.content.parse_planned import planned_in
from kulturspejl.core.content.programme import PROTECTED, AgendaItem, PlannedKind, Programme, SlotKind
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import id_of, once, one_of, text_or_none, yes
from kulturspejl.core.toml.table import Table

TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
NO_TIME = -1


def parse_programme(data: Mapping[str, Any], file: str) -> Programme:
    """A programme from the parsed TOML of `file`. Raises ContentError with all faults, each with its key."""
    faults: list[Fault] = []
    whole = Table(data, file, "", faults)
    head = whole.table("programme")
    made = Programme(
        id=id_of(head), version=head.word("version"), source=head.word("source", default=""),
        name=head.text("name"), goals=head.texts("goals"), check_ins=head.texts("check_ins"),
        homework=head.text("homework"), items=tuple(_item(row) for row in whole.rows("item", by="id")),
        is_lent=yes(head, "lent", otherwise=False), preparation=text_or_none(head, "preparation"),
    )  # fmt: skip
    head.done()
    whole.done()
    once(whole, "item", [item.id for item in made.items])
    _in_a_row(whole, made.items)
    if faults:
        raise ContentError(faults)
    return made


def _item(row: Table) -> AgendaItem:
    made = AgendaItem(
        id=id_of(row), start=time_of(row, "start"), end=time_of(row, "end"),
        kind=SlotKind(one_of(row, "kind", tuple(SlotKind), SlotKind.BLOCK)), title=row.text("title"),
        stations=planned_in(row), models=row.ids("models", "mindset"),
    )  # fmt: skip
    if made.kind in PROTECTED and made.stations:
        row.fault(
            "stations", "En pause rummer intet andet.", "A break holds nothing else.",
            'Slet stations, eller skriv kind = "block".', 'Delete stations, or write kind = "block".',
        )  # fmt: skip
    once(row, "stations", [f"{one.exercise}/{step.id}" for one in made.held for step in one.steps])
    once(row, "stations", [one.exercise for one in made.held if one.kind is PlannedKind.EXERCISE and not one.steps])
    row.done()
    return made


def time_of(row: Table, name: str) -> int:
    """Minutes after midnight; NO_TIME after a fault."""
    said = row.word(name)
    found = TIME.fullmatch(said)
    if found:
        return 60 * int(found[1]) + int(found[2])
    if said:
        row.fault(
            name, "Her skal stå et klokkeslæt.", "This must be a time of day.",
            f'Skriv {name} = "09:15".', f'Write {name} = "09:15".',
        )  # fmt: skip
    return NO_TIME


def _in_a_row(whole: Table, items: Sequence[AgendaItem]) -> None:
    """Each item ends after it begins, and no two overlap; items with a time that cannot be read are left out."""
    latest = 0
    for item in items:
        if NO_TIME in (item.start, item.end):
            continue
        if item.end <= item.start or item.start < latest:
            whole.fault(
                f"item.{item.id}", "Punktet begynder, før det forrige er slut, eller slutter, før det begynder.",
                "The item begins before the one before it ends, or ends before it begins.",
                "Ret start og end.", "Mend start and end.",
            )  # fmt: skip
        latest = max(latest, item.end)
