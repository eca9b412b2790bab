"""What a web stands on: quadrants, rings, axes and the names of their ends."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, LETTERS
from kulturspejl.core.writing.numbers import whole
from kulturspejl.drawing.geometry import Frame, corners
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.layout import CX, HALF_SIDE, Layout
from kulturspejl.drawing.markup import Node, add, number, points, write
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.words import Edge

_ROUNDING = 1e-9


def add_ground(root: Node, frame: Frame, rings: Sequence[float], ink: Ink) -> None:
    """Quadrants in a breath of their culture's colour, rings, and the axes. Rings outside the frame are hidden."""
    for letter in LETTERS:
        x, y = frame.point(letter, frame.maximum)
        corner = {"x": min(x, frame.cx), "y": min(y, frame.cy), "width": HALF_SIDE, "height": HALF_SIDE}
        add(root, "rect", **corner, fill=ink(CULTURES[letter]), fill_opacity=0.07)
    ground = add(root, "g", fill="none", stroke=ink("grid"), stroke_width=1)
    for ring in rings:
        _add_ring(ground, frame, ring, ink)
    cross = f"M{number(CX - HALF_SIDE)} {number(frame.cy)}h{number(2 * HALF_SIDE)}"
    add(ground, "path", d=f"{cross}M{number(CX)} {number(frame.cy - HALF_SIDE)}v{number(2 * HALF_SIDE)}")
    for letter in LETTERS:
        x, y = frame.point(letter, frame.maximum)
        add(ground, "line", x1=CX, y1=frame.cy, x2=x, y2=y, stroke=ink("axis"))


def add_ring_labels(root: Node, frame: Frame, rings: Sequence[float], ink: Ink) -> None:
    """Points as on paper at each ring, with a halo of paper, because lines cross there."""
    labels = add(
        root, "g", class_="rings", font_size=11, fill=ink("ink-soft"), paint_order="stroke", stroke=ink("paper"),
        stroke_width=3,
    )  # fmt: skip
    for ring in rings:
        text, y = str(whole(ring * len(DIMENSIONS))), frame.cy - frame.half_side(ring) + 12
        write(labels, text, CX + 4, y, data_ring_label=exact(ring), visibility=_visibility(ring, frame))


def add_ends(root: Node, names: Mapping[Edge, str], layout: Layout, ink: Ink) -> None:
    """The names of the four ends of the axes, at the edges."""
    ends = add(
        root, "g", class_="ends", text_anchor="middle", font_size=13.5, font_style="italic", fill=ink("ink-soft")
    )
    write(ends, names["up"], CX, 17)
    write(ends, names["down"], CX, layout.height - 9)
    for name, x, turn in (
        (names["left"], CX - HALF_SIDE - 16, -90),
        (names["right"], CX + HALF_SIDE + 16, 90),
    ):
        around = f"rotate({turn} {number(x)} {number(layout.cy)})"
        write(ends, name, x, layout.cy, transform=around, dominant_baseline="central")


def exact(value: float) -> str:
    """A value as data: six decimals, so that a script calculates with what the picture shows."""
    return repr(round(value, 6))


def _add_ring(ground: Node, frame: Frame, ring: float, ink: Ink) -> None:
    paint = ink("axis") if abs(ring - frame.maximum) < _ROUNDING else ink("grid")
    square = points(corners(frame, dict.fromkeys(LETTERS, ring)))
    hidden = _visibility(ring, frame)
    add(ground, "polygon", points=square, data_ring=exact(ring), stroke=paint, visibility=hidden)


def _visibility(ring: float, frame: Frame) -> str:
    return "hidden" if ring > frame.maximum + _ROUNDING else "visible"
