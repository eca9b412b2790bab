"""A line from 1 to 10 with a few places described, and marks or a band on it."""

from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, Figure, Marks
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.styles import add_marker

LEAST, MOST, LINE_Y = 1, 10, 46.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it; each series of marks has its band from the smallest to the largest."""
    add(root, "line", x1=_x(LEAST), x2=_x(MOST), y1=LINE_Y, y2=LINE_Y, stroke=ink("axis"), stroke_width=2)
    told = {box.at for box in figure.boxes}
    for step in range(LEAST, MOST + 1):
        add(root, "circle", cx=_x(step), cy=LINE_Y, r=5 if step in told else 3, fill=ink("axis"))
        write(root, str(step), _x(step), LINE_Y + 24, text_anchor="middle", font_size=14,
              font_weight="700" if step in told else "400", fill=ink("ink"))  # fmt: skip
    for marks in figure.marks:
        _marks(root, marks, ink)
    y = LINE_Y + 46
    for box in figure.boxes:
        says = block([Said(box.label, 15, bold=True), *(Said(word, 13) for word in box.words)], INNER - 42)
        add(root, "circle", cx=MARGIN + 14, cy=y + 13, r=14, fill="none", stroke=ink("axis"), stroke_width=2)
        write(root, number(box.at or LEAST), MARGIN + 14, y + 18, text_anchor="middle", font_size=14,
              font_weight="700", fill=ink("ink"))  # fmt: skip
        put(root, says, MARGIN + 42, y, ink)
        y += max(says.height, 28) + 14
    return y


def _x(value: float) -> float:
    return MARGIN + 14 + (value - LEAST) / (MOST - LEAST) * (INNER - 28)


def _marks(root: Node, marks: Marks, ink: Ink) -> None:
    add(root, "line", x1=_x(min(marks.values)), x2=_x(max(marks.values)), y1=LINE_Y, y2=LINE_Y, stroke=ink(marks.kind),
        stroke_width=9, stroke_opacity=0.3, stroke_linecap="round")  # fmt: skip
    stacked: dict[float, int] = {}
    for value in marks.values:
        height = stacked[value] = stacked.get(value, 0) + 1
        place = f"translate({number(_x(value))} {number(LINE_Y - 4 - 10 * height)})"
        add_marker(add(root, "g", transform=place, data_mark=value), marks.kind, ink)
