"""From parsed TOML to an instrument of six lines between two traits, with every fault found on the way."""

from collections.abc import Mapping
from typing import Any

from kulturspejl.core.content.pairs_instrument import PairItem, PairsInstrument
from kulturspejl.core.content.parse_whole import Whole, conversation_of, head_of
from kulturspejl.core.instruments.pairs.form import LINES, PLACES
from kulturspejl.core.text import NOTHING
from kulturspejl.core.toml.faults import Fault
from kulturspejl.core.toml.keys import id_of
from kulturspejl.core.toml.table import Table


def parse_pairs(files: Mapping[str, Mapping[str, Any]]) -> PairsInstrument:
    """Trait pairs from their files: name of the file -> parsed TOML. Raises ContentError with all faults."""
    faults: list[Fault] = []
    whole = Whole(files, faults)
    head = whole.part("instrument").table("instrument")
    made = PairsInstrument(
        **head_of(head),
        instruction=head.text("instruction"),
        instruction_goal=None,
        most=PLACES,
        low=NOTHING,
        high=NOTHING,
        seconds_an_item=head.number("seconds_an_item", 5, 600),
        anchors={},
        items=_items(whole.part("item")),
        question=head.text("question"),
        conversation=conversation_of(whole.part("conversation")),
        raw=whole.merged(),
    )
    whole.end(head)
    return made


def _items(file: Table) -> tuple[PairItem, ...]:
    made = tuple(map(_item, file.rows("item", by="id")))
    if len(made) != LINES or len({one.id for one in made}) < len(made):
        file.fault(
            "item", f"Der skal være {LINES} linjer, hver med sit eget id.",
            f"There must be {LINES} lines, each with its own id.",
            "Tilføj, slet eller omdøb linjer.", "Add, delete or rename lines.",
        )  # fmt: skip
    return made


def _item(row: Table) -> PairItem:
    made = PairItem(
        id_of(row), row.text("text"), row.text("question"), low=row.text("low"), high=row.text("high"),
        low_says=row.text("low_says"), high_says=row.text("high_says"),
    )  # fmt: skip
    row.done()
    return made
