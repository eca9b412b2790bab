"""A board: named places for short notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from kulturspejl.core.kinds.base.form import QUESTIONS, STAYS, KindForm, Number, Way
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import ids_of, read_items
from kulturspejl.core.kinds.base.notes import LONGEST_NOTE, Notes
from kulturspejl.core.kinds.base.numbers import read_number
from kulturspejl.core.kinds.base.paper import Around, Field, Page, Ruled
from kulturspejl.core.kinds.base.part import PartHead
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture, said
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import text_or_none, yes
from kulturspejl.core.toml.table import Table

DAY = 30
"""What a day takes, written by hand."""
LINES = Picture("lines", Least.WORDS, (Visibility.TEAM, Visibility.AGGREGATE))
"""Short notes in an order of chance."""


@dataclass(frozen=True)
class Board(Notes):
    """`calendar` is what the notes are called as an appointment, None for none; `dates` are items that are a day.

    `is_folded`: its questions are folded away until somebody opens them, where they are for one of several roles.
    `is_carried`: one of a TRIO writes it for all of them, and each of their phones keeps it for its owner.
    """

    longest: int = 140
    calendar: Text | None = None
    dates: tuple[str, ...] = ()
    is_folded: bool = False
    is_carried: bool = False

    kind = "board"
    pictures = (LINES,)
    guide = Guide(
        holds=Text(
            da="korte noter, én til hver `item`, højst `longest` tegn; `dates` er de punkter, der er en dag (V0); "
            "`folded = true` folder dem sammen, til nogen åbner dem; `carried = true`: det, den med rollen skriver for "
            "sin TRIO, beholder hver telefon i TRIO’en (V1)",
            en="short notes, one for each `item`, at most `longest` characters; `dates` are items that are a day (V0); "
            "`folded = true` folds them away until they are opened; `carried = true`: what the one with the role "
            "writes for the TRIO is kept by each phone of the TRIO (V1)",
        ),
        shown=Text(da="`lines` ved V2 og V3", en="`lines` at V2 and V3"),
    )
    form = KindForm(
        called=Text(da="Korte noter", en="Short notes"),
        says=Text(da="Hver skriver en linje til hvert spørgsmål.", en="Everybody writes a line to each question."),
        ways=(
            STAYS,
            Way(Visibility.TEAM, "lines", Text(da="Vises på skærmen, mens dagen varer", en="Shown on the wall today")),
            Way(
                Visibility.AGGREGATE, "lines",
                Text(da="Afleveres uden navn og vises på skærmen", en="Handed in without a name, shown on the wall"),
            ),
            Way(Visibility.NAMED, "", Text(da="Gruppen ser det med navn", en="The group sees it with the name")),
        ),
        fields=(Number("longest", Text(da="Højst så mange tegn", en="At most so many characters"), 140),),
        rows=(QUESTIONS,),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Only what stays on the phone can be put in the calendar, or is a day."""
        calendar = text_or_none(row, "calendar")
        if calendar and head.visibility is not Visibility.PRIVATE:
            row.fault(
                "calendar", "Kun det, der bliver på telefonen, kan lægges i kalenderen.",
                "Only what stays on the phone can be put in the calendar.",
                'Slet calendar, eller skriv visibility = "V0".', 'Delete calendar, or write visibility = "V0".',
            )  # fmt: skip
        items, dates = read_items(row), row.ids("dates", "day")
        if dates and (head.visibility is not Visibility.PRIVATE or not set(dates) <= set(ids_of(items))):
            row.fault(
                "dates", "En dag er et punkt i en del, der bliver på telefonen.",
                "A day is an item of a part that stays on the phone.",
                'Skriv dates med id på punkter, og visibility = "V0".',
                'Write dates with ids of items, and visibility = "V0".',
            )  # fmt: skip
        return cls(
            items, read_number(row, "longest", 1, LONGEST_NOTE, 140), calendar, dates,
            yes(row, "folded", otherwise=False), _carried(row, head),
        )  # fmt: skip

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """Each question's lines in an order of their own, so that no two lines stand beside each other as one's."""
        lines: list[tuple[Text | None, str]] = []
        for item in self.items:
            written = let.in_any_order([one[item.id] for one in answers if item.id in one])
            lines += [(item.label if len(self.items) > 1 else None, line) for line in written]
        return PartPicture(lines=tuple(lines), sentence=said(len(answers)))

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """Ruled lines under each question; in the exercise's own figure where that has a middle, which comes first."""
        asked = tuple(page.say(item.label) for item in self.items)
        longest = tuple(DAY if item.id in self.dates else self.longest for item in self.items)
        if page.around() and len(asked) == page.around() + 1:
            yield Around(asked[0], asked[1:], self.longest)
            return
        yield from map(Ruled, asked, longest)


def _carried(row: Table, head: PartHead) -> bool:
    found = yes(row, "carried", otherwise=False)
    if found and (head.visibility is not Visibility.NAMED or not head.role):
        row.fault(
            "carried", "Det, TRIO’en tager med hjem, skriver én af dem for alle.",
            "What a TRIO takes home is written by one of them for all.",
            'Skriv visibility = "V1" og den role, der har claim.', 'Write visibility = "V1" and the role with a claim.',
        )  # fmt: skip
    return found
