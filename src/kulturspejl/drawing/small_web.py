"""A small spider web without words in it, for a line of several: the shape alone."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.drawing.geometry import Frame, corners
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import add, picture, points, render
from kulturspejl.drawing.scale import web_scale
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.styles import STYLES

SIDE = 72.0
EDGE = 2.0


def small_web(
    series: Sequence[Series], *, maximum: float, title: str, description: str, key: str, ink: Ink = SCREEN
) -> str:
    """An inline SVG of 72 units. `maximum` is what the outer ring stands for: one for all webs of a line."""
    half = SIDE / 2
    frame = Frame(half, half, (half - EDGE) * 2**0.5, maximum)
    root = picture(key, width=SIDE, height=SIDE, title=title, description=description, letters=ink.letters)
    ring = points(corners(frame, dict.fromkeys(LETTERS, maximum)))
    add(root, "polygon", points=ring, fill="none", stroke=ink("axis"))
    for letter in LETTERS:
        x, y = frame.point(letter, maximum)
        add(root, "line", x1=half, y1=half, x2=x, y2=y, stroke=ink("grid"))
    for one in series:
        look = STYLES[one.kind]
        line: dict[str, str | float] = {"fill": "none", "stroke_dasharray": "3 2"}
        if look.is_filled:
            line = {"fill": ink(one.kind), "fill_opacity": 0.18}
        shape = points(corners(frame, one.values))
        add(root, "polygon", points=shape, stroke=ink(one.kind), stroke_width=2, data_series=one.kind, **line)
    return render(root)


def one_scale(webs: Sequence[Mapping[str, float]], total: int) -> float:
    """What the outer ring stands for, so that every web of a line fits and the same length is the same points."""
    return web_scale([Series("", "now", values) for values in webs], total).maximum
