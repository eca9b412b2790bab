"""The robots of a practice room: who they are, how long they take, and what they fill in by a part's kind alone.

A robot remembers nothing: who has come and who is done stands in the room, so a restart loses nobody.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from random import Random
from typing import Any

from kulturspejl.core.content.contributions import SIDE
from kulturspejl.core.content.crew import CrewTexts
from kulturspejl.core.content.exercise import Item, Part
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.profile.form import blocks_asked

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


def fill_in(part: Part, texts: CrewTexts, rng: Random) -> dict[str, Any] | None:
    """What `check_contribution` takes; None for what stays on a phone, or a kind that no robot knows."""
    if part.visibility is Visibility.PRIVATE or part.kind not in _HANDS:
        return None
    return _HANDS[part.kind](part, texts.lines, rng)


def _words(part: Part, lines: Sequence[str], rng: Random) -> dict[str, Any]:
    fitting = [line for line in lines if len(line) <= part.longest] or ["…"]
    return {item.id: rng.choice(fitting) for item in part.items}


def _numbers(part: Part, _lines: Sequence[str], rng: Random) -> dict[str, Any]:
    """Mostly in the upper half: such a day is liked more than not."""
    middle = (part.least + part.most) // 2
    side = {SIDE: rng.choice(part.sides).id} if part.sides else {}
    return side | {
        item.id: rng.randint(middle if rng.random() < 0.8 else part.least, part.most) for item in part.statements
    }


def _marks(part: Part, _lines: Sequence[str], rng: Random) -> dict[str, Any]:
    """Somewhere to the left of the middle, more or less; here and there somebody does not know."""
    return {
        item.id: min(part.most, max(part.least, round(rng.gauss(-0.8, 1.4))))
        for item in part.items
        if not part.skip or rng.random() < 0.95
    } or {part.items[0].id: 0}


def _line(part: Part, _lines: Sequence[str], rng: Random) -> dict[str, Any]:
    """A little over the middle, and each thing asked a little higher than the one before: now, then the goal."""
    first = rng.gauss((part.least + part.most) / 2, (part.most - part.least) / 6)
    return {
        item.id: min(part.most, max(part.least, round(first + 2 * place))) for place, item in enumerate(part.items)
    }


def _choice(part: Part, _lines: Sequence[str], rng: Random) -> dict[str, Any]:
    return {"choice": _leaning(part.items, rng).id}


def _points(part: Part, _lines: Sequence[str], rng: Random) -> dict[str, Any]:
    """Every block adds up, with a little more for the first letters than for the last."""
    given: dict[str, Any] = {}
    for block in blocks_asked(part.asks):
        cuts = sorted(rng.triangular(0, block.total, block.total * 0.45) for _ in block.keys[1:])
        ends = [0, *map(round, cuts), block.total]
        given |= {key: after - before for key, before, after in zip(block.keys, ends, ends[1:], strict=False)}
    return given


def _leaning(items: Sequence[Item], rng: Random) -> Item:
    """The earlier of two draws: else all choices would get the same number, and show no pattern."""
    return items[min(rng.randrange(len(items)), rng.randrange(len(items)))]


_HANDS: Mapping[Kind, Callable[[Part, Sequence[str], Random], dict[str, Any]]] = {
    Kind.BOARD: _words,
    Kind.SHEET: _words,
    Kind.AGREEMENT_ITEMS: _numbers,
    Kind.PAIRS: _marks,
    Kind.ANCHORED_SCALE: _line,
    Kind.FIELD: _numbers,
    Kind.CHOICE: _choice,
    Kind.ALLOCATION: _points,
}
