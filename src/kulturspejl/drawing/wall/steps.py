"""Steps one after the other, in the whole height: a path with a card under each stop, read from left to right."""

from collections.abc import Sequence

from kulturspejl.drawing.figures.lines import Block, put
from kulturspejl.drawing.figures.path import HERE
from kulturspejl.drawing.figures.shape import Box, Figure
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, render
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import LEAST, PLAIN, SMALL, Named, opened, said

GAP, PAD, RAIL, STOP = 14.0, 14.0, 30.0, 19.0
TOP = 2 * RAIL + 6
SIZES = ((34.0, 28.0), (30.0, PLAIN), (PLAIN, SMALL), (SMALL, LEAST))
"""Letters of a step's name and of its words, the largest first."""
BETWEEN = 8.0


def steps(figure: Figure, *, canvas: Canvas, named: Named, ink: Ink = SCREEN) -> str:
    """All of them, in the largest letters with which all words have room."""
    root = opened(canvas, named, ink)
    many = max(1, len(figure.boxes))
    wide = (canvas.width - GAP * (many - 1)) / many
    cards = _largest(figure, wide - 2 * PAD, canvas.height - TOP - 2 * PAD, named.lang)
    add(root, "line", x1=wide / 2, x2=canvas.width - wide / 2, y1=RAIL, y2=RAIL, stroke=ink("now"), stroke_width=5)
    for place, blocks in enumerate(cards):
        x = place * (wide + GAP)
        is_here = place == figure.here
        edge = 4.0 if is_here else 1.5
        add(root, "rect", x=x + edge / 2, y=TOP, width=wide - edge, height=canvas.height - TOP - edge / 2, rx=14,
            fill=ink("now"), fill_opacity=0.14 if is_here else 0.06, stroke=ink("axis"), stroke_width=edge)  # fmt: skip
        filled = ink("now") if figure.here < 0 or place <= figure.here else ink("paper")
        add(root, "circle", cx=x + wide / 2, cy=RAIL, r=STOP, fill=filled, stroke=ink("now"), stroke_width=4)
        _write(root, blocks, x + PAD, ink)
    return render(root)


def _largest(figure: Figure, wide: float, tall: float, lang: str) -> list[list[Block]]:
    found: list[list[Block]] = []
    for sizes in SIZES:
        found = [_card(box, place == figure.here, wide, sizes, lang) for place, box in enumerate(figure.boxes)]
        if all(sum(one.height + BETWEEN for one in blocks) <= tall for blocks in found):
            break
    return found


def _card(box: Box, is_here: bool, wide: float, sizes: tuple[float, float], lang: str) -> list[Block]:
    name, words = sizes
    here = [said(HERE.into(lang), words, wide, bold=True, paint="preferred")] if is_here else []
    note = [said(box.note, name, wide, paint="now", bold=True)] if box.note else []
    return [*here, said(box.label, name, wide, bold=True), *note, *(said(one, words, wide) for one in box.words)]


def _write(root: Node, blocks: Sequence[Block], x: float, ink: Ink) -> None:
    y = TOP + PAD
    for block in blocks:
        put(root, block, x, y, ink)
        y += block.height + BETWEEN
