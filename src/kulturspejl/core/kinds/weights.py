"""Demands and resources in the work, each with a weight of one's own: what takes most, and what there is least of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
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
from kulturspejl.core.kinds.base.means import mean_row
from kulturspejl.core.kinds.base.numbers import Numbered, check_ends, read_number
from kulturspejl.core.kinds.base.paper import Field, Numbers, Page, Texts
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.kinds.base.picture import (
    TOO_FEW_HERE,
    Answers,
    Counted,
    Least,
    PartPicture,
    Picture,
    Row,
    Stretch,
    all_said,
    given,
    said,
)
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.text import NOTHING, Text, joined
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.sentence import as_it_is, filled, quoted

BALANCE = Picture("balance", Least.MEAN)
"""One team's mean of each card; each column is headed by the heaviest demand, and the scarcest resource."""
WEIGHED = Picture("weighed", Least.COUNTS)
"""How many stand where at each card, for people from different units, who have no mean."""
COLUMNS = 2
HEAVIEST = Text(da="{column}: mest {cards}", en="{column}: most {cards}")
SCARCEST = Text(da="{column}: mindst {cards}", en="{column}: least {cards}")
MOST_NAMED = 2
"""More cards that weigh as much are not named: then there is nothing to begin with."""
PART_OF = Text(da="{numbers}: {count}", en="{numbers}: {count}")
OF_ALL = Text(da="{counts} af {people}", en="{counts} of {people}")


@dataclass(frozen=True)
class Weights(OnScales, Numbered):
    """`scales` are two columns: what costs strength, then what gives it. `low` and `high` are what the ends mean."""

    items: tuple[ScaledItem, ...]
    least: int = 1
    most: int = 5
    low: Text = NOTHING
    high: Text = NOTHING
    scales: tuple[Item, ...] = ()

    kind = "weights"
    pictures = (BALANCE, WEIGHED)
    guide = Guide(
        holds=Text(
            da="kort i to `[[step.part.scale]]`, først det, der koster kræfter, så det, der giver dem; hvert får en "
            "vægt fra `least` (`low`) til `most` (`high`)",
            en="cards in two `[[step.part.scale]]`, first what costs strength, then what gives it; each gets a weight "
            "from `least` (`low`) to `most` (`high`)",
        ),
        shown=Text(
            da="`balance` ved V3 (hvert korts gennemsnit og den største afstand, for den samme arbejdsplads), "
            "`weighed` ved V3 (hvor mange der ligger hvor, for forskellige)",
            en="`balance` at V3 (each card’s mean and the largest gap, for the same place of work), `weighed` at V3 "
            "(how many stand where, for different ones)",
        ),
    )
    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Two columns, each with cards."""
        made = cls(
            read_scaled(row), read_number(row, "least", 0, 10, 1), read_number(row, "most", 1, 10, 5),
            row.text("low"), row.text("high"), read_named(row, "scale"),
        )  # fmt: skip
        check_ends(row, made.least, made.most)
        check_scales(row, made.items, made.scales)
        if len(made.scales) != COLUMNS:
            row.fault(
                "scale", "Der skal være to spalter: krav og ressourcer.",
                "There must be two columns: demands and resources.",
                "Skriv to [[step.part.scale]].", "Write two [[step.part.scale]].",
            )  # fmt: skip
        return made

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """Demands rather high and resources rather low, and some cards nobody thinks of."""
        found = {
            item.id: self.within(rng.gauss(self.most - 1 if item.scale == self.scales[0].id else self.least + 1.5, 1.1))
            for item in self.items
            if rng.random() < 0.95
        }
        return found or {self.items[0].id: self.most}

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """One team's means and their largest gap; or, of people from different units, how many stand where."""
        return self._weighed(answers, let) if asked is WEIGHED else self._balance(answers, let)

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """A number to put a ring round for each card, column by column."""
        for scale, items in self.by_scale:
            yield Texts((("", page.say(scale.label), page.say(scale.says)),))
            asked = tuple(_card(page.say(item.label), page.say(item.says)) for item in items)
            yield Numbers(asked, self.least, self.most, page.say(self.low), page.say(self.high))

    def gap(self, means: Mapping[str, float]) -> tuple[list[Item], list[Item]] | None:
        """The demands with the highest mean and the resources with the lowest, of those that have one; None without."""
        first, second = (
            [(means[item.id], item) for item in self.of_scale(scale.id) if item.id in means] for scale in self.scales
        )
        if not first or not second:
            return None
        most, least = max(mean for mean, _item in first), min(mean for mean, _item in second)
        return (
            [item for mean, item in first if most - mean < 1e-9], [item for mean, item in second if mean - least < 1e-9]
        )  # fmt: skip

    def _balance(self, answers: Answers, let: Thresholds) -> PartPicture:
        found = {item.id: let.mean(given(item.id, answers)) for item in self.items}
        means = {id: mean for id, mean in found.items() if mean is not None}
        gap = self.gap(means) or ([], [])
        rows: list[Row] = []
        for (scale, items), says, named in zip(self.by_scale, (HEAVIEST, SCARCEST), gap, strict=True):
            rows.append((_heading(scale, says, named), NOTHING, 0.0))
            rows += [mean_row(self, item.label, found[item.id]) for item in items]
        return PartPicture(
            rows=tuple(rows), sentence=all_said(answers, rows), told=said(len(answers)),
            means={id: (len(given(id, answers)), mean) for id, mean in means.items()},
        )  # fmt: skip

    def _weighed(self, answers: Answers, let: Thresholds) -> PartPicture:
        rows: list[Row] = []
        stacks: dict[str, tuple[Stretch, ...]] = {}
        counted: list[Counted] = []
        for scale, items in self.by_scale:
            rows.append((scale.label, NOTHING, 0.0))
            for item in items:
                numbers = given(item.id, answers)
                stretches = let.stretches({step: numbers.count(step) for step in range(self.least, self.most + 1)})
                if stretches is None:
                    rows.append((item.label, TOO_FEW_HERE, 0.0))
                    continue
                stacks[item.id] = tuple(stretches)
                told = tuple((_stretch(first, last), count) for first, last, count in stretches)
                counted.append((item.label, told, len(numbers)))
                rows.append((item.label, _counts(told, len(numbers)), 0.0))
        return PartPicture(
            rows=tuple(rows), sentence=all_said(answers, rows), told=said(len(answers)), stacks=stacks,
            counted=tuple(counted),
        )  # fmt: skip


def _heading(scale: Item, says: Text, named: Sequence[Item]) -> Text:
    """The column, and the card where the gap begins."""
    if not 0 < len(named) <= MOST_NAMED:
        return scale.label
    return filled(says, column=scale.label, cards=joined([quoted(item.label) for item in named], between=", "))


def _stretch(first: int, last: int) -> Text:
    return as_it_is(str(first) if first == last else f"{first}–{last}")


def _counts(told: Sequence[tuple[Text, int]], people: int) -> Text:
    """ "1–3: 4, 5: 8 af 12"."""
    parts = joined([filled(PART_OF, numbers=numbers, count=count) for numbers, count in told], between=", ")
    return filled(OF_ALL, counts=parts, people=people)


def _card(label: str, says: str) -> str:
    return f"{label}: {says}" if says else label
