"""Two columns beside each other, line by line; a sheet has the same with a number and room in each field."""

from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number

GAP = 14.0
HALF = (INNER - GAP) / 2
PAD = 10.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it; returns the height."""
    return two(root, figure, ink, is_numbered=False)


def two(root: Node, figure: Figure, ink: Ink, is_numbered: bool) -> float:
    """Both columns, their rows on one level."""
    heads = [
        block([Said(box.label, 16, bold=True), Said(box.note, 13, paint="ink-soft")], HALF)
        for box in figure.boxes
    ]
    for place, head in enumerate(heads):
        put(root, head, _x(place), 4, ink)
    y = max(head.height for head in heads) + 12
    for row in range(max(len(box.words) for box in figure.boxes)):
        said = [box.words[row] if row < len(box.words) else "" for box in figure.boxes]
        cells = [block([Said(f"{row + 1}" if is_numbered else "", 13, bold=True, paint="now"), Said(text, 14)],
                       HALF - 2 * PAD) for text in said]  # fmt: skip
        tall = max(cell.height for cell in cells) + 2 * PAD
        for place, cell in enumerate(cells):
            if said[place]:
                _field(root, _x(place), y, tall, place, ink)
                put(root, cell, _x(place) + PAD, y + PAD, ink)
        y += tall + 8
    return y


def _x(place: int) -> float:
    return MARGIN + place * (HALF + GAP)


def _field(root: Node, x: float, y: float, tall: float, place: int, ink: Ink) -> None:
    add(
        root,
        "rect",
        x=x,
        y=y,
        width=HALF,
        height=tall,
        rx=8,
        fill=ink("paper"),
        stroke=ink("axis"),
        stroke_width=1.2,
    )
    dash = {} if place == 0 else {"stroke_dasharray": "6 4"}
    d = f"M{number(x)} {number(y + 8)}V{number(y + tall - 8)}"
    add(
        root,
        "path",
        d=d,
        stroke=ink("now" if place == 0 else "preferred"),
        stroke_width=4,
        fill="none",
        **dash,
    )
