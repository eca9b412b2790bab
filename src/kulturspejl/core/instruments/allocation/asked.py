"""The points of a culture profile as one round asks for them: the protocol of `base.asked`, filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.gathered import Gathered, gathered
from kulturspejl.core.instruments.allocation.numbers import Means, Numbers
from kulturspejl.core.instruments.allocation.reading import ReadingTexts, Team, read_team
from kulturspejl.core.instruments.allocation.recipe import recipe
from kulturspejl.core.instruments.allocation.respondents import DRAWN
from kulturspejl.core.instruments.allocation.since import since
from kulturspejl.core.instruments.allocation.spread_faults import (
    Stands,
    has_spread,
    has_spread_of_one,
    spread_faults,
)
from kulturspejl.core.instruments.allocation.told import by_letter, told_of_all, word_of
from kulturspejl.core.instruments.allocation.withhold import kept
from kulturspejl.core.instruments.base.asked import Answers, Group
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.base.since import Changes
from kulturspejl.core.instruments.base.telling import Floor, Telling
from kulturspejl.core.statistics.moments import Moments

ALLOCATION = "allocation"


@dataclass(frozen=True)
class AskedPoints:
    """`total` points a dimension, `form` of the preferred profile ("drawn", "dimensions", None: not asked).

    `texts` has the sentences of a result; who only checks needs none.
    """

    total: int
    form: str | None
    texts: ReadingTexts | None = None

    kind = ALLOCATION
    columns = LETTERS
    numbers = Numbers
    means_of = Means
    is_single = False

    @property
    def scale(self) -> float:
        """How many points a question has."""
        return self.total

    def gathered(self, answers: Mapping[str, Answers], *, is_each_period_alone: bool) -> Gathered:
        """Rows of 24, 28 or 48 numbers, by unit."""
        return gathered(answers, self.total, self.form, is_each_period_alone=is_each_period_alone)

    def told_of_all(self, groups: Sequence[Group]) -> list[Numbers]:
        """All numbers of each that moments can give."""
        return told_of_all(groups, self.total)

    def kept(self, numbers: Numbers, telling: Telling) -> Numbers | None:
        """What is left of them."""
        return kept(numbers, telling)

    def means(self, moments: Moments) -> Means | None:
        """Mean points by letter; None where nobody told of now."""
        scores = moments.scores
        if "now" not in scores:
            return None
        wished = by_letter(scores["preferred"].mean) if "preferred" in scores else None
        return Means(by_letter(scores["now"].mean), wished)

    def reading(
        self, numbers: Numbers, *, n: int, invited: int | None, camps: tuple[str, ...] | None, is_of_units: bool
    ) -> Reading | None:
        """What is said of a team; nothing of three or four."""
        if self.texts is None or not numbers.type:
            return None
        team = Team(n, invited, self.total, self.word(numbers), camps, is_of_units)
        return read_team(numbers, team, self.texts)

    def word(self, numbers: Numbers | None) -> str | None:
        """How alike they are."""
        return word_of(numbers, self.total)

    def recipe(self, floor: Floor | None) -> dict[str, str]:
        """By what rules."""
        return recipe(self.total, self.form, floor)

    def has_spread(self, numbers: Numbers) -> bool:
        """Whether anything is made of squares."""
        return has_spread(numbers)

    def has_spread_of_one(self, numbers: Numbers) -> bool:
        """Whether single dimensions tell theirs."""
        return has_spread_of_one(numbers)

    def spread_faults(self, numbers: Numbers, *, n: int, invited: int | None, floor: float) -> Iterator[str]:
        """What does not have the floor."""
        return spread_faults(Stands(numbers, n, invited, floor, self.total, self.form == DRAWN))

    def spreads(self, numbers: Numbers, columns: Sequence[str]) -> list[float]:
        """The standard deviations of these letters, now."""
        return [numbers.now[letter].sd or 0.0 for letter in columns]

    def since(
        self, before: Numbers, after: Numbers, *, people: tuple[int, int], form_then: str | None
    ) -> Changes | None:
        """How far each of the four has moved."""
        return since(before, after, people=people, total=self.total, is_same_wish=form_then == self.form)
