"""The robots of a practice room: who they are, how long they take, and what they fill in by a part's kind alone.

A robot remembers nothing: who has come and who is done stands in the room, so a restart loses nobody.
"""

from dataclasses import dataclass
from math import exp
from random import Random

from kulturspejl.core.content.crew import CrewTexts
from kulturspejl.core.kinds.base.part import Part, Values
from kulturspejl.core.permissions.visibility import Visibility

HOW_MANY = 26
ON_PAPER = 2
ALL_HERE = 30.0
"""Seconds in which they come in, one after the other."""
QUICK, SLOW = 18.0, 55.0
EVERY_FIFTH_IS_SLOW = 5


@dataclass(frozen=True)
class Robot:
    """`comes_after` seconds of the room being opened; at a station it takes `takes` seconds, more or less."""

    number: int
    name: str
    workplace: str
    comes_after: float
    takes: float
    is_on_paper: bool


def crew(texts: CrewTexts) -> tuple[Robot, ...]:
    """The same 26 each time; the two last ones have no phone, and every fifth takes its time."""
    return tuple(
        Robot(
            number=number, name=texts.names[number % len(texts.names)],
            workplace=texts.workplaces[number % len(texts.workplaces)], comes_after=ALL_HERE * number / HOW_MANY,
            takes=SLOW if number % EVERY_FIFTH_IS_SLOW == 0 else QUICK, is_on_paper=number >= HOW_MANY - ON_PAPER,
        )
        for number in range(HOW_MANY)
    )  # fmt: skip


def is_ready(robot: Robot, seconds: float, rng: Random) -> bool:
    """Whether it gets done within these `seconds`: by chance, `takes` seconds on average."""
    return rng.random() < 1 - exp(-seconds / robot.takes)


def number_of(robot: Robot, counting: int) -> int:
    """What it says when the room counts aloud to `counting`: one after the other, from the first again."""
    return robot.number % counting + 1


def fill_in(part: Part, texts: CrewTexts, rng: Random) -> Values | None:
    """What the part's `check` takes; None for what stays on a phone."""
    return None if part.visibility is Visibility.PRIVATE else part.shape.robot(texts.lines, rng)
