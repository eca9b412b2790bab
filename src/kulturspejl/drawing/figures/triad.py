"""Three that need each other: a triangle of cards, joined both ways."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import SMALL, Said, block, even, put
from kulturspejl.drawing.figures.shape import MARGIN, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

TOP_SHARE, ROAD, GAP = 0.68, 62.0, 22.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height."""
    first, *below = figure.boxes
    half, top = page.share(2, GAP), TOP_SHARE * page.inner
    upper, lower = height(first, top), max(height(box, half) for box in below)
    low = 6 + upper + ROAD
    line: dict[str, str | float] = {"stroke": ink("now"), "stroke_width": 2.5}
    left, right = MARGIN + half / 2, page.width - MARGIN - half / 2
    for x, near in ((left, page.middle - 0.25 * page.inner), (right, page.middle + 0.25 * page.inner)):
        add(root, "line", x1=near, y1=6 + upper, x2=x, y2=low, **line)
    add(root, "line", x1=left, x2=right, y1=low + 24, y2=low + 24, **line)
    card(root, first, (page.width - top) / 2, 6, top, upper, ink, anchor="middle")
    for place, box in enumerate(below):
        card(root, box, MARGIN if place == 0 else page.width - MARGIN - half, low, half, lower, ink)
    centre = Said(figure.centre, SMALL, bold=True, paint="now")
    says = block([centre], even(centre, 0.41 * page.inner))
    put(root, says, page.middle, 6 + upper + (ROAD - says.height) / 2, ink, "middle")
    return low + lower + 6
