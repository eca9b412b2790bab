"""From parsed TOML to an instrument of statements on steps, with every fault found on the way."""

from collections.abc import Mapping
from typing import Any

from kulturspejl.core.content.choice import Step
from kulturspejl.core.content.parse_whole import Whole, conversation_of, head_of
from kulturspejl.core.content.scale_instrument import ScaleInstrument, ScaleItem
from kulturspejl.core.instruments.scale.form import FEWEST_STEPS, LEAST, MOST_ITEMS, MOST_STEPS
from kulturspejl.core.text import NOTHING
from kulturspejl.core.toml.faults import Fault
from kulturspejl.core.toml.keys import id_of, text_or_none
from kulturspejl.core.toml.table import Table


def parse_scale(files: Mapping[str, Mapping[str, Any]]) -> ScaleInstrument:
    """A scale from its files: name of the file -> parsed TOML. Raises ContentError with all faults."""
    faults: list[Fault] = []
    whole = Whole(files, faults)
    head = whole.part("instrument").table("instrument")
    most = head.number("most", FEWEST_STEPS, MOST_STEPS)
    made = ScaleInstrument(
        **head_of(head),
        instruction=head.text("instruction"),
        instruction_goal=text_or_none(head, "instruction_goal"),
        most=most,
        low=head.text("low"),
        high=head.text("high"),
        seconds_an_item=head.number("seconds_an_item", 5, 600),
        anchors=_anchors(whole, most),
        items=_items(whole.part("item")),
        question=head.text("question"),
        conversation=conversation_of(whole.part("conversation")),
        raw=whole.merged(),
    )
    whole.end(head)
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


def _anchors(whole: Whole, most: int) -> Mapping[int, Step]:
    """What some of the steps are called; none where the ends are all that is."""
    if not whole.has("anchor"):
        return {}
    return {one.value: one for one in (_anchor(row, most) for row in whole.part("anchor").rows("anchor", by="at"))}


def _anchor(row: Table, most: int) -> Step:
    made = Step(row.number("at", LEAST, most), row.text("label"), text_or_none(row, "says") or NOTHING)
    row.done()
    return made


def _item(row: Table) -> ScaleItem:
    made = ScaleItem(id_of(row), row.text("text"), row.text("question"), text_or_none(row, "goal"))
    row.done()
    return made
