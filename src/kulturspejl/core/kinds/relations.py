"""A map of a few key relations, by initials alone: it is drawn on the device that it is written on, and stays there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Self

from kulturspejl.core.instruments.base.checked import NOT_HERE
from kulturspejl.core.kinds.base.checking import kept, strangers
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import Itemised, ids_of, read_items
from kulturspejl.core.kinds.base.numbers import OUT_OF_RANGE
from kulturspejl.core.kinds.base.packing import BYTES_A_SIGN, name_width
from kulturspejl.core.kinds.base.paper import Field, Numbers, Page, Ruled
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.length import too_long
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled

MOST_RELATIONS, LONGEST = 5, 3
LEAST, MOST = 1, 5
INITIALS = Text(da="Relation {number}: forbogstaver eller et tegn", en="Relation {number}: initials or a sign")
WHOSE = Text(da="Relation {number}", en="Relation {number}")


@dataclass(frozen=True)
class Relations(Itemised):
    """`items` are what is asked of each relation, from 1 (`low`) to 5 (`high`); the first decides how near it is drawn.

    An answer is {"r1": initials, "r1_<item>": number}.
    """

    low: Text = NOTHING
    high: Text = NOTHING

    kind = "relations"
    pictures = ()
    levels = (Visibility.PRIVATE,)
    guide = Guide(
        holds=Text(
            da="op til fem relationer med forbogstaver og et tal fra 1 (`low`) til 5 (`high`) til hver `item`, tegnet "
            "som et kort på telefonen; kræver `only_here = true`",
            en="up to five relations by initials, with a number from 1 (`low`) to 5 (`high`) for each `item`, drawn as "
            "a map on the phone; needs `only_here = true`",
        ),
        shown=Text(da="intet: det forlader aldrig telefonen", en="none: it never leaves the phone"),
    )

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """It is about people, so it never leaves the device."""
        if not head.is_only_here:
            row.fault(
                "only_here", "Et kort over relationer forlader aldrig telefonen.",
                "A map of relations never leaves the phone.",
                'Skriv only_here = true og visibility = "V0".', 'Write only_here = true and visibility = "V0".',
            )  # fmt: skip
        return cls(read_items(row), row.text("low"), row.text("high"))

    @property
    def rows(self) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
        """(name of the field for the initials, number, names of the fields for the numbers) of each relation."""
        return tuple(
            (f"r{number}", number, tuple(f"r{number}_{id}" for id in ids_of(self.items)))
            for number in range(1, MOST_RELATIONS + 1)
        )

    def check(self, values: Mapping[str, object]) -> Values:
        """What stands in the fields; nobody sends it, and a practice room asks all the same."""
        names = [name for name, _number, _fields in self.rows]
        numbers = [field for _name, _number, fields in self.rows for field in fields]
        faults = strangers([*names, *numbers], values)
        found: Values = {}
        for name in names:
            given = values.get(name)
            words = one_line(given) if isinstance(given, str) else ""
            if given is not None and not isinstance(given, str):
                faults[name] = NOT_HERE
            elif len(words) > LONGEST:
                faults[name] = too_long(words, LONGEST)
            elif words:
                found[name] = words
        for field in numbers:
            given = values.get(field)
            if given in (None, ""):
                continue
            if isinstance(given, bool) or not isinstance(given, int) or not LEAST <= given <= MOST:
                faults[field] = filled(OUT_OF_RANGE, least=LEAST, most=MOST)
            else:
                found[field] = given
        return kept(found, faults)

    @property
    def width(self) -> int:
        """Every field as long as it may be."""
        return sum(
            name_width(name) + BYTES_A_SIGN * LONGEST + sum(name_width(field) + 1 for field in fields)
            for name, _number, fields in self.rows
        )

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """Three relations."""
        return {
            name: value
            for initials, _number, fields in self.rows[:3]
            for name, value in ((initials, "AB"), *((field, rng.randint(LEAST, MOST)) for field in fields))
        }

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """A line for each, and its numbers."""
        for _name, number, _fields in self.rows:
            yield Ruled(page.say(filled(INITIALS, number=number)), LONGEST)
        for item in self.items:
            asked = tuple(
                f"{page.say(item.label)} {page.say(filled(WHOSE, number=number))}" for _n, number, _f in self.rows
            )
            yield Numbers(asked, LEAST, MOST, page.say(self.low), page.say(self.high))
