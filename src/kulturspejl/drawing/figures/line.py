"""A line from 1 to 10 with a few places described, and marks or a band on it."""

from kulturspejl.drawing.figures.lines import SMALL, Block, Said, block, put
from kulturspejl.drawing.figures.own import LEAST, MOST, Way, add_own
from kulturspejl.drawing.figures.shape import MARGIN, Box, Figure, Marks, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.styles import add_marker

LINE_Y, BESIDE, GAP = 46.0, 42.0, 20.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; each series of marks has its band from the smallest to the largest."""
    ends = {"x1": x_of(LEAST, page), "x2": x_of(MOST, page)}
    add(root, "line", **ends, y1=LINE_Y, y2=LINE_Y, stroke=ink("axis"), stroke_width=2)
    told = {box.at for box in figure.boxes}
    for step in range(LEAST, MOST + 1):
        x = x_of(step, page)
        add(root, "circle", cx=x, cy=LINE_Y, r=5 if step in told else 3, fill=ink("axis"))
        write(root, str(step), x, LINE_Y + 24, text_anchor="middle", font_size=14,
              font_weight="700" if step in told else "400", fill=ink("ink"))  # fmt: skip
    for marks in figure.marks:
        _marks(root, marks, ink, page)
    if figure.has_own:
        add_own(root, Way(0, x_of(0, page), x_of(1, page) - x_of(0, page)), Way(0, LINE_Y - 16, 0), ink)
    return (_across if page.is_wide else _down)(root, figure, ink, page)


def x_of(value: float, page: Page) -> float:
    """Where a number stands."""
    return MARGIN + 14 + (value - LEAST) / (MOST - LEAST) * (page.inner - 28)


def _down(root: Node, figure: Figure, ink: Ink, page: Page) -> float:
    y = LINE_Y + 46
    for box in figure.boxes:
        says = _says(box, page.inner - BESIDE)
        _number(root, box, MARGIN + 14, y + 13, ink)
        put(root, says, MARGIN + BESIDE, y, ink)
        y += max(says.height, 28) + 14
    return y


def _across(root: Node, figure: Figure, ink: Ink, page: Page) -> float:
    y, wide = LINE_Y + 44, page.share(max(1, len(figure.boxes)), GAP)
    says = [_says(box, wide) for box in figure.boxes]
    for place, (box, one) in enumerate(zip(figure.boxes, says, strict=True)):
        x = MARGIN + place * (wide + GAP)
        _number(root, box, x + 15, y + 15, ink)
        put(root, one, x, y + 38, ink)
    return y + 46 + max((one.height for one in says), default=0)


def _says(box: Box, width: float) -> Block:
    return block([Said(box.label, 15, bold=True), *(Said(word, SMALL) for word in box.words)], width)


def _number(root: Node, box: Box, x: float, y: float, ink: Ink) -> None:
    add(root, "circle", cx=x, cy=y, r=14, fill="none", stroke=ink("axis"), stroke_width=2)
    write(root, number(box.at or LEAST), x, y + 5, text_anchor="middle", font_size=14, font_weight="700",
          fill=ink("ink"))  # fmt: skip


def _marks(root: Node, marks: Marks, ink: Ink, page: Page) -> None:
    ends = {"x1": x_of(min(marks.values), page), "x2": x_of(max(marks.values), page)}
    add(root, "line", **ends, y1=LINE_Y, y2=LINE_Y, stroke=ink(marks.kind), stroke_width=9, stroke_opacity=0.3,
        stroke_linecap="round")  # fmt: skip
    stacked: dict[float, int] = {}
    for value in marks.values:
        height = stacked[value] = stacked.get(value, 0) + 1
        place = f"translate({number(x_of(value, page))} {number(LINE_Y - 4 - 10 * height)})"
        add_marker(add(root, "g", transform=place, data_mark=value), marks.kind, ink)
