"""A choice: one of its items."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Self

from kulturspejl.core.kinds.base.checking import kept, strangers
from kulturspejl.core.kinds.base.counts import THE_REST, counted
from kulturspejl.core.kinds.base.form import LABEL, SAYS, STAYS, KindForm, Rows, Way
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import Itemised, ids_of, read_items
from kulturspejl.core.kinds.base.packing import name_width
from kulturspejl.core.kinds.base.paper import Field, Page, Ticks
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table

CHOICE = "choice"
PULLED = "pull"
"""The other name under which a choice may come."""
COUNTS = Picture("counts", Least.COUNTS)
"""How many chose what."""
PULL = Picture("pull", Least.COUNTS)
"""Which way the wished profiles pull, counted over the room."""
DOMINANT = Picture("dominant", Least.COUNTS)
"""How many places have which culture as their largest: a pattern, and no mean over different places."""
OTHERS = Text(da="Andre retninger", en="Other directions")
ONE_OF_THEM = Text(da="Vælg en af mulighederne.", en="Choose one of the alternatives.")


@dataclass(frozen=True)
class Choice(Itemised):
    """It may be about what lies `between` two items of what its step brings: it stands between them."""

    between: tuple[str, ...] = ()

    kind = "choice"
    pictures = (COUNTS, PULL, DOMINANT)
    says_its_label = True
    guide = Guide(
        holds=Text(da="én af mulighederne", en="one of its items"),
        shown=Text(da="`counts`, `pull` eller `dominant` ved V3", en="`counts`, `pull` or `dominant` at V3"),
    )
    form = KindForm(
        called=Text(da="Et valg", en="A choice"),
        says=Text(da="Hver vælger én af mulighederne.", en="Everybody chooses one of the alternatives."),
        ways=(
            Way(
                Visibility.AGGREGATE, "counts",
                Text(da="Skærmen viser, hvor mange der valgte hvad", en="The wall shows how many chose what"),
            ),
            STAYS,
        ),
        rows=(
            Rows(
                "item", Text(da="Mulighed", en="Alternative"), (LABEL, SAYS),
                Text(da="En mulighed mere", en="Another alternative"), least=2,
            ),
        ),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Its items."""
        return cls(read_items(row), row.ids("between", "first"))

    def check(self, values: Mapping[str, object]) -> Values:
        """{"choice": item}; it may come under "choice" or "pull"."""
        name = PULLED if PULLED in values else CHOICE
        chosen = values.get(name)
        faults = strangers((name,), values)
        if chosen not in ids_of(self.items):
            faults[name] = ONE_OF_THEM
        return kept({CHOICE: chosen}, faults)

    @property
    def width(self) -> int:
        """The longest of its ids."""
        return name_width(CHOICE) + max(len(id.encode()) for id in ids_of(self.items))

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """The earlier of two draws: else all choices would get the same number, and show no pattern."""
        most = len(self.items)
        return {CHOICE: self.items[min(rng.randrange(most), rng.randrange(most))].id}

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """How many chose each."""
        chosen = Counter(one[CHOICE] for one in answers)
        counts = {item: chosen[item.id] for item in self.items}
        return counted(counts, let, others=OTHERS if asked is PULL else THE_REST)

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """One to tick."""
        yield Ticks(label, tuple((page.say(item.label), page.say(item.says)) for item in self.items))
