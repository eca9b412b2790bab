"""One side of a sheet for two sides: written in one role, and read together by the group later."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import (
    Item,
    OnScales,
    ScaledItem,
    check_scales,
    read_named,
    read_scaled,
)
from kulturspejl.core.kinds.base.notes import LONGEST_NOTE, Notes
from kulturspejl.core.kinds.base.numbers import read_number
from kulturspejl.core.kinds.base.paper import Field, Page, Sides
from kulturspejl.core.kinds.base.part import PartHead
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table


@dataclass(frozen=True)
class Sheet(OnScales, Notes):
    """`scales` are the headings of its rows."""

    items: tuple[ScaledItem, ...]
    longest: int = 500
    scales: tuple[Item, ...] = ()

    kind = "sheet"
    pictures = ()
    says_its_label = True
    levels = (Visibility.NAMED,)
    guide = Guide(
        holds=Text(
            da="én side af et ark: `item` under `scale` (arkets rækker), højst `longest` tegn, skrevet af én `role`",
            en="one side of a sheet: `item` by `scale` (its row headings), at most `longest` characters, "
            "written by one `role`",
        ),
        shown=Text(
            da="intet: gruppen læser det i trinnet med `reads`",
            en="none: the group reads it in the step with `reads`",
        ),
    )

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """It belongs to a role, and to the group."""
        if head.visibility not in cls.levels or not head.role:
            row.fault(
                "visibility", "En side af et ark bliver skrevet i én rolle og læst af gruppen.",
                "One side of a sheet is written in one role and read by the group.",
                'Skriv visibility = "V1" og role.', 'Write visibility = "V1" and role.',
            )  # fmt: skip
        made = cls(read_scaled(row), read_number(row, "longest", 1, LONGEST_NOTE, 500), read_named(row, "scale"))
        check_scales(row, made.items, made.scales)
        return made

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """Both sides on one form, where its own side is written; the others write in the same form."""
        sides = page.sides()
        if not sides or sides[0][1] is not self:
            return
        (own, _self), (others, other) = sides
        rows: list[tuple[str, str, str]] = []
        for scale in self.scales:
            both = [_said(side, scale.id, page) for side in (self, other)]
            for at, (left, right) in enumerate(zip_longest(*both, fillvalue="")):
                rows.append(("" if at else page.say(scale.label), left, right))
        yield Sides(own, others, tuple(rows))


def _said(side: object, scale: str, page: Page) -> list[str]:
    return [page.say(item.label) for item in side.of_scale(scale)] if isinstance(side, Sheet) else []
