"""Pairs of opposites with seven places between them; neither end is the good one."""

from dataclasses import dataclass

from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.own import FURTHEST, Way, add_own
from kulturspejl.drawing.figures.shape import MARGIN, Figure, Marks, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.layout import LEGEND_ROW
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.styles import add_marker

INSET, WORDS = 14.0, 0.31
"""On a wide page the words take this share of it on each side of the scale."""


@dataclass(frozen=True, slots=True)
class _Scale:
    middle: float
    reach: float

    def x(self, value: float) -> float:
        return self.middle + value / FURTHEST * self.reach


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it: a box's label is the left end, its first word the right; values from -3 (left) to +3."""
    wide = WORDS * page.inner if page.is_wide else page.inner / 2 - 8
    scale = _Scale(page.middle, page.inner / 2 - INSET - (wide if page.is_wide else 0))
    y = 6.0
    for place, box in enumerate(figure.boxes):
        ends = [block([Said(text, 15, bold=True)], wide) for text in (box.label, *box.words[:1])]
        tall = max(end.height for end in ends)
        for end, x, anchor in ((ends[0], MARGIN, "start"), (ends[1], page.width - MARGIN, "end")):
            put(root, end, x, y + (tall - end.height) / 2 if page.is_wide else y, ink, anchor)
        y += tall / 2 + 1 if page.is_wide else tall + 20
        _scale(root, scale, y, ink)
        for row, marks in enumerate(figure.marks):
            lift = (row - (len(figure.marks) - 1) / 2) * 9
            where = f"translate({number(scale.x(marks.values[place]))} {number(y + lift)})"
            add_marker(add(root, "g", transform=where, data_pair=place), marks.kind, ink)
        if figure.has_own:
            add_own(root, Way(place, scale.middle, scale.reach / FURTHEST), Way(place, y, 0), ink)
        y += tall / 2 + 16 if page.is_wide else 26
    return _names(root, figure.marks, y, ink)


def _scale(root: Node, scale: _Scale, y: float, ink: Ink) -> None:
    line: dict[str, str | float] = {"stroke": ink("axis"), "stroke_width": 1.5}
    add(root, "line", x1=scale.x(-FURTHEST), x2=scale.x(FURTHEST), y1=y, y2=y, **line)
    for step in range(-FURTHEST, FURTHEST + 1):
        half = 9 if step == 0 else 5
        add(root, "line", x1=scale.x(step), x2=scale.x(step), y1=y - half, y2=y + half, **line)


def _names(root: Node, marks: tuple[Marks, ...], y: float, ink: Ink) -> float:
    for one in marks:
        where = f"translate({number(MARGIN + 10)} {number(y + 4)})"
        add_marker(add(root, "g", transform=where), one.kind, ink)
        write(root, one.name, MARGIN + 28, y + 9, font_size=14, fill=ink("ink"))
        y += LEGEND_ROW
    return y
