"""A centre with fields around it, joined to it by lines."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, WIDTH, Box, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

HALF, GAP, CENTRE = (INNER - 14) / 2, 14.0, 250.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it: half of the rows above the centre, half below; returns the height."""
    rows = [figure.boxes[place : place + 2] for place in range(0, len(figure.boxes), 2)]
    above = (len(rows) + 1) // 2
    says = block([Said(figure.centre, 16, bold=True, paint="paper")], CENTRE - 28)
    tall = says.height + 22
    total = sum(_tall(row) + GAP for row in rows) + tall + GAP
    centre_y = 6 + sum(_tall(row) + GAP for row in rows[:above]) + GAP / 2
    for x in (WIDTH / 2 - 70, WIDTH / 2 + 70):
        add(root, "line", x1=x, x2=x, y1=20, y2=total - 20, stroke=ink("now"), stroke_width=2.5)
    y = _rows(root, rows[:above], 6, ink)
    add(
        root,
        "rect",
        x=(WIDTH - CENTRE) / 2,
        y=centre_y,
        width=CENTRE,
        height=tall,
        rx=tall / 2,
        fill=ink("now"),
    )
    put(root, says, WIDTH / 2, centre_y + 11, ink, "middle")
    return _rows(root, rows[above:], y + tall + GAP, ink)


def _tall(row: tuple[Box, ...]) -> float:
    return max(height(box, HALF if len(row) == 2 else INNER) for box in row)


def _rows(root: Node, rows: list[tuple[Box, ...]], y: float, ink: Ink) -> float:
    for row in rows:
        tall, wide = _tall(row), HALF if len(row) == 2 else INNER
        for place, box in enumerate(row):
            card(root, box, MARGIN + place * (HALF + 14), y, wide, tall, ink)
        y += tall + GAP
    return y
