"""The steps of a scale as one round asks for them: the protocol of `base.asked`, filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.base.asked import Answers, Group
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.base.since import Changes
from kulturspejl.core.instruments.base.telling import Floor, Telling
from kulturspejl.core.instruments.scale.faults import Stands, has_spread_of_one, spread_faults
from kulturspejl.core.instruments.scale.form import GOAL, LEAST, NOW, PREFERRED, WIDE
from kulturspejl.core.instruments.scale.numbers import ScaleMeans, ScaleNumbers
from kulturspejl.core.instruments.scale.reading import ScaleTexts, read_team
from kulturspejl.core.instruments.scale.recipe import recipe
from kulturspejl.core.instruments.scale.since import SCORE, since
from kulturspejl.core.instruments.scale.there import ThereOnScale, gathered
from kulturspejl.core.instruments.scale.told import told
from kulturspejl.core.instruments.scale.withhold import kept
from kulturspejl.core.statistics.moments import Moments

SCALE = "scale"


@dataclass(frozen=True)
class AskedSteps:
    """`total` is the highest step; `form` GOAL where a goal was asked for too, else None.

    `texts` has what a reading needs; who only checks needs none.
    """

    total: int
    form: str | None
    texts: ScaleTexts | None = None

    kind = SCALE
    columns = (SCORE,)
    numbers = ScaleNumbers
    means_of = ScaleMeans
    is_single = True

    @property
    def scale(self) -> float:
        """How wide it is, in steps; at least WIDE where the score is known to be one statement."""
        width = float(self.total - LEAST)
        return max(width, WIDE) if self._is_one else width

    @property
    def _is_one(self) -> bool:
        return self.texts is not None and len(self.texts.items) == 1

    def gathered(self, answers: Mapping[str, Answers], *, is_each_period_alone: bool) -> ThereOnScale:
        """Rows of a step for each statement, by unit. Only whole answers count, so each period has the same people."""
        return gathered(answers, self.total, has_goal=self.form == GOAL)

    def told_of_all(self, groups: Sequence[Group]) -> list[ScaleNumbers]:
        """All numbers of each that moments can give."""
        return [told(group, self.total) for group in groups]

    def kept(self, numbers: ScaleNumbers, telling: Telling) -> ScaleNumbers | None:
        """What is left of them."""
        return kept(numbers, telling)

    def means(self, moments: Moments) -> ScaleMeans:
        """Mean steps."""
        found = {period: float(one.mean[0]) for period, one in moments.scores.items()}
        return ScaleMeans(found[NOW], found.get(PREFERRED))

    def reading(
        self, numbers: ScaleNumbers, *, n: int, invited: int | None, camps: tuple[str, ...] | None, is_of_units: bool
    ) -> Reading | None:
        """What is said of a team; nothing of three or four, whose numbers have no bounds either."""
        if self.texts is None or (invited is not None and numbers.now.bounds is None):
            return None
        return read_team(numbers, self.texts, most=self.total, is_of_units=is_of_units)

    def word(self, numbers: ScaleNumbers | None) -> str | None:
        """How alike they see it."""
        return numbers.word if numbers else None

    def recipe(self, floor: Floor | None) -> dict[str, str]:
        """By what rules."""
        return recipe(self.total, self.form, floor, self.scale)

    def has_spread(self, numbers: ScaleNumbers) -> bool:
        """Whether anything is made of squares; the word is."""
        return numbers.word is not None or has_spread_of_one(numbers)

    def has_spread_of_one(self, numbers: ScaleNumbers) -> bool:
        """Whether a number is; the word alone is coarse enough to stand from five."""
        return has_spread_of_one(numbers)

    def spread_faults(self, numbers: ScaleNumbers, *, n: int, invited: int | None, floor: float) -> Iterator[str]:
        """What does not have the floor."""
        return spread_faults(Stands(numbers, n, invited, floor, self.total))

    def spreads(self, numbers: ScaleNumbers, columns: Sequence[str]) -> list[float]:
        """The standard deviation of the score, now."""
        return [numbers.now.sd or 0.0 for _ in columns]

    def since(
        self, before: ScaleNumbers, after: ScaleNumbers, *, people: tuple[int, int], form_then: str | None
    ) -> Changes | None:
        """How far the score has moved."""
        return since(before, after, people=people, most=self.total, is_same_goal=form_then == self.form)
