"""A centre with fields around it, joined to it by lines."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import MARGIN, Box, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

GAP, CENTRE, PAD = 14.0, 250.0, 14.0
Row = tuple[Box, ...]


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it: half of the rows above the centre, half below; returns the height."""
    many = (len(figure.boxes) + 1) // 2 if page.is_wide else 2
    rows = [figure.boxes[place : place + many] for place in range(0, len(figure.boxes), many)]
    above = (len(rows) + 1) // 2
    centre = page.inner if page.is_wide else CENTRE
    says = block([Said(figure.centre, 16, bold=True, paint="paper")], centre - 2 * PAD)
    tall = says.height + 22
    total = sum(_tall(row, page) + GAP for row in rows) + tall + GAP
    middle = 6 + sum(_tall(row, page) + GAP for row in rows[:above]) + GAP / 2
    if page.is_wide:
        _roads(root, rows[:above], (20, middle + tall / 2), ink, page)
        _roads(root, rows[above:], (middle + tall / 2, total - 20), ink, page)
    else:
        _upright(root, total, ink, page)
    y = _rows(root, rows[:above], 6, ink, page)
    add(
        root, "rect", x=(page.width - centre) / 2, y=middle, width=centre, height=tall, rx=tall / 2, fill=ink("now")
    )  # fmt: skip
    put(root, says, page.middle, middle + 11, ink, "middle")
    return _rows(root, rows[above:], y + tall + GAP, ink, page)


def _roads(root: Node, rows: list[Row], ends: tuple[float, float], ink: Ink, page: Page) -> None:
    """From the centre to the middle of each field: rows are of as many as they hold."""
    for row in rows:
        wide = _wide(row, page)
        for place in range(len(row)):
            _road(root, MARGIN + wide / 2 + place * (wide + GAP), ends, ink)


def _upright(root: Node, total: float, ink: Ink, page: Page) -> None:
    for x in (page.middle - 70, page.middle + 70):
        _road(root, x, (20, total - 20), ink)


def _road(root: Node, x: float, ends: tuple[float, float], ink: Ink) -> None:
    add(root, "line", x1=x, x2=x, y1=ends[0], y2=ends[1], stroke=ink("now"), stroke_width=2.5)


def _wide(row: Row, page: Page) -> float:
    return page.share(len(row), GAP)


def _tall(row: Row, page: Page) -> float:
    return max(height(box, _wide(row, page)) for box in row)


def _rows(root: Node, rows: list[Row], y: float, ink: Ink, page: Page) -> float:
    for row in rows:
        tall, wide = _tall(row, page), _wide(row, page)
        for place, box in enumerate(row):
            card(root, box, MARGIN + place * (wide + GAP), y, wide, tall, ink)
        y += tall + GAP
    return y
