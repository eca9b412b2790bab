"""From parsed TOML to a course day, with every fault found on the way."""

import re
from collections.abc import Mapping
from typing import Any

from kulturspejl.core.content.faults import ContentError, Fault
from kulturspejl.core.content.programme import AgendaItem, Offer, Programme, SlotKind
from kulturspejl.core.content.table import Table

TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def parse_programme(data: Mapping[str, Any], file: str) -> Programme:
    """A programme from the parsed TOML of `file`. Raises ContentError with all faults, each with its key."""
    faults: list[Fault] = []
    whole = Table(data, file, "", faults)
    head = whole.table("programme")
    made = Programme(
        id=head.word("id"), version=head.word("version"), source=head.word("source", default=""),
        name=head.text("name"), goals=head.texts("goals"), check_ins=head.texts("check_ins"),
        homework=head.text("homework"), items=tuple(_item(row) for row in whole.rows("item", by="id")),
        raw=dict(data),
    )  # fmt: skip
    head.done()
    whole.done()
    _in_a_row(whole, made.items)
    if faults:
        raise ContentError(faults)
    return made


def _item(row: Table) -> AgendaItem:
    kind = row.word("kind")
    if kind not in set(SlotKind):
        kinds = ", ".join(SlotKind)
        row.fault(
            "kind",
            f"{kind} kendes ikke.",
            f"{kind} is unknown.",
            f"Skriv et af {kinds}.",
            f"Write one of {kinds}.",
        )
    made = AgendaItem(
        id=row.word("id"), start=_time(row, "start"), end=_time(row, "end"),
        kind=SlotKind(kind) if kind in set(SlotKind) else SlotKind.BLOCK, title=row.text("title"),
        offers=tuple(_offer(one) for one in row.rows("offer", by="exercise")) if "offer" in row.values else (),
    )  # fmt: skip
    row.done()
    return made


def _offer(row: Table) -> Offer:
    is_ticked = row.values.get("ticked", True) is not False
    row.asked.add("ticked")
    made = Offer(exercise=row.word("exercise"), is_ticked=is_ticked)
    row.done()
    return made


def _time(row: Table, name: str) -> int:
    """Minutes after midnight; 0 after a fault."""
    found = TIME.fullmatch(row.word(name))
    if found:
        return 60 * int(found[1]) + int(found[2])
    row.fault(
        name, "Her skal stå et klokkeslæt.", "This must be a time of day.",
        f'Skriv {name} = "09:15".', f'Write {name} = "09:15".',
    )  # fmt: skip
    return 0


def _in_a_row(whole: Table, items: tuple[AgendaItem, ...]) -> None:
    """Each item ends after it begins, and no two overlap; ids are there once."""
    latest = 0
    for item in items:
        if item.end <= item.start or item.start < latest:
            whole.fault(
                f"item.{item.id}", "Punktet begynder, før det forrige er slut, eller slutter, før det begynder.",
                "The item begins before the one before it ends, or ends before it begins.",
                "Ret start og end.", "Mend start and end.",
            )  # fmt: skip
        latest = item.end
    ids = [item.id for item in items]
    for id in sorted({one for one in ids if ids.count(one) > 1}):
        whole.fault(
            "item", f"Der er to med id {id}.", f"There are two with the id {id}.",
            "Giv den ene et andet id.", "Give one of them another id.",
        )  # fmt: skip
