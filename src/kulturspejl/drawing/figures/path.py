"""A path with stops on a line, downwards or across, and where you are."""

from kulturspejl.core.text import Text
from kulturspejl.drawing.figures.lines import SMALL, Block, Said, block, fitting, put
from kulturspejl.drawing.figures.shape import MARGIN, Box, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

RAIL, GAP, BESIDE = MARGIN + 14, 16.0, 18.0
HERE = Text(da="Her er I", en="You are here")


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; what is behind has a filled stop, what lies ahead an open one."""
    rail = add(root, "line", stroke=ink("now"), stroke_width=3)
    return (_across if page.is_wide else _down)(root, rail, figure, lang, ink, page)


def _down(root: Node, rail: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    y, last, size = 6.0, 16.0, _title_size(figure, page.inner - 44)
    for place, box in enumerate(figure.boxes):
        last = y + 11
        says = _says(box, _here(figure, place, lang), page.inner - 44, size)
        _stop(root, RAIL, last, place, figure.here, ink)
        put(root, says, RAIL + 28, y, ink)
        y += says.height + GAP
    _from_to(rail, RAIL, 16, RAIL, last)
    return y


def _across(root: Node, rail: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    wide = page.share(len(figure.boxes), BESIDE)
    size = _title_size(figure, wide)
    says = [_says(box, _here(figure, place, lang), wide, size) for place, box in enumerate(figure.boxes)]
    x = MARGIN
    for place, one in enumerate(says):
        x = MARGIN + place * (wide + BESIDE)
        _stop(root, x + 14, 20, place, figure.here, ink)
        put(root, one, x, 42, ink)
    _from_to(rail, RAIL, 20, x + 14, 20)
    return 48 + max(one.height for one in says)


def _here(figure: Figure, place: int, lang: str) -> str:
    return (figure.here_says or HERE.into(lang)) if place == figure.here else ""


def _title_size(figure: Figure, width: float) -> float:
    """One for all stops: a long word at one of them must not make that stop look smaller than the others."""
    titles = [Said(box.label, 15, bold=True) for box in figure.boxes if box.label]
    return min((fitting(one, width) for one in titles), default=15.0)


def _says(box: Box, here: str, width: float, size: float) -> Block:
    return block(
        [Said(here, SMALL, bold=True, paint="preferred"), Said(box.label, size, bold=True),
         Said(box.note, SMALL, paint="ink-soft"), *(Said(word, SMALL) for word in box.words)],
        width,
    )  # fmt: skip


def _stop(root: Node, x: float, y: float, place: int, here: int, ink: Ink) -> None:
    if place == here:
        add(root, "circle", cx=x, cy=y, r=13, fill="none", stroke=ink("preferred"), stroke_width=2.5)
    fill = ink("now" if place <= here else "paper")
    add(root, "circle", cx=x, cy=y, r=7.5, fill=fill, stroke=ink("now"), stroke_width=2.5)


def _from_to(rail: Node, x1: float, y1: float, x2: float, y2: float) -> None:
    rail.attrib |= {"x1": f"{x1:g}", "y1": f"{y1:g}", "x2": f"{x2:g}", "y2": f"{y2:g}"}
