"""The protocol of a kind of answers: what disclosure asks of it, and it alone knows what its columns mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.base.since import Changes
from kulturspejl.core.instruments.base.telling import Floor, Telling
from kulturspejl.core.statistics.moments import Moments

Answers = NDArray[np.integer] | NDArray[np.floating]
Numbers = Any
"""A kind's own dataclass of all that is told of a group; written and read by its fields (`disclosure.codec`)."""
Means = Any
"""The same where nothing but means is told."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of which numbers are told; `invited` is None where it may not be used."""

    moments: Moments
    invited: int | None


class There(Protocol):
    """The usable answers of all units, by unit."""

    def count(self, unit: str) -> int:
        """How many in this unit itself."""
        ...

    def moments(self, groups: Mapping[str, Sequence[str]], floor: float) -> Mapping[str, Moments]:
        """Of each group of units, where anybody has answered, by name; `floor` is the least standard deviation."""
        ...

    def described(self, units: Sequence[str], *, invited: int | None) -> Numbers | None:
        """All numbers of the people of these units, for whoever may read all of their answers."""
        ...

    def camps(self, units: Sequence[str]) -> Mapping[str, tuple[str, ...] | None]:
        """By unit: the columns that are each first for a good part of its people, where two are."""
        ...


class Asked(Protocol):
    """One kind of answers as one round asks for it: it knows the form, the points and the words of its sentences."""

    @property
    def kind(self) -> str:
        """The word of its kind."""
        ...

    @property
    def total(self) -> int:
        """Points a question."""
        ...

    @property
    def form(self) -> str | None:
        """In which form what is wished for was asked; None: it was not."""
        ...

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns of its scores, in the order of `Squares`."""
        ...

    @property
    def numbers(self) -> type[Numbers]:
        """The class of what `told` gives."""
        ...

    @property
    def means_of(self) -> type[Means]:
        """The class of what `means` gives."""
        ...

    @property
    def scale(self) -> float:
        """How many points a question has: the floor is a share of it."""
        ...

    @property
    def is_single(self) -> bool:
        """Whether a score is one scale, not the mean of many numbers: its spread is then told as that of a single
        question is, and so is all that leans on it (science 2.8).
        """
        ...

    def gathered(self, answers: Mapping[str, Answers], *, is_each_period_alone: bool) -> There:
        """Those who can be used. ValueError on another shape."""
        ...

    def told_of_all(self, groups: Sequence[Group]) -> Sequence[Numbers]:
        """All numbers of each group that moments can give: of many at once, for there may be thousands."""
        ...

    def kept(self, numbers: Numbers, telling: Telling) -> Numbers | None:
        """What is left of the numbers when no more may be told than that."""
        ...

    def means(self, moments: Moments) -> Means | None:
        """The means alone; None where nobody told of now."""
        ...

    def reading(
        self, numbers: Numbers, *, n: int, invited: int | None, camps: tuple[str, ...] | None, is_of_units: bool
    ) -> Reading | None:
        """At most three sentences and a question; `is_of_units`: several units together are not called "you"."""
        ...

    def word(self, numbers: Numbers | None) -> str | None:
        """How alike they are, in one word, where spreads are told."""
        ...

    def recipe(self, floor: Floor | None) -> dict[str, str]:
        """By what rules the numbers were made; None: without disclosure control."""
        ...

    def has_spread(self, numbers: Numbers) -> bool:
        """Whether anything in the numbers is made of squares."""
        ...

    def has_spread_of_one(self, numbers: Numbers) -> bool:
        """Whether they tell how far apart people are in single questions."""
        ...

    def spread_faults(self, numbers: Numbers, *, n: int, invited: int | None, floor: float) -> Iterator[str]:
        """What in the numbers does not have the floor, or is not made of what is told; in English."""
        ...

    def spreads(self, numbers: Numbers, columns: Sequence[str]) -> list[float]:
        """The standard deviations that are told of these columns, now; 0 where none is."""
        ...

    def since(
        self, before: Numbers, after: Numbers, *, people: tuple[int, int], form_then: str | None
    ) -> Changes | None:
        """How far each column has moved since an earlier round of so many people, whose wish was asked in that form;
        None where one of the two tells of no spread.
        """
        ...
