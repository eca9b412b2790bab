"""A path from top to bottom: stops on a line, and where you are."""

from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

RAIL, GAP = MARGIN + 14, 16.0
HERE = {"da": "Her er I", "en": "You are here"}


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it; what is behind has a filled stop, what lies ahead an open one."""
    rail = add(root, "line", x1=RAIL, x2=RAIL, y1=16, y2=16, stroke=ink("now"), stroke_width=3)
    y, last = 6.0, 16.0
    for place, box in enumerate(figure.boxes):
        is_here, last = place == figure.here, y + 11
        says = block(
            [Said(HERE[lang] if is_here else "", 13, bold=True, paint="preferred"), Said(box.label, 15, bold=True),
             Said(box.note, 13, paint="ink-soft"), *(Said(word, 13) for word in box.words)],
            INNER - 44,
        )  # fmt: skip
        if is_here:
            add(
                root, "circle", cx=RAIL, cy=last, r=13, fill="none", stroke=ink("preferred"), stroke_width=2.5
            )
        behind = place <= figure.here
        add(root, "circle", cx=RAIL, cy=last, r=7.5, fill=ink("now" if behind else "paper"), stroke=ink("now"),
            stroke_width=2.5)  # fmt: skip
        put(root, says, RAIL + 28, y, ink)
        y += says.height + GAP
    rail.set("y2", f"{last:g}")
    return y
