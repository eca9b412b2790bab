"""Places on six lines as one round asks for them: the protocol of `base.asked`, filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.base.asked import Answers, Group
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.base.since import Changes
from kulturspejl.core.instruments.base.telling import Floor, Telling
from kulturspejl.core.instruments.pairs.faults import has_spread_of_one, spread_faults
from kulturspejl.core.instruments.pairs.form import COLUMNS
from kulturspejl.core.instruments.pairs.numbers import PairsMeans, PairsNumbers
from kulturspejl.core.instruments.pairs.reading import PairsTexts, read_team
from kulturspejl.core.instruments.pairs.recipe import recipe
from kulturspejl.core.instruments.pairs.since import since
from kulturspejl.core.instruments.pairs.there import ThereOnLines, gathered
from kulturspejl.core.instruments.pairs.told import told
from kulturspejl.core.instruments.pairs.withhold import kept
from kulturspejl.core.instruments.scale.form import NOW, WIDE
from kulturspejl.core.statistics.moments import Moments

PAIRS = "pairs"


@dataclass(frozen=True)
class AskedPlaces:
    """`total` is the last place, `form` always None: nothing is wished for.

    `texts` has what a reading needs; who only checks needs none.
    """

    total: int
    form: str | None = None
    texts: PairsTexts | None = None

    kind = PAIRS
    columns = COLUMNS
    numbers = PairsNumbers
    means_of = PairsMeans
    is_single = True
    scale = WIDE

    def gathered(self, answers: Mapping[str, Answers], *, is_each_period_alone: bool) -> ThereOnLines:
        """Rows of a place for each line, by unit. Only whole answers count."""
        return gathered(answers)

    def told_of_all(self, groups: Sequence[Group]) -> list[PairsNumbers]:
        """All numbers of each that moments can give."""
        return [told(group) for group in groups]

    def kept(self, numbers: PairsNumbers, telling: Telling) -> PairsNumbers | None:
        """What is left of them."""
        return kept(numbers, telling)

    def means(self, moments: Moments) -> PairsMeans:
        """Mean places."""
        found = moments.scores[NOW].mean
        return PairsMeans({column: float(mean) for column, mean in zip(COLUMNS, found, strict=True)})

    def reading(
        self, numbers: PairsNumbers, *, n: int, invited: int | None, camps: tuple[str, ...] | None, is_of_units: bool
    ) -> Reading | None:
        """What is said of a team; nothing of three or four, whose numbers have no bounds either."""
        if self.texts is None or (invited is not None and numbers.now[COLUMNS[0]].bounds is None):
            return None
        return read_team(numbers, self.texts, is_of_units=is_of_units)

    def word(self, numbers: PairsNumbers | None) -> str | None:
        """How alike they see it."""
        return numbers.word if numbers else None

    def recipe(self, floor: Floor | None) -> dict[str, str]:
        """By what rules."""
        return recipe(floor)

    def has_spread(self, numbers: PairsNumbers) -> bool:
        """Whether anything is made of squares; the word is."""
        return numbers.word is not None or has_spread_of_one(numbers)

    def has_spread_of_one(self, numbers: PairsNumbers) -> bool:
        """Whether a number is; the word alone is coarse enough to stand from five."""
        return has_spread_of_one(numbers)

    def spread_faults(self, numbers: PairsNumbers, *, n: int, invited: int | None, floor: float) -> Iterator[str]:
        """What does not have the floor."""
        return spread_faults(numbers, n, invited, floor)

    def spreads(self, numbers: PairsNumbers, columns: Sequence[str]) -> list[float]:
        """The standard deviations of these lines."""
        return [numbers.now[column].sd or 0.0 for column in columns]

    def since(
        self, before: PairsNumbers, after: PairsNumbers, *, people: tuple[int, int], form_then: str | None
    ) -> Changes | None:
        """How far each line has moved."""
        return since(before, after, people=people)
