"""The wall's own paper: one unit is a pixel on a screen of 1280 by 720, and no letter on it is smaller than LEAST."""

from dataclasses import dataclass

from kulturspejl.drawing.figures.lines import LEAD, Block, Line, Said, put
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, picture
from kulturspejl.drawing.pieces import words_of
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.letters import broken, wide

SMALL, PLAIN, LARGE, HUGE = 23.0, 27.0, 34.0, 54.0
LEAST = 22.0
"""Read from ten metres, and no smaller."""
A_LITTLE_LESS = 0.999
"""A word that is exactly as wide as its place is wider by what numbers lose, and would leave its last letter behind."""


@dataclass(frozen=True, slots=True)
class Named:
    """What every picture is called: for whoever cannot see it, and apart from others on the page."""

    key: str
    title: str
    description: str
    lang: str


def opened(canvas: Canvas, named: Named, ink: Ink = SCREEN) -> Node:
    """The root of a picture on this paper."""
    root = picture(
        named.key, width=canvas.width, height=canvas.height, title=named.title, description=named.description,
        letters=ink.letters,
    )  # fmt: skip
    root.set("class", "on-wall")
    return root


def said(text: str, size: float, width: float, *, bold: bool = False, paint: str = "ink") -> Block:
    """Words in lines that fit; where one word is too wide, all are smaller, and at the least size it is broken."""
    longest = max((wide(word, size, bold=bold) for word in words_of(text)), default=0.0)
    fitting = size if longest <= width else max(LEAST, A_LITTLE_LESS * size * width / longest)
    how = Said(text, fitting, bold=bold, paint=paint)
    rows = _balanced(text, width, fitting, bold) if text else []
    lines = [
        Line(row, (place + 1) * fitting * LEAD - fitting * 0.34, how, fitting) for place, row in enumerate(rows)
    ]
    return Block(tuple(lines), len(rows) * fitting * LEAD)


def _balanced(text: str, width: float, size: float, bold: bool) -> list[str]:
    """As few lines as there must be, and none of them much shorter than the others."""
    rows = broken(text, width, size, bold=bold)
    if len(rows) < 2:
        return rows
    narrow = max(wide(word, size, bold=bold) for word in words_of(text))
    while width - narrow > size / 2:
        middle = (width + narrow) / 2
        if len(broken(text, middle, size, bold=bold)) > len(rows):
            narrow = middle
        else:
            width = middle
    return broken(text, width, size, bold=bold)


def centred(root: Node, found: Block, x: float, middle: float, ink: Ink = SCREEN, anchor: str = "middle") -> None:
    """Write the block with its own middle at `middle`."""
    put(root, found, x, middle - found.height / 2, ink, anchor)
