"""What a step has on the wall beside its line: the things to do, its figure, and whether pictures stay beside it."""

from typing import Any

from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import yes
from kulturspejl.core.toml.table import Table

MOST_THINGS = 3
LONGEST_THING = 60
"""Characters: two lines in a third of the wall, read from ten metres."""


def on_the_wall(row: Table) -> dict[str, Any]:
    """`todo`, `model` and `keeps` of a step; what is wrong with them is noted there."""
    return {
        "todo": _todo(row), "model": row.word("model", default=""),
        "keeps": yes(row, "keeps", otherwise=False),
    }  # fmt: skip


def _todo(row: Table) -> tuple[Text, ...]:
    if "todo" not in row.values:
        return ()
    things = row.texts("todo")
    too_long = [one for one in things if max(map(len, one.words.values())) > LONGEST_THING]
    if too_long or len(things) > MOST_THINGS:
        row.fault(
            "todo", f"Der er plads til {MOST_THINGS} ting på skærmen, hver på højst {LONGEST_THING} tegn.",
            f"The wall has room for {MOST_THINGS} things, each of at most {LONGEST_THING} characters.",
            "Gør dem kortere, eller tag én ud.", "Make them shorter, or leave one out.",
        )  # fmt: skip
    return things
