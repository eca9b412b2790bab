"""What a kind may know of answers that are shown: it asks here, and disclosure control answers (disclosure/room).

A kind says what it would draw; from how many, what goes together and in which order is decided by whoever shows it.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from kulturspejl.core.kinds.base.picture import Place, Stretch

Asked = TypeVar("Asked")


class Thresholds(Protocol):
    """Sizes and rules of one room, as a picture asks for them."""

    @property
    def mean_from(self) -> int:
        """From how many answers there is a mean."""
        ...

    def mean(self, numbers: Sequence[float]) -> float | None:
        """The mean; None of too few."""
        ...

    def place(self, numbers: Sequence[int], *, by_median: bool) -> Place | None:
        """The middle, and from more answers on the middle half; None of too few."""
        ...

    def counts(self, counts: Mapping[Asked, int]) -> tuple[dict[Asked, int], int] | None:
        """What may be told by itself, and how many the rest are; None where nothing may. Each is counted once."""
        ...

    def of_several(self, counts: Mapping[Asked, int], people: int, each: int) -> dict[Asked, int] | None:
        """The same where each of the `people` is counted in `each` places; None where nothing may be told."""
        ...

    def beside_mean(self, counts: Mapping[int, int]) -> tuple[dict[int, int], int] | None:
        """How many chose each number where their mean is told too, and the rest; None where nothing may be told."""
        ...

    def stretches(self, counts: Mapping[int, int]) -> list[Stretch] | None:
        """Neighbouring numbers that go together; None of too few."""
        ...

    def in_any_order(self, lines: Sequence[str]) -> list[str]:
        """Lines in an order of chance."""
        ...
