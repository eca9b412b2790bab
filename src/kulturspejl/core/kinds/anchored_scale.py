"""A line with texts at some of its numbers: for each thing asked, one number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from kulturspejl.core.kinds.base.form import (
    LABEL,
    QUESTIONS,
    SAME_PLACE,
    STAYS,
    KindForm,
    Number,
    Rows,
    Way,
    Words,
)
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import read_items
from kulturspejl.core.kinds.base.numbers import Numbered, check_ends, read_number
from kulturspejl.core.kinds.base.paper import Field, Line, Page, Texts
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture, Place, given
from kulturspejl.core.kinds.base.ringed import ringed
from kulturspejl.core.kinds.base.stacked import stacked
from kulturspejl.core.kinds.base.standing import standing, with_half
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.sentence import n_of, short

LONGEST_LINE = 12
"""Numbers that stand on one line across a sheet with room for a ring round each."""
LINE = Picture("line", Least.MEAN)
"""Where one team stands on a line with texts."""
NUMBERS = Picture("numbers", Least.COUNTS)
"""How many chose which numbers, for people from different units."""


@dataclass(frozen=True)
class Anchor:
    """A number on a line that has a name and a text of its own."""

    value: int
    label: Text
    says: Text


@dataclass(frozen=True)
class AnchoredScale(Numbered):
    """`anchors` in the order of their numbers."""

    least: int = 1
    most: int = 10
    anchors: tuple[Anchor, ...] = ()

    kind = "anchored_scale"
    pictures = (LINE, NUMBERS)
    guide = Guide(
        holds=Text(
            da="et tal fra `least` til `most` for hver `item` og en `[[step.part.anchor]]` for hver `value`, "
            "der har `label` og `says`",
            en="a number from `least` to `most` for each `item`, and an `[[step.part.anchor]]` for each `value`"
            " that has a `label` and `says`",
        ),
        shown=Text(
            da="`line` ved V3 for den samme arbejdsplads, `numbers` ved V3 for forskellige",
            en="`line` at V3 for the same place of work, `numbers` at V3 for different ones",
        ),
    )
    form = KindForm(
        called=Text(da="Et tal på en linje", en="A number on a line"),
        says=Text(
            da="Hver vælger et tal til hvert spørgsmål; nogle af tallene har en tekst.",
            en="Everybody chooses a number for each question; some of the numbers have a text.",
        ),
        ways=(
            Way(
                Visibility.AGGREGATE, "numbers",
                Text(da="Skærmen viser, hvor mange der ligger hvor", en="The wall shows how many stand where"),
            ),
            Way(
                Visibility.AGGREGATE, "line",
                Text(da="Skærmen viser gennemsnittet. ", en="The wall shows the mean. ")
                .each(lambda said, language: said + SAME_PLACE.into(language)),
            ),
            STAYS,
        ),
        fields=(
            Number("least", Text(da="Fra", en="From"), 1), Number("most", Text(da="Til", en="To"), 10),
        ),
        rows=(
            QUESTIONS,
            Rows(
                "anchor", Text(da="Tal med tekst", en="Number with a text"),
                (
                    Number("value", Text(da="Ved tallet", en="At the number"), 1), LABEL,
                    Words("says", Text(da="Forklaring", en="Explanation"), 300),
                ),
                Text(da="En tekst mere", en="Another text"), by="value",
            ),
        ),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """The texts stand in order on the line."""
        made = cls(
            read_items(row), read_number(row, "least", 0, 10, 1), read_number(row, "most", 1, 100, 10),
            tuple(map(_anchor, row.rows("anchor", by="value"))),
        )  # fmt: skip
        check_ends(row, made.least, made.most)
        values = [anchor.value for anchor in made.anchors]
        if values != sorted(set(values)) or any(not made.least <= value <= made.most for value in values):
            row.fault(
                "anchor", "Teksterne står ikke i rækkefølge på linjen.", "The texts are not in order on the line.",
                f"Brug tal fra {made.least} til {made.most}, hvert én gang og det mindste først.",
                f"Use numbers from {made.least} to {made.most}, each once and the smallest first.",
            )  # fmt: skip
        return made

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """A little over the middle, and each thing asked a little higher than the one before: now, then the goal."""
        first = rng.gauss((self.least + self.most) / 2, (self.most - self.least) / 6)
        return {item.id: self.within(first + 2 * place) for place, item in enumerate(self.items)}

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """One team's mean and middle half; or, of people from different units, how many stand where."""
        if asked is NUMBERS:
            chosen = {item: given(item.id, answers) for item in self.items}
            return stacked(chosen, range(self.least, self.most + 1), answers, let)
        found = {item: let.place(given(item.id, answers), by_median=False) for item in self.items}
        shown = standing(found, lambda _item, place: on_line(self.most, place), answers)
        return replace(shown, means={id: (len(given(id, answers)), one.at) for id, one in shown.places.items()})

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """A line for each thing asked, with the texts over it; a line too long for a sheet is numbers in rows."""
        marks = tuple((one.value, page.say(one.label), page.say(one.says)) for one in self.anchors)
        if self.most - self.least < LONGEST_LINE:
            yield Line(tuple(page.say(item.label) for item in self.items), self.least, self.most, marks)
            return
        yield Texts(tuple((str(value), name, said) for value, name, said in marks))
        yield ringed(self, page)


def on_line(most: int, place: Place) -> Text:
    """ "5,4 af 10. Halvdelen: 4 til 7"."""
    half = (short(place.half[0]), short(place.half[1])) if place.half else None
    return with_half(n_of(float(place.at), most), half)


def _anchor(row: Table) -> Anchor:
    made = Anchor(value=row.number("value", 0, 100), label=row.text("label"), says=row.text("says"))
    row.done()
    return made
