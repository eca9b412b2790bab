"""The form of an answer on a scale: one step of 1 to `most` for each statement, now and, where asked, as a goal."""

from dataclasses import dataclass

LEAST = 1
"""The lowest step of every scale."""

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
