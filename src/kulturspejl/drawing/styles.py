"""How each line of a web looks: dash, marker and width carry the meaning, colour only helps."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add
from kulturspejl.drawing.series import Kind


@dataclass(frozen=True, slots=True)
class Style:
    """`marker` is an SVG path around (0, 0); `is_filled` markers and areas stand for what is now."""

    marker: str
    dash: str
    is_filled: bool
    width: float = 2.5


STYLES: Mapping[Kind, Style] = {
    "now": Style("M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0Z", "", True, 3),
    "preferred": Style("M0 -7L7 0L0 7L-7 0Z", "8 5", False),
    "own": Style("M-5 -5H5V5H-5Z", "1.5 4.5", False),
    "guess": Style("M0 -7L6.5 4.5H-6.5Z", "11 4 2 4", False),
    "before": Style("M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5", "4 4", False, 2),
}


def stroke(kind: Kind, ink: Ink) -> dict[str, str | float]:
    """The line of a series as attributes."""
    style = STYLES[kind]
    line: dict[str, str | float] = {
        "stroke": ink(kind),
        "stroke_width": style.width,
        "stroke_linejoin": "round",
    }
    if style.dash:
        line |= {"stroke_dasharray": style.dash, "stroke_linecap": "round" if kind == "own" else "butt"}
    return line


def add_marker(parent: Node, kind: Kind, ink: Ink) -> Node:
    """The marker of a series around its parent's origin: full for now, open for the others."""
    fill = ink(kind) if STYLES[kind].is_filled else ink("paper")
    return add(
        parent,
        "path",
        d=STYLES[kind].marker,
        fill=fill,
        stroke=ink(kind),
        stroke_width=2,
        stroke_linejoin="round",
    )
