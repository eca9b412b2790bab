"""An allocation: points divided over four letters, as an instrument asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Self

from kulturspejl.core.instruments.allocation.checking import check_blocks
from kulturspejl.core.instruments.allocation.form import LETTERS, ON_PAPER, Block, blocks_asked
from kulturspejl.core.kinds.base.checking import kept
from kulturspejl.core.kinds.base.form import SAME_PLACE, STAYS, KindForm, Pick, Way
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.packing import BRACES
from kulturspejl.core.kinds.base.paper import Field, Page, Points
from kulturspejl.core.kinds.base.part import PartHead, Shape, Values
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture, said
from kulturspejl.core.kinds.base.questionnaire import Questionnaire
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import one_of
from kulturspejl.core.toml.table import Table

PROFILE = Picture("profile", Least.MEAN)
"""One spider web of a team's combined profile."""
NOW, WISH, BOTH = "now", "wish", "both"
ASKS = (NOW, WISH, BOTH)
ROOM_FOR_ALL = 2048
"""Bytes: 48 numbers of an instrument, each with its name, take about 900."""
TO_DRAW = Text(
    da="Skriv de fire tal for din ønskede kultur om et år, og tegn dem. Når én kultur får mere, får en anden mindre.",
    en="Write the four numbers that you would wish for in a year, and draw them. More of one means less of another.",
)


@dataclass(frozen=True)
class Allocation(Shape):
    """`instrument` is the id of the one that asks; `asks` is "now", "wish" or "both"."""

    instrument: str
    asks: str = NOW

    kind = "allocation"
    pictures = (PROFILE,)
    says_its_label = True
    levels = (Visibility.PRIVATE, Visibility.AGGREGATE)
    guide = Guide(
        holds=Text(
            da="spørgeskemaet i `instrument`, `asks` = `now`, `wish` eller `both`",
            en="the `instrument`, `asks` = `now`, `wish` or `both`",
        ),
        shown=Text(
            da="`profile` ved V3: for folk, der beskriver den samme arbejdsplads",
            en="`profile` at V3: for people who describe the same place of work",
        ),
    )
    form = KindForm(
        called=Text(da="Kulturprofil", en="Culture profile"),
        says=Text(da="Hver deler point ud i et spørgeskema.", en="Everybody divides points in a questionnaire."),
        ways=(
            STAYS,
            Way(
                Visibility.AGGREGATE, "profile",
                Text(da="Skærmen viser én samlet profil. ", en="The wall shows one combined profile. ")
                .each(lambda said, language: said + SAME_PLACE.into(language)),
            ),
        ),
        fields=(
            Pick("instrument", Text(da="Spørgeskema", en="Questionnaire")),
            Pick(
                "asks", Text(da="Spørger om", en="Asks about"),
                (
                    (NOW, Text(da="kulturen nu", en="the culture now")),
                    (WISH, Text(da="den ønskede kultur", en="the culture wished for")),
                    (BOTH, Text(da="begge dele", en="both")),
                ),
            ),
        ),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """A profile is nobody's, or one's own alone."""
        if head.visibility not in cls.levels:
            row.fault(
                "visibility", "En profil bliver på telefonen eller bliver lagt sammen uden navn.",
                "A profile stays on the phone or is combined without a name.",
                'Skriv visibility = "V0" eller "V3".', 'Write visibility = "V0" or "V3".',
            )  # fmt: skip
        return cls(row.word("instrument"), one_of(row, "asks", ASKS, ASKS[0]))

    @property
    def asks_with(self) -> str:
        """Its instrument."""
        return self.instrument

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What it asks for, of the form on paper."""
        return blocks_asked(self.asks)

    def check(self, values: Mapping[str, object]) -> Values:
        """{"now_d1_A": 3, ...}: what the part asks for, each question adding up."""
        checked = check_blocks(self.blocks, values)
        return kept(dict(checked.values or {}), checked.faults)

    @property
    def width(self) -> int:
        """The same for all that may be asked."""
        return ROOM_FOR_ALL - BRACES

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """Every block adds up, with a little more for the first letters than for the last."""
        given: Values = {}
        for block in self.blocks:
            cuts = sorted(rng.triangular(0, block.total, block.total * 0.45) for _ in block.keys[1:])
            ends = [0, *map(round, cuts), block.total]
            given |= {key: after - before for key, before, after in zip(block.keys, ends, ends[1:], strict=False)}
        return given

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """Each letter's points over all questions and people, in points per question: mean of n x 6 numbers.

        Means alone, and none of a single question: from as many answers as a round's.
        """
        web: dict[str, dict[str, float]] = {}
        for period in dict.fromkeys(block.period for block in self.blocks):
            blocks = [block for block in self.blocks if block.period == period]
            questions = sum(block.total for block in blocks) / ON_PAPER.total
            web[period] = {
                letter: sum(one[block.keys[place]] for one in answers for block in blocks) / (len(answers) * questions)
                for place, letter in enumerate(LETTERS)
            }
        return PartPicture(web=web, sentence=said(len(answers)))

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """Now: six questions, four sums and a web. Wished for: the four numbers alone, as they are drawn on a phone."""
        asked = page.questionnaire(self.instrument)
        names = {letter: page.say(asked.cultures[letter].called) for letter in sorted(asked.cultures)}
        if self.asks != WISH:
            instruction = page.say(asked.instructions(ON_PAPER)[0])
            yield Points(instruction, _questions(asked, page), ON_PAPER.total, names)
        if self.asks != NOW:
            yield Points(page.say(TO_DRAW), (), ON_PAPER.total, names)


def _questions(asked: Questionnaire, page: Page) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    return tuple(
        (
            f"{one.number}. {page.say(one.label)}", page.say(one.stem),
            tuple((letter, page.say(one.statements[letter])) for letter in sorted(one.statements)),
        )
        for one in asked.dimensions
    )  # fmt: skip
