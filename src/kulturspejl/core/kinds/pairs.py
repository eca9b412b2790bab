"""Pairs of opposites: for each a mark between its two ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Self

from kulturspejl.core.kinds.base.form import SAME_PLACE, SKIP, STAYS, KindForm, Rows, Way, Words
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import Item, ids_of
from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.base.paper import Field, Page, Poles
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture, Place, given
from kulturspejl.core.kinds.base.standing import standing, with_half
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text, joined
from kulturspejl.core.toml.keys import id_of, once, text_or_none
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.numbers import half_up
from kulturspejl.core.writing.sentence import filled, short

PLACES = Picture("places", Least.MEAN)
"""Each pair's middle on its line, for one team."""
BOTH_ENDS = Text(da="{low} – {high}", en="{low} – {high}")
IN_THE_MIDDLE = Text(da="midt imellem", en="in the middle")
TOWARDS = Text(da="{steps} mod", en="{steps} towards")
FURTHEST = 3
"""A pair's ends, in steps from the middle."""


@dataclass(frozen=True, kw_only=True)
class Pair(Item):
    """Two ends, `low` and `high`, and a line about each; its label names both."""

    low: Text
    high: Text
    low_says: Text | None = None
    high_says: Text | None = None


@dataclass(frozen=True)
class Pairs(Numbered):
    """Three steps to either side of the middle; `skip` is what whoever does not know chooses."""

    items: tuple[Pair, ...]
    least: int = -FURTHEST
    most: int = FURTHEST
    skip: Text | None = None

    kind = "pairs"
    pictures = (PLACES,)
    guide = Guide(
        holds=Text(
            da="for hver `item` to ender, `low` og `high`, med en linje om hver, `low_says` og `high_says`; syv"
            " pladser imellem; `skip`",
            en="for each `item` two ends, `low` and `high`, with a line about each, `low_says` and `high_says`;"
            " seven places between them; `skip`",
        ),
        shown=Text(
            da="`places` ved V3: for folk, der beskriver den samme arbejdsplads",
            en="`places` at V3: for people who describe the same place of work",
        ),
    )
    form = KindForm(
        called=Text(da="Modsætningspar", en="Pairs of opposites"),
        says=Text(
            da="Hver sætter et mærke mellem to ender, med syv pladser imellem.",
            en="Everybody puts a mark between two ends, with seven places between them.",
        ),
        ways=(
            Way(
                Visibility.AGGREGATE, "places",
                Text(da="Skærmen viser midten på hver linje. ", en="The wall shows the middle of each line. ")
                .each(lambda said, language: said + SAME_PLACE.into(language)),
            ),
            STAYS,
        ),
        fields=(SKIP,),
        rows=(
            Rows(
                "item", Text(da="Par", en="Pair"),
                (
                    Words("low", Text(da="Den ene ende", en="One end"), 60),
                    Words("high", Text(da="Den anden ende", en="The other end"), 60),
                    Words("low_says", Text(da="Om den ene (kan udelades)", en="About the one (optional)"),
                          may_lack=True),
                    Words("high_says", Text(da="Om den anden (kan udelades)", en="About the other (optional)"),
                          may_lack=True),
                ),
                Text(da="Et par mere", en="Another pair"),
            ),
        ),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Its pairs."""
        pairs = tuple(map(_pair, row.rows("item", by="id")))
        once(row, "item", ids_of(pairs))
        return cls(pairs, skip=text_or_none(row, "skip"))

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """Somewhere to the left of the middle, more or less; here and there somebody does not know."""
        marks = {
            item.id: self.within(rng.gauss(-0.8, 1.4)) for item in self.items if not self.skip or rng.random() < 0.95
        }
        return marks or {self.items[0].id: 0}

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """One team's middle on each line; from more answers on the middle half too. The lines are never summed."""
        found = {item: let.place(given(item.id, answers), by_median=True) for item in self.items}
        return standing(found, between, answers)

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """A line between the ends, to put a cross on."""
        rows = tuple(
            (page.say(one.low), page.say(one.low_says), page.say(one.high), page.say(one.high_says))
            for one in self.items
        )
        yield Poles(rows, self.most - self.least + 1)


def between(pair: Pair, place: Place) -> Text:
    """ "1 mod Tillid", and from which place to which the middle half lies."""

    def said(value: float) -> Text:
        return towards(pair.low, pair.high, value)

    half = (said(place.half[0]), said(place.half[1])) if place.half else None
    return with_half(said(place.at), half, is_one=half is not None and half[0] == half[1])


def towards(low: Text, high: Text, value: float) -> Text:
    """A place between two ends, in steps from the middle: "2 mod Tillid", "midt imellem"."""
    if not half_up(value):
        return IN_THE_MIDDLE
    return joined([filled(TOWARDS, steps=short(abs(value))), low if value < 0 else high])


def _pair(row: Table) -> Pair:
    low, high = row.text("low"), row.text("high")
    made = Pair(
        id_of(row), filled(BOTH_ENDS, low=low, high=high), low=low, high=high,
        low_says=text_or_none(row, "low_says"), high_says=text_or_none(row, "high_says"),
    )  # fmt: skip
    row.done()
    return made
