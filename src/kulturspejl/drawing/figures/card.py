"""A field of a figure: a rounded frame with a name, a line under it and a few words. The same in every figure."""

from kulturspejl.drawing.badges import RADIUS, add_badge
from kulturspejl.drawing.figures.lines import SMALL, Block, Said, block, put
from kulturspejl.drawing.figures.shape import Box
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

PAD = 11.0


BESIDE = 2 * RADIUS + 6


def _name(box: Box, width: float, badge: bool) -> Block:
    return block([Said(box.label, 15, bold=True)], width - 2 * PAD - (BESIDE if badge else 0))


def _below(box: Box, width: float) -> Block:
    said = [Said(box.note, SMALL, paint="ink-soft"), *(Said(word, SMALL, gap=4) for word in box.words)]
    return block(said, width - 2 * PAD)


def height(box: Box, width: float, badge: bool = False) -> float:
    """What the card needs."""
    below = _below(box, width).height
    return _head(_name(box, width, badge), badge) + (below + 4 if below else 0) + 2 * PAD


def card(
    parent: Node, box: Box, x: float, y: float, width: float, tall: float, ink: Ink, *, badge: str = "",
    is_strong: bool = False, anchor: str = "start",
) -> None:  # fmt: skip
    """Draw it; `badge` is a culture's letter before the name, `is_strong` a frame of double weight."""
    add(
        parent, "rect", x=x, y=y, width=width, height=tall, rx=10, fill=ink("paper"), stroke=ink("axis"),
        stroke_width=2.5 if is_strong else 1.2,
    )  # fmt: skip
    if badge:
        add_badge(parent, badge, x + PAD + RADIUS - 2, y + PAD + RADIUS - 1, ink)
    name = _name(box, width, bool(badge))
    left = x + width / 2 if anchor == "middle" else x + PAD
    put(parent, name, left + (BESIDE if badge else 0), y + PAD, ink, anchor)
    put(parent, _below(box, width), left, y + PAD + _head(name, bool(badge)) + 4, ink, anchor)


def _head(name: Block, badge: bool) -> float:
    return max(name.height, 2 * RADIUS + 2) if badge else name.height
