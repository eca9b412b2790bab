"""Any figure by its kind."""

from collections.abc import Callable, Mapping

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
    triad,
)  # fmt: skip
from kulturspejl.drawing.figures.said import as_sentence
from kulturspejl.drawing.figures.shape import WIDTH, Figure
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, number, picture, render

KINDS: Mapping[str, Callable[[Node, Figure, str, Ink], float]] = {
    "layers": layers.draw, "quadrants": quadrants.draw, "field": field.draw, "triad": triad.draw,
    "around": around.draw, "path": path.draw, "pairs": pairs.draw, "line": line.draw, "sheet": sheet.draw,
    "columns": columns.draw, "boundaries": boundaries.draw,
}  # fmt: skip


def draw(figure: Figure, *, title: str, lang: str, key: str = "figure", ink: Ink = SCREEN) -> str:
    """An inline SVG without script, style or outer font; KeyError for an unknown kind."""
    description = as_sentence(figure, lang)
    root = picture(key, width=WIDTH, height=1, title=title, description=description, letters=ink.letters)
    root.set("class", "figure")
    height = KINDS[figure.kind](root, figure, lang, ink)
    root.set("viewBox", f"0 0 {number(WIDTH)} {number(height)}")
    return render(root)
