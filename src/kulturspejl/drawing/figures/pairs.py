"""Pairs of opposites with seven places between them; neither end is the good one."""

from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, WIDTH, Figure, Marks
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.legend import ROW
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.styles import add_marker

FURTHEST, INSET = 3, 14.0
HALF = INNER / 2 - 8


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it: a box's label is the left end, its first word the right; values from -3 (left) to +3."""
    y = 6.0
    for place, box in enumerate(figure.boxes):
        ends = [block([Said(text, 15, bold=True)], HALF) for text in (box.label, *box.words[:1])]
        put(root, ends[0], MARGIN, y, ink)
        put(root, ends[1], WIDTH - MARGIN, y, ink, "end")
        y += max(end.height for end in ends) + 20
        _scale(root, y, ink)
        for row, marks in enumerate(figure.marks):
            lift = (row - (len(figure.marks) - 1) / 2) * 9
            where = f"translate({number(_x(marks.values[place]))} {number(y + lift)})"
            add_marker(add(root, "g", transform=where, data_pair=place), marks.kind, ink)
        y += 26
    return _names(root, figure.marks, y, ink)


def _x(value: float) -> float:
    return WIDTH / 2 + value / FURTHEST * (INNER / 2 - INSET)


def _scale(root: Node, y: float, ink: Ink) -> None:
    add(root, "line", x1=_x(-FURTHEST), x2=_x(FURTHEST), y1=y, y2=y, stroke=ink("axis"), stroke_width=1.5)
    for step in range(-FURTHEST, FURTHEST + 1):
        half = 9 if step == 0 else 5
        add(
            root,
            "line",
            x1=_x(step),
            x2=_x(step),
            y1=y - half,
            y2=y + half,
            stroke=ink("axis"),
            stroke_width=1.5,
        )


def _names(root: Node, marks: tuple[Marks, ...], y: float, ink: Ink) -> float:
    for one in marks:
        add_marker(
            add(root, "g", transform=f"translate({number(MARGIN + 10)} {number(y + 4)})"), one.kind, ink
        )
        write(root, one.name, MARGIN + 28, y + 9, font_size=14, fill=ink("ink"))
        y += ROW
    return y
