"""The rules of a room in one hand: what a kind's picture asks, and which rule answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean
from typing import TypeVar

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room.beside_mean import beside_mean
from kulturspejl.core.disclosure.room.several import of_several
from kulturspejl.core.disclosure.room.together import apart_and_rest, place_of, together
from kulturspejl.core.kinds.base.picture import Place, Stretch

Asked = TypeVar("Asked")


@dataclass(frozen=True)
class RoomThresholds:
    """The policy's sizes and these rules, as a kind asks for them (kinds/base/thresholds.py); `rng` is chance."""

    policy: Policy
    rng: Random

    @property
    def mean_from(self) -> int:
        """From how many answers there is a mean."""
        return self.policy.mean

    def mean(self, numbers: Sequence[float]) -> float | None:
        """The mean from policy.mean answers on."""
        return fmean(numbers) if len(numbers) >= self.policy.mean else None

    def place(self, numbers: Sequence[int], *, by_median: bool) -> Place | None:
        """The middle and the middle half."""
        return place_of(numbers, self.policy, by_median=by_median)

    def counts(self, counts: Mapping[Asked, int]) -> tuple[dict[Asked, int], int] | None:
        """Categories by themselves, and the rest."""
        return apart_and_rest(counts)

    def of_several(self, counts: Mapping[Asked, int], people: int, each: int) -> dict[Asked, int] | None:
        """Places of which each person has several."""
        return of_several(counts, people, each, self.rng)

    def beside_mean(self, counts: Mapping[int, int]) -> tuple[dict[int, int], int] | None:
        """Steps of a scale from policy.distribution answers on."""
        return beside_mean(counts) if sum(counts.values()) >= self.policy.distribution else None

    def stretches(self, counts: Mapping[int, int]) -> list[Stretch] | None:
        """Stretches of numbers from policy.distribution answers on."""
        return together(counts) if sum(counts.values()) >= self.policy.distribution else None

    def in_any_order(self, lines: Sequence[str]) -> list[str]:
        """By chance."""
        shuffled = list(lines)
        self.rng.shuffle(shuffled)
        return shuffled
