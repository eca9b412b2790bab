"""Any figure by its kind."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from kulturspejl.drawing.figures import (
    around,
    boundaries,
    columns,
    field,
    layers,
    line,
    pairs,
    path,
    quadrants,
    sheet,
    stairs,
    triad,
)  # fmt: skip
from kulturspejl.drawing.figures.said import as_sentence
from kulturspejl.drawing.figures.shape import UPRIGHT, Figure, Page
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, number, picture, render
from kulturspejl.drawing.room import Canvas

KINDS: Mapping[str, Callable[[Node, Figure, str, Ink, Page], float]] = {
    "layers": layers.draw, "quadrants": quadrants.draw, "field": field.draw, "triad": triad.draw,
    "around": around.draw, "path": path.draw, "pairs": pairs.draw, "line": line.draw, "sheet": sheet.draw,
    "columns": columns.draw, "boundaries": boundaries.draw, "stairs": stairs.draw,
}  # fmt: skip


LYING = tuple(Page(float(width), is_wide=True) for width in range(640, 1041, 40))
STANDING = tuple(Page(float(width), is_wide=True) for width in range(220, 1021, 40))
"""Also narrow ones: a figure of few words is then drawn larger, until it fills the height."""
SIGNS = (1.25, 1.5, 1.75)
"""How much larger small drawings are tried, where height is left."""
LARGE = 28.0
"""Letters that are large enough for anybody: beyond them a figure rather fills the height."""


def draw(
    figure: Figure, *, title: str, lang: str, key: str = "figure", ink: Ink = SCREEN, page: Page = UPRIGHT
) -> str:
    """An inline SVG without script, style or outer font; KeyError for an unknown kind."""
    root, height = _drawn(figure, title, lang, key, ink, page)
    root.set("viewBox", f"0 0 {number(page.width)} {number(height)}")
    return render(root)


def page_for(figure: Figure, *, lang: str, shape: float) -> Page:
    """The page on which its letters are largest where there is room `shape` times as wide as it is high."""
    return min(LYING, key=lambda page: max(page.width, shape * _drawn(figure, "", lang, "", SCREEN, page)[1]))


class Fit(NamedTuple):
    """A page, how large its smallest letters are in a room, and how high the figure is there."""

    page: Page
    letters: float
    height: float


def page_in(figure: Figure, *, lang: str, room: Canvas) -> Fit:
    """The page on which its smallest letters are largest in this room, up to LARGE; of those the highest.

    A page on which a word has to be broken is none. Signs grow into height that is left, never at the letters' cost.
    """

    def seen(page: Page) -> Fit:
        root, height = _drawn(figure, "", lang, "", SCREEN, page)
        scale = min(room.width / page.width, room.height / height)
        words = list(root.iter("text"))
        smallest = min((float(one.get("font-size", "14")) for one in words), default=LARGE)
        is_broken = any((one.text or "").endswith("-") for one in words)
        return Fit(page, 0.0 if is_broken else min(LARGE, scale * smallest), scale * height)

    best = max(map(seen, STANDING), key=lambda fit: fit[1:])
    return max([best, *(seen(replace(best.page, signs=times)) for times in SIGNS)], key=lambda fit: fit[1:])


def _drawn(figure: Figure, title: str, lang: str, key: str, ink: Ink, page: Page) -> tuple[Node, float]:
    description = as_sentence(figure, lang)
    root = picture(key, width=page.width, height=1, title=title, description=description, letters=ink.letters)
    root.set("class", "figure")
    return root, KINDS[figure.kind](root, figure, lang, ink, page)
