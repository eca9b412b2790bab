"""The form of an answer on a scale: one step of 1 to `most` for each statement, now and, where asked, as a goal."""

from dataclasses import dataclass

LEAST = 1
"""The lowest step of every scale."""

WIDE = 8.0
"""Of a score that is one whole step the floor of spreads is as on a scale that wide, 0.56 of a step at 0.07. On fewer
steps a spread at the floor would tell eight or more people of one mind from two who are a step away, one to each side:
their standard deviation is at most sqrt(2/7) = 0.53."""

FEWEST_STEPS, MOST_STEPS, MOST_ITEMS = 2, 10, 30
NOT_ASKED = "none"
"""The form in which each statement is answered once, as it is."""

GOAL = "goal"
"""The form in which each statement is answered twice: as it is, and as one would like it."""

NOW, PREFERRED, GAP = "now", "preferred", "gap"
"""The periods, by the names that every kind of answers has them."""


@dataclass(frozen=True)
class ScaleForm:
    """`items` statements on steps 1 to `most`; `has_goal`: each is answered a second time."""

    items: int
    most: int
    has_goal: bool = False

    def __post_init__(self) -> None:
        if not (1 <= self.items <= MOST_ITEMS and FEWEST_STEPS <= self.most <= MOST_STEPS):
            raise ValueError(f"no such form: {self.items} statements on 1 to {self.most}")

    @property
    def keys(self) -> tuple[str, ...]:
        """now_1, now_2 … and then goal_1, goal_2 …: the canonical order of an answer's numbers."""
        periods = (NOW, GOAL) if self.has_goal else (NOW,)
        return tuple(f"{period}_{number}" for period in periods for number in range(1, self.items + 1))
