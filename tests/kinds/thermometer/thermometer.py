"""A thermometer: one number from cold to hot for each thing asked. Written by following CONTRIBUTING, as a try."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import read_items
from kulturspejl.core.kinds.base.means import mean_row
from kulturspejl.core.kinds.base.numbers import Numbered, check_ends, read_number
from kulturspejl.core.kinds.base.paper import Field, Page
from kulturspejl.core.kinds.base.part import PartHead
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture, all_said, given, said
from kulturspejl.core.kinds.base.ringed import ringed
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table

DEGREES = Picture("degrees", Least.MEAN)
"""How warm it is, all together."""


@dataclass(frozen=True)
class Thermometer(Numbered):
    """`cold` and `hot` are what its two ends are called."""

    least: int
    most: int
    cold: Text
    hot: Text

    kind = "thermometer"
    pictures = (DEGREES,)
    guide = Guide(
        holds=Text(da="et tal for hver `item`, fra `cold` til `hot`", en="a number for each `item`, `cold` to `hot`"),
        shown=Text(da="`degrees` ved V3", en="`degrees` at V3"),
    )

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Its ends, and from where to where they go."""
        least, most = read_number(row, "least", 0, 10, 0), read_number(row, "most", 1, 100, 40)
        check_ends(row, least, most)
        return cls(read_items(row), least, most, row.text("cold"), row.text("hot"))

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """The mean of each."""
        rows = tuple(mean_row(self, item.label, let.mean(given(item.id, answers))) for item in self.items)
        return PartPicture(rows=rows, sentence=all_said(answers, rows), told=said(len(answers)))

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """A number to put a ring round."""
        yield ringed(self, page, self.cold, self.hot)
