"""Kinds that are filled in with words: one short note for each item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kulturspejl.core.instruments.base.checked import NOT_HERE
from kulturspejl.core.kinds.base.checking import kept, strangers
from kulturspejl.core.kinds.base.items import Itemised, ids_of
from kulturspejl.core.kinds.base.packing import BYTES_A_SIGN, name_width
from kulturspejl.core.kinds.base.part import Values
from kulturspejl.core.writing.length import too_long
from kulturspejl.core.writing.line import one_line

LONGEST_NOTE = 2000


@dataclass(frozen=True)
class Notes(Itemised):
    """`longest` is how many characters a note may have."""

    longest: int

    def check(self, values: Mapping[str, object]) -> Values:
        """{item: line}: what is empty is left out."""
        faults = strangers(ids_of(self.items), values)
        found: Values = {}
        for item in self.items:
            given = values.get(item.id)
            words = one_line(given) if isinstance(given, str) else ""
            if given is not None and not isinstance(given, str):
                faults[item.id] = NOT_HERE
            elif len(words) > self.longest:
                faults[item.id] = too_long(words, self.longest)
            elif words:
                found[item.id] = words
        return kept(found, faults)

    @property
    def width(self) -> int:
        """Every note as long as it may be."""
        return sum(name_width(item.id) + BYTES_A_SIGN * self.longest for item in self.items)

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """A line that fits, for each item."""
        fitting = [line for line in lines if len(line) <= self.longest] or ["…"]
        return {item.id: rng.choice(fitting) for item in self.items}
