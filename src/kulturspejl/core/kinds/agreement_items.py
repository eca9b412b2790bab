"""Statements that one agrees with more or less. They may measure several things, and be answered for a side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean
from typing import Self

from kulturspejl.core.kinds.base.checking import kept, strangers
from kulturspejl.core.kinds.base.counts import THE_REST
from kulturspejl.core.kinds.base.form import SAME_PLACE, SKIP, STATEMENTS, STAYS, KindForm, Number, Way, Words
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import (
    Item,
    OnScales,
    ScaledItem,
    check_scales,
    ids_of,
    read_named,
    read_scaled,
)
from kulturspejl.core.kinds.base.means import HALF, mean_row
from kulturspejl.core.kinds.base.numbers import Numbered, check_ends, read_number
from kulturspejl.core.kinds.base.packing import name_width
from kulturspejl.core.kinds.base.paper import Field, Page, Ticks
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.kinds.base.picture import (
    Answers,
    Counted,
    Least,
    PartPicture,
    Picture,
    Row,
    all_said,
    given,
    said,
)
from kulturspejl.core.kinds.base.ringed import ringed
from kulturspejl.core.kinds.base.stacked import stacked
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import NOTHING, Text, joined
from kulturspejl.core.toml.keys import text_or_none
from kulturspejl.core.toml.table import Table
from kulturspejl.core.writing.numbers import half_up, whole
from kulturspejl.core.writing.sentence import as_it_is, filled, quoted

SCALES = Picture("scales", Least.MEAN)
"""Each statement's mean."""
ELEMENTS = Picture("elements", Least.MEAN)
"""One bar a scale, and the statement to begin the talk with: for people who describe the same place of work."""
SPREAD = Picture("spread", Least.COUNTS)
"""How many stand where on each scale, for people from different units or about different things."""
SIDES = Picture("sides", Least.MEAN_OF_EACH_SIDE)
"""A bar a scale for each of two sides, and where they differ most."""
SIDE = "side"
LEAST_APART = 0.5
"""Of a step on the scale: less than that between two sides is called alike."""
MEANS_FROM_TO = Text(
    da="Tallene er gennemsnit fra {least} ({low}) til {most} ({high}).",
    en="The numbers are means from {least} ({low}) to {most} ({high}).",
)
LOWEST = Text(da="Lavest ligger: {items} Begynd samtalen dér.", en="Lowest is: {items} Start the conversation there.")
ALIKE = Text(da="De to sider ser det næsten ens.", en="The two sides see it almost alike.")
FURTHEST_APART = Text(
    da="Siderne er længst fra hinanden på {scale}. Begynd dér.",
    en="The sides are furthest apart on {scale}. Begin there.",
)
TOO_FEW_ON_A_SIDE = Text(
    da="Den ene side har for få svar. Det kan vises, når mindst {least} fra hver side har svaret.",
    en="One side has too few answers. It can be shown when at least {least} from each side have answered.",
)
WHICH_SIDE = Text(da="Vælg, hvilken side du svarer for.", en="Choose which side you answer for.")


@dataclass(frozen=True)
class AgreementItems(OnScales, Numbered):
    """`low` and `high` are what the two ends are called; `skip` is what whoever does not know chooses.

    `scales` are what the statements measure, () for nothing in common; `sides` the two that somebody may answer for.
    """

    items: tuple[ScaledItem, ...]
    least: int = 1
    most: int = 5
    low: Text = NOTHING
    high: Text = NOTHING
    skip: Text | None = None
    scales: tuple[Item, ...] = ()
    sides: tuple[Item, ...] = ()

    kind = "agreement_items"
    pictures = (SCALES, ELEMENTS, SPREAD, SIDES)
    guide = Guide(
        holds=Text(
            da="et udsagn for hver `item`, fra `least` (`low`) til `most` (`high`); måler de flere ting, så "
            "`[[step.part.scale]]` og `scale` ved hvert udsagn; `skip` til den, der ikke ved det",
            en="a statement for each `item`, from `least` (`low`) to `most` (`high`); where they measure "
            "several things, `[[step.part.scale]]` and `scale` at each item; `skip` for whoever does not "
            "know",
        ),
        shown=Text(
            da="`scales` eller `elements` (en søjle for hver skala og det laveste udsagn, for folk, der beskriver den "
            "samme arbejdsplads) ved V3, `spread` (hvor mange der ligger hvor på hver skala, for forskellige) ved V3; "
            "med to `[[step.part.side]]` `sides` (en søjle for hver skala og side) ved V3",
            en="`scales` or `elements` (a bar a scale, and the lowest statement, for people who describe the same "
            "place of work) at V3, `spread` (how many stand where on each scale, for different ones) at V3; with two "
            "`[[step.part.side]]` `sides` (a bar a scale for each side) at V3",
        ),
    )
    form = KindForm(
        called=Text(da="Udsagn på en skala", en="Statements on a scale"),
        says=Text(
            da="Hver siger, hvor enig man er i hvert udsagn.",
            en="Everybody says how far they agree with each statement.",
        ),
        ways=(
            Way(
                Visibility.AGGREGATE, "scales",
                Text(da="Skærmen viser hvert udsagns gennemsnit. ", en="The wall shows the mean of each statement. ")
                .each(lambda said, language: said + SAME_PLACE.into(language)),
            ),
            STAYS,
        ),
        fields=(
            Number("least", Text(da="Fra", en="From"), 1),
            Words("low", Text(da="Det betyder det laveste tal", en="What the lowest number means"), 60),
            Number("most", Text(da="Til", en="To"), 5),
            Words("high", Text(da="Det betyder det højeste tal", en="What the highest number means"), 60),
            SKIP,
        ),
        rows=(STATEMENTS,),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Scales and sides may be left out; two of the pictures need them."""
        made = cls(
            read_scaled(row), read_number(row, "least", 0, 10, 1), read_number(row, "most", 1, 100, 5),
            row.text("low"), row.text("high"), text_or_none(row, "skip"),
            read_named(row, "scale") if "scale" in row.values else (),
            read_named(row, "side") if "side" in row.values else (),
        )  # fmt: skip
        check_ends(row, made.least, made.most)
        check_scales(row, made.items, made.scales)
        made._check_picture(row, head.picture)
        return made

    def _check_picture(self, row: Table, picture: Picture | None) -> None:
        if picture in (ELEMENTS, SPREAD, SIDES) and not self.scales:
            row.fault(
                "picture", "Der er ingen skalaer at tegne.", "There are no scales to draw.",
                "Skriv [[step.part.scale]].", "Write [[step.part.scale]].",
            )  # fmt: skip
        if len(self.sides) not in (0, 2) or (picture is SIDES) != bool(self.sides):
            row.fault(
                "side", "Der skal være to sider, og de hører sammen med billedet sides.",
                "There must be two sides, and they belong with the picture sides.",
                'Skriv to [[step.part.side]] og picture = "sides", eller ingen af delene.',
                'Write two [[step.part.side]] and picture = "sides", or neither.',
            )  # fmt: skip

    def check(self, values: Mapping[str, object]) -> Values:
        """{item: number}, and the side where there are two."""
        asks_side = (SIDE,) if self.sides else ()
        faults = strangers([*ids_of(self.items), *asks_side], values)
        if self.sides and values.get(SIDE) not in ids_of(self.sides):
            faults[SIDE] = WHICH_SIDE
        found, wrong = self.numbers_in(values)
        if found and self.sides:
            found[SIDE] = values.get(SIDE)
        return kept(found, faults | wrong)

    @property
    def width(self) -> int:
        """With the longest side."""
        side = name_width(SIDE) + max(len(id.encode()) for id in ids_of(self.sides)) if self.sides else 0
        return side + super().width

    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """For either side."""
        side = {SIDE: rng.choice(self.sides).id} if self.sides else {}
        return side | super().robot(lines, rng)

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """Means alone: of each statement, of each scale, or of each scale for each side; or how many stand where."""
        if asked is SPREAD:
            return self._spread(answers, let)
        if asked is SCALES:
            return self._each_statement(answers, let)
        return self._elements(answers, let) if asked is ELEMENTS else self._sides(answers, let)

    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """A number to put a ring round, for each."""
        if self.sides:
            yield Ticks(page.say(WHICH_SIDE), tuple((page.say(side.label), "") for side in self.sides))
        yield ringed(self, page, self.low, self.high)

    def on_scale(self, scale: str, answers: Answers) -> list[float]:
        """Each person's mean over the scale's statements, of those who have answered at least half of them."""
        items = ids_of(self.of_scale(scale))
        found = [[one[item] for item in items if one.get(item) is not None] for one in answers]
        return [fmean(numbers) for numbers in found if numbers and len(numbers) >= HALF * len(items)]

    def lowest(self, answers: Answers, let: Thresholds) -> list[Item]:
        """The statement with the lowest mean, or those that share it; none where every one has too few answers."""
        found = {item: let.mean(given(item.id, answers)) for item in self.items}
        means = {item: mean for item, mean in found.items() if mean is not None}
        if not means or max(means.values()) - min(means.values()) < 1e-9:
            return []
        least = min(means.values())
        return [item for item, mean in means.items() if mean - least < 1e-9]

    def _each_statement(self, answers: Answers, let: Thresholds) -> PartPicture:
        found = {item: given(item.id, answers) for item in self.items}
        means = {item: let.mean(numbers) for item, numbers in found.items()}
        rows = tuple(mean_row(self, item.label, mean) for item, mean in means.items())
        ends = filled(MEANS_FROM_TO, least=self.least, low=self.low, most=self.most, high=self.high)
        told = {item.id: (len(found[item]), float(half_up(mean))) for item, mean in means.items() if mean is not None}
        counted = [self._each_step(item, found[item], let) for item in self.items if item.id in told]
        return PartPicture(
            rows=rows, sentence=joined([said(len(answers)), ends]), means=told,
            counted=tuple(one for one in counted if one[1]),
        )  # fmt: skip

    def _each_step(self, item: Item, numbers: Sequence[int], let: Thresholds) -> Counted:
        """How many chose each step, without any where that would tell of one or two people."""
        steps = range(self.least, self.most + 1)
        shown, rest = let.beside_mean({step: numbers.count(step) for step in steps}) or ({}, 0)
        rows = [(as_it_is(str(step)), shown[step]) for step in steps if step in shown]
        return item.label, tuple(rows + ([(THE_REST, rest)] if rest else [])), len(numbers)

    def _elements(self, answers: Answers, let: Thresholds) -> PartPicture:
        """The statement that lies lowest is named without its number: there the talk begins."""
        rows = tuple(
            mean_row(self, scale.label, let.mean(self.on_scale(scale.id, answers))) for scale in self.scales
        )
        first = self.lowest(answers, let)
        begin = filled(LOWEST, items=joined(quoted(item.label) for item in first)) if first else NOTHING
        return _told(answers, rows, begin)

    def _spread(self, answers: Answers, let: Thresholds) -> PartPicture:
        """Each person stands on a scale at their own mean over its statements, as a whole number."""
        found = {scale: [whole(mean) for mean in self.on_scale(scale.id, answers)] for scale in self.scales}
        return stacked(found, range(self.least, self.most + 1), answers, let)

    def _sides(self, answers: Answers, let: Thresholds) -> PartPicture:
        """Where one side has too few, nothing of the other either: else the two could be taken apart by who was there.

        The largest difference is named: it is what the two sides came to talk about.
        """
        by_side = [[one for one in answers if one[SIDE] == side.id] for side in self.sides]
        if min(map(len, by_side)) < let.mean_from:
            return PartPicture(hidden=filled(TOO_FEW_ON_A_SIDE, least=let.mean_from))
        rows: list[Row] = []
        apart: list[tuple[float, Text]] = []
        for scale in self.scales:
            means = [let.mean(self.on_scale(scale.id, one)) for one in by_side]
            rows.append((scale.label, NOTHING, 0.0))
            rows += [mean_row(self, side.label, mean) for side, mean in zip(self.sides, means, strict=True)]
            known = [mean for mean in means if mean is not None]
            if len(known) == len(means):
                apart.append((abs(known[0] - known[1]), scale.label))
        return _told(answers, rows, _furthest(*max(apart, key=lambda one: one[0], default=(0.0, NOTHING))))


def _told(answers: Answers, rows: Sequence[Row], last: Text) -> PartPicture:
    """The rows, and what they do not say themselves."""
    return PartPicture(
        rows=tuple(rows), sentence=joined([all_said(answers, rows), last]), told=joined([said(len(answers)), last])
    )


def _furthest(apart: float, scale: Text) -> Text:
    if apart < LEAST_APART:
        return ALIKE
    return filled(FURTHEST_APART, scale=scale.each(lambda words, _language: words.lower()))
