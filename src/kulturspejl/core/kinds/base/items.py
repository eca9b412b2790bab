"""What a part asks about: its items, each with an id under which its answer is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.kinds.base.part import Shape
from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import id_of, once, text_or_none
from kulturspejl.core.toml.table import Table


@dataclass(frozen=True)
class Item:
    """One place, statement or choice; `says` is a line under its name."""

    id: str
    label: Text
    says: Text | None = None


@dataclass(frozen=True)
class ScaledItem(Item):
    """The same where items belong together: `scale` is the id of what it belongs to, "" for none."""

    scale: str = ""


@dataclass(frozen=True)
class Itemised(Shape):
    """A kind that asks about items."""

    items: tuple[Item, ...]


class OnScales:
    """A kind whose items stand under `scales`: what statements measure, or the headings of a sheet; () for none."""

    items: tuple[ScaledItem, ...]
    scales: tuple[Item, ...]

    def of_scale(self, scale: str) -> tuple[ScaledItem, ...]:
        """The items under one of them."""
        return tuple(item for item in self.items if item.scale == scale)

    @property
    def by_scale(self) -> tuple[tuple[Item, tuple[ScaledItem, ...]], ...]:
        """Each with its items."""
        return tuple((scale, self.of_scale(scale.id)) for scale in self.scales)


def read_items(row: Table) -> tuple[Item, ...]:
    """The items of a part, each id once."""
    return read_named(row, "item")


def read_named(row: Table, name: str) -> tuple[Item, ...]:
    """Rows under another name; () where there are none and none are needed."""
    made = tuple(map(_item, row.rows(name, by="id")))
    once(row, name, ids_of(made))
    return made


def read_scaled(row: Table) -> tuple[ScaledItem, ...]:
    """Items that may name their scale."""
    made = tuple(map(_scaled, row.rows("item", by="id")))
    once(row, "item", ids_of(made))
    return made


def check_scales(row: Table, items: Sequence[ScaledItem], scales: Sequence[Item]) -> None:
    """Each item belongs to a scale where there are scales, and each scale has items."""
    named, used = {scale.id for scale in scales}, {item.scale for item in items}
    if items and used != (named or {""}):
        row.fault(
            "scale", "Udsagnene og skalaerne passer ikke sammen.", "Statements and scales do not fit together.",
            "Skriv scale ved hvert udsagn, og brug hver [[step.part.scale]] mindst én gang.",
            "Write scale at each statement, and use each [[step.part.scale]] at least once.",
        )  # fmt: skip


def ids_of(items: Sequence[Item]) -> list[str]:
    """Their ids, in their order."""
    return [item.id for item in items]


def _item(row: Table) -> Item:
    made = Item(id=id_of(row, capitals=True), label=row.text("label"), says=text_or_none(row, "says"))
    row.done()
    return made


def _scaled(row: Table) -> ScaledItem:
    scale = row.word("scale") if "scale" in row.values else ""
    made = ScaledItem(
        id=id_of(row, capitals=True), label=row.text("label"), says=text_or_none(row, "says"), scale=scale
    )
    row.done()
    return made
