"""Two columns beside each other, line by line; a sheet has the same with a number and room in each field."""

from kulturspejl.drawing.figures.lines import SMALL, Said, block, put
from kulturspejl.drawing.figures.shape import MARGIN, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number

GAP = 14.0
PAD = 10.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height."""
    return two(root, figure, ink, page, is_numbered=False)


def two(root: Node, figure: Figure, ink: Ink, page: Page, is_numbered: bool) -> float:
    """Both columns, their rows on one level."""
    half = page.share(2, GAP)
    pad, under = (PAD, 8.0) if not page.is_wide else (6.0, 5.0)
    heads = [
        block([Said(box.label, 16, bold=True), Said(box.note, SMALL, paint="ink-soft")], half)
        for box in figure.boxes
    ]
    for place, head in enumerate(heads):
        put(root, head, _x(place, half), 4, ink)
    y = max(head.height for head in heads) + 12
    for row in range(max(len(box.words) for box in figure.boxes)):
        said = [box.words[row] if row < len(box.words) else "" for box in figure.boxes]
        cells = [
            block(_numbered(row + 1, text, page) if is_numbered else [Said(text)], half - 2 * PAD)
            for text in said
        ]
        tall = max(cell.height for cell in cells) + 2 * pad
        for place, cell in enumerate(cells):
            if said[place]:
                _field(root, _x(place, half), y, half, tall, place, ink)
                put(root, cell, _x(place, half) + PAD, y + pad, ink)
        y += tall + under
    return y


def _numbered(number: int, text: str, page: Page) -> list[Said]:
    if page.is_wide:
        return [Said(f"{number}. {text}")]
    return [Said(f"{number}", SMALL, bold=True, paint="now"), Said(text)]


def _x(place: int, half: float) -> float:
    return MARGIN + place * (half + GAP)


def _field(root: Node, x: float, y: float, wide: float, tall: float, place: int, ink: Ink) -> None:
    add(
        root,
        "rect",
        x=x,
        y=y,
        width=wide,
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
