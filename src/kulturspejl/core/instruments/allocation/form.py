"""The form of an answer: which numbers it has, in which order, and what they add up to."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

LETTERS = ("A", "B", "C", "D")
DIMENSIONS = (1, 2, 3, 4, 5, 6)
TOTALS = (10, 100)
DRAWN = "drawn"
IN_DIMENSIONS = "dimensions"
Period = Literal["now", "pref", "wish"]


@dataclass(frozen=True)
class AnswerForm:
    """`total` points a dimension (10 or 100); the preferred profile DRAWN as four numbers or IN_DIMENSIONS."""

    total: int
    preferred: str

    def __post_init__(self) -> None:
        if self.total not in TOTALS or self.preferred not in (DRAWN, IN_DIMENSIONS):
            raise ValueError(f"no such form: {self.total} points, preferred {self.preferred!r}")


@dataclass(frozen=True)
class Block:
    """Four numbers that belong together and add up to `total`; `id` is the name of the whole block."""

    id: str
    period: Period
    number: int
    keys: tuple[str, ...]
    total: int

    @property
    def letters(self) -> tuple[str, ...]:
        """What each of its numbers is of."""
        return LETTERS


@cache
def keys_of(form: AnswerForm) -> tuple[str, ...]:
    """The canonical order of an answer's numbers: 24 for now, then 4 drawn or 24 in dimensions."""
    return tuple(key for block in blocks_of(form) for key in block.keys)


@cache
def blocks_of(form: AnswerForm) -> tuple[Block, ...]:
    """The blocks in the order they are asked; the drawn profile adds up to six dimensions' points."""
    now = now_blocks(form.total)
    if form.preferred == DRAWN:
        return (*now, Block("wish", "wish", 7, _keys("wish"), len(DIMENSIONS) * form.total))
    return now + tuple(_dimension("pref", number, form.total) for number in DIMENSIONS)


@cache
def now_blocks(total: int) -> tuple[Block, ...]:
    """The six questions about what is, with `total` points each."""
    return tuple(_dimension("now", number, total) for number in DIMENSIONS)


ON_PAPER = AnswerForm(total=10, preferred=DRAWN)
"""The form of the printed questionnaire, and of every room: ten points a question, the wish drawn."""


@cache
def blocks_asked(asks: str) -> tuple[Block, ...]:
    """The blocks of ON_PAPER that a room asks for: "now", "wish" or "both"."""
    periods = {"now": ("now",), "wish": ("wish",), "both": ("now", "wish")}[asks]
    return tuple(block for block in blocks_of(ON_PAPER) if block.period in periods)


def _dimension(period: Period, number: int, total: int) -> Block:
    name = f"{period}_d{number}"
    return Block(name, period, number, _keys(name), total)


def _keys(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{letter}" for letter in LETTERS)
