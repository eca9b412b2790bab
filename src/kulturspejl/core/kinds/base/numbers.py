"""Kinds that are filled in with a number for each thing asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kulturspejl.core.kinds.base.checking import kept, strangers
from kulturspejl.core.kinds.base.items import Item, Itemised, ids_of
from kulturspejl.core.kinds.base.packing import name_width
from kulturspejl.core.kinds.base.part import Values
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.sentence import filled

OUT_OF_RANGE = Text(da="Vælg et tal fra {least} til {most}.", en="Choose a number from {least} to {most}.")


@dataclass(frozen=True)
class Numbered(Itemised):
    """Whole numbers from `least` to `most`."""

    least: int
    most: int

    @property
    def statements(self) -> Sequence[Item]:
        """What gets a number."""
        return self.items

    def check(self, values: Mapping[str, object]) -> Values:
        """{item: number}: what is not answered is left out."""
        found, faults = self.numbers_in(values)
        return kept(found, strangers(ids_of(self.statements), values) | faults)

    def numbers_in(self, values: Mapping[str, object]) -> tuple[Values, dict[str, Text]]:
        """The numbers that are there, and a sentence for each that is none of these."""
        found: Values = {}
        faults: dict[str, Text] = {}
        for item in self.statements:
            given = values.get(item.id)
            if given in (None, ""):
                continue
            if isinstance(given, bool) or not isinstance(given, int) or not self.least <= given <= self.most:
                faults[item.id] = filled(OUT_OF_RANGE, least=self.least, most=self.most)
            else:
                found[item.id] = given
        return found, faults

    @property
    def width(self) -> int:
        """Every number as long as the longest."""
        widest = max(len(str(number)) for number in (self.least, self.most))
        return sum(name_width(item.id) + widest for item in self.statements)

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """Mostly in the upper half: such a day is liked more than not."""
        middle = (self.least + self.most) // 2
        return {
            item.id: rng.randint(middle if rng.random() < 0.8 else self.least, self.most) for item in self.statements
        }

    def within(self, number: float) -> int:
        """The nearest number there is."""
        return min(self.most, max(self.least, round(number)))

    def share(self, number: float) -> float:
        """How far up the scale a number is, from 0 to 1."""
        return (number - self.least) / max(1, self.most - self.least)


def read_number(row: Table, name: str, least: int, most: int, otherwise: int) -> int:
    """A whole number that may be left out."""
    return row.number(name, least, most) if name in row.values else otherwise


def check_ends(row: Table, least: int, most: int) -> None:
    """A scale ends after it begins."""
    if least >= most:
        row.fault(
            "most", "Skalaen slutter, før den begynder.", "The scale ends before it begins.",
            f"Skriv for eksempel most = {least + 4}.", f"Write for example most = {least + 4}.",
        )  # fmt: skip
