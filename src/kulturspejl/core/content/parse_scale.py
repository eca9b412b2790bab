"""From parsed TOML to an instrument of statements on steps, with every fault found on the way."""

from collections.abc import Mapping
from typing import Any

from kulturspejl.core.content.parse_whole import Whole, conversation_of, visibility_of
from kulturspejl.core.content.scale_instrument import ScaleInstrument, ScaleItem
from kulturspejl.core.instruments.scale.form import FEWEST_STEPS, MOST_ITEMS, MOST_STEPS
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import id_of, text_or_none
from kulturspejl.core.toml.table import Table


def parse_scale(files: Mapping[str, Mapping[str, Any]]) -> ScaleInstrument:
    """A scale from its files: name of the file -> parsed TOML. Raises ContentError with all faults."""
    faults: list[Fault] = []
    whole = Whole(files, faults)
    head = whole.part("instrument").table("instrument")
    made = ScaleInstrument(
        id=id_of(head),
        version=head.word("version"),
        source=head.word("source", default=""),
        visibility=visibility_of(head),
        name=head.text("name"),
        credit=head.text("credit"),
        instruction=head.text("instruction"),
        instruction_goal=text_or_none(head, "instruction_goal"),
        most=head.number("most", FEWEST_STEPS, MOST_STEPS),
        low=head.text("low"),
        high=head.text("high"),
        seconds_an_item=head.number("seconds_an_item", 5, 600),
        items=_items(whole.part("item")),
        question=head.text("question"),
        conversation=conversation_of(whole.part("conversation")),
        raw=whole.merged(),
    )
    head.word("kind")
    head.done()
    whole.done()
    if faults:
        raise ContentError(faults)
    return made


def _items(file: Table) -> tuple[ScaleItem, ...]:
    made = tuple(map(_item, file.rows("item", by="id")))
    if len(made) > MOST_ITEMS or len({one.id for one in made}) < len(made):
        file.fault(
            "item", f"Der må være højst {MOST_ITEMS} udsagn, hvert med sit eget id.",
            f"There may be at most {MOST_ITEMS} statements, each with its own id.",
            "Slet eller omdøb dem, der er for mange.", "Delete or rename those that are too many.",
        )  # fmt: skip
    return made


def _item(row: Table) -> ScaleItem:
    made = ScaleItem(id=id_of(row), text=row.text("text"), question=row.text("question"))
    row.done()
    return made
