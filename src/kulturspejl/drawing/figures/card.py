"""A field of a figure: a rounded frame with a name, a line under it and a few words. The same in every figure."""

from kulturspejl.drawing.badges import RADIUS, add_badge
from kulturspejl.drawing.figures.lines import Block, Said, block, put
from kulturspejl.drawing.figures.shape import Box
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

PAD = 11.0


def inside(box: Box, width: float, badge: bool = False) -> Block:
    """The words of a card `width` wide."""
    return block(
        [
            Said(box.label, 15, bold=True),
            Said(box.note, 13, paint="ink-soft"),
            *(Said(word, 13, gap=4) for word in box.words),
        ],
        width - 2 * PAD - (2 * RADIUS + 6 if badge else 0),
    )


def height(box: Box, width: float, badge: bool = False) -> float:
    """What the card needs."""
    return inside(box, width, badge).height + 2 * PAD


def card(
    parent: Node, box: Box, x: float, y: float, width: float, tall: float, ink: Ink, *, badge: str = "",
    is_strong: bool = False, anchor: str = "start",
) -> None:  # fmt: skip
    """Draw it; `badge` is a culture's letter, `is_strong` a frame of double weight."""
    add(
        parent, "rect", x=x, y=y, width=width, height=tall, rx=10, fill=ink("paper"), stroke=ink("axis"),
        stroke_width=2.5 if is_strong else 1.2,
    )  # fmt: skip
    if badge:
        add_badge(parent, badge, x + PAD + RADIUS - 2, y + PAD + RADIUS - 1, ink)
    left = x + PAD + (2 * RADIUS + 6 if badge else 0)
    put(
        parent,
        inside(box, width, bool(badge)),
        x + width / 2 if anchor == "middle" else left,
        y + PAD,
        ink,
        anchor,
    )
