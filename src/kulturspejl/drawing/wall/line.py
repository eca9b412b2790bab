"""A line of numbers with named places, and where people stand on it: how many in which stretch, never one mark.

A stretch is as wide as it is, and as high as there are people for each of its numbers: its area is people.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.figures.lines import Block, put
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, render, write
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.series import Kind
from kulturspejl.drawing.styles import add_marker
from kulturspejl.drawing.wall.canvas import LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.letters import wide

Stretch = tuple[int, int, int]
"""From, to, how many."""
SIDE, NAME, TICKS, GAP, BETWEEN = 30.0, 40.0, 44.0, 16.0, 18.0
OWN, LEAST_SHARE = NAME + 34.0, 0.3
"""A question's name and the number over its highest stack; no question has less of the height than this share."""
TALLEST = 64.0
"""A single person in a single number is never higher: few people shall not look like many."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number with a name."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the line: where people stand in stretches, or the middle of all with its middle half."""

    name: str
    kind: Kind
    stretches: tuple[Stretch, ...] = ()
    at: float | None = None
    half: tuple[float, float] | None = None
    value: str = ""


def number_line(
    least: int, most: int, anchors: Sequence[Anchor], asked: Sequence[Asked], *, canvas: Canvas, named: Named,
    ink: Ink = SCREEN,
) -> str:  # fmt: skip
    """The first question stands on the line and the second hangs under it; without any the line alone."""
    root = opened(canvas, named, ink)
    texts = _texts(anchors, canvas.width)
    told = max((one.height for one in texts), default=0.0)
    room = canvas.height - told - GAP - TICKS
    above, below = _heights(asked, room)
    line = _Line(least, most, canvas.width, above)
    under = canvas.height - told
    lefts = _under_their_numbers(line, anchors, texts)
    _axis(root, line, anchors, ink)
    if lefts is None:
        lefts = [_column(place, len(texts), canvas.width) for place in range(len(texts))]
        _leads(root, line, anchors, lefts, under, ink)
    each = min((_each(one, height) for one, height in zip(asked, (above, below), strict=False)), default=TALLEST)
    for one, is_up, height in zip(asked, (True, False), (above, below), strict=False):
        _question(root, line, one, is_up, height, each, ink)
    for words, left in zip(texts, lefts, strict=True):
        put(root, words, left, under, ink)
    return render(root)


@dataclass(frozen=True, slots=True)
class _Line:
    least: int
    most: int
    width: float
    y: float

    @property
    def step(self) -> float:
        return (self.width - 2 * SIDE) / (self.most - self.least + 1)

    def x(self, value: float) -> float:
        return SIDE + (value - self.least + 0.5) * self.step


def _texts(anchors: Sequence[Anchor], width: float) -> list[Block]:
    if not anchors:
        return []
    each = (width - 24 * (len(anchors) - 1)) / len(anchors)
    return [said(f"{one.value} {one.label}", PLAIN, each, bold=True) for one in anchors]


def _column(place: int, many: int, width: float) -> float:
    return place * (width + 24) / many


def _under_their_numbers(line: _Line, anchors: Sequence[Anchor], texts: Sequence[Block]) -> list[float] | None:
    """Where each text begins so that its middle is under its number; None where two would stand in each other's way."""
    lefts: list[float] = []
    end = 0.0
    for anchor, block in zip(anchors, texts, strict=True):
        across = max((wide(one.text, one.size, bold=True) for one in block.lines), default=0.0)
        left = max(0.0, min(line.x(anchor.value) - across / 2, line.width - across))
        if left < end:
            return None
        lefts.append(left)
        end = left + across + BETWEEN
    return lefts


def _axis(root: Node, line: _Line, anchors: Sequence[Anchor], ink: Ink) -> None:
    named = {one.value for one in anchors}
    add(root, "line", x1=SIDE, x2=line.width - SIDE, y1=line.y, y2=line.y, stroke=ink("axis"), stroke_width=3)
    middle = line.y + TICKS / 2
    for value in range(line.least, line.most + 1):
        x = line.x(value)
        if value in named:
            add(root, "circle", cx=x, cy=middle, r=TICKS / 2, fill=ink("now"))
        write(root, str(value), x, middle + 9, text_anchor="middle", font_size=SMALL if value > 9 else PLAIN,
              font_weight="700", fill=ink("paper" if value in named else "ink"))  # fmt: skip


def _leads(root: Node, line: _Line, anchors: Sequence[Anchor], lefts: Sequence[float], under: float, ink: Ink) -> None:
    """From a number to its text, where that stands elsewhere."""
    start = line.y + TICKS
    for anchor, left in zip(anchors, lefts, strict=True):
        d = f"M{number(line.x(anchor.value))} {number(start)}L{number(left + 12)} {number(under - 2)}"
        add(root, "path", d=d, fill="none", stroke=ink("grid"), stroke_width=2)


def _heights(asked: Sequence[Asked], room: float) -> tuple[float, float]:
    """Over and under the line: each question has its name, and of the rest as much as its highest stack asks for."""
    if len(asked) < 2:
        return room, 0.0
    first, second = map(_densest, asked[:2])
    share = min(1 - LEAST_SHARE, max(LEAST_SHARE, first / (first + second))) if first and second else 0.5
    rest = room - 2 * OWN
    return OWN + share * rest, OWN + (1 - share) * rest


def _densest(asked: Asked) -> float:
    return max((count / (last - first + 1) for first, last, count in asked.stretches), default=0.0)


def _each(asked: Asked, height: float) -> float:
    """How high one person in one number may be: the same for all questions, so that they can be compared."""
    densest = _densest(asked)
    return min(TALLEST, (height - OWN) / densest) if densest else TALLEST


def _question(
    root: Node, line: _Line, asked: Asked, is_up: bool, height: float, each: float, ink: Ink
) -> None:
    start = line.y if is_up else line.y + TICKS
    far = start - height + NAME / 2 if is_up else start + height - NAME / 2
    name = said(f"{asked.name} {asked.value}".strip(), PLAIN, line.width - 2 * SIDE, bold=True, paint=asked.kind)
    edge = start - height + name.height / 2 if is_up else start + height - name.height / 2
    centred(root, name, SIDE, max(far, edge) if is_up else min(far, edge), ink, "start")
    if asked.at is not None:
        _middle(root, line, asked, asked.at, (start + far) / 2, ink)
    elif asked.stretches:
        _stacks(root, line, asked, start, -1 if is_up else 1, each, ink)


def _stacks(root: Node, line: _Line, asked: Asked, start: float, way: int, each: float, ink: Ink) -> None:
    for first, last, count in asked.stretches:
        left, across = line.x(first - 0.5) + 2, (last - first + 1) * line.step - 4
        tall = each * count / (last - first + 1)
        y = start - tall if way < 0 else start
        add(root, "rect", x=left, y=y, width=across, height=tall, rx=5, fill=ink(asked.kind), fill_opacity=0.88,
            data_from=first, data_to=last, data_count=count)  # fmt: skip
        beside = start + way * tall + (-10 if way < 0 else 30)
        write(root, str(count), left + across / 2, beside, text_anchor="middle", font_size=LARGE, font_weight="700",
              fill=ink("ink"))  # fmt: skip


def _middle(root: Node, line: _Line, asked: Asked, at: float, y: float, ink: Ink) -> None:
    if asked.half:
        start, end = line.x(asked.half[0]), line.x(asked.half[1])
        add(root, "rect", x=start - 14, y=y - 22, width=end - start + 28, height=44, rx=22, fill=ink(asked.kind),
            fill_opacity=0.25)  # fmt: skip
    mark = add(root, "g", transform=f"translate({number(line.x(at))} {number(y)}) scale(3)")
    add_marker(mark, asked.kind, ink)
