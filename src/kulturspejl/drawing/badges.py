"""A culture's letter on its colour: the same badge in every picture."""

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, write
from kulturspejl.drawing.palette import CULTURES

RADIUS = 10.0


def add_badge(parent: Node, letter: str, x: float, y: float, ink: Ink) -> None:
    """A disc around (x, y) with the letter inside."""
    add(parent, "circle", cx=x, cy=y, r=RADIUS, fill=ink(CULTURES[letter]))
    write(
        parent, letter, x, y + 4.9, text_anchor="middle", font_size=13.75, font_weight="700", fill=ink("paper")
    )
