"""Two by two with how many stand in each: an arrow to a corner as wide as its share, or a disc whose area is people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from kulturspejl.drawing.figures.lines import Block
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, render
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import HUGE, LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.letters import wide as width_of
from kulturspejl.drawing.words import Edge

EDGE, GAP, PAD, FOOT = 40.0, 10.0, 18.0, 40.0
COUNT, NARROW, DISC = 54.0, 1000.0, 0.44
SIZES = (LARGE, 30.0, PLAIN, SMALL)
WIDEST, ACROSS, STEEP, FLAT, AIR = 46.0, 0.42, 0.5, 0.16, 6.0
"""Half as wide as an arrow of everybody; how far one goes of a field's width and height at most, and at least."""
CORNERS = ((-1, -1), (1, -1), (-1, 1), (1, 1))


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: its name, how many as written and as a share (None: too few to show), and a culture's letter or ""."""

    name: str
    value: str
    share: float | None
    letter: str = ""


def four(
    cells: Sequence[Cell], edges: Mapping[Edge, str], foot: str, *, arrows: bool, canvas: Canvas, named: Named,
    ink: Ink = SCREEN,
) -> str:  # fmt: skip
    """`cells` are up left, up right, down left, down right; `foot` tells of others. Narrow ones do without `edges`."""
    root = opened(canvas, named, ink)
    edges = edges if canvas.width > NARROW else {}
    ground = _Ground.of(canvas, edges, foot, [one.name for one in cells] if arrows else [])
    for corner, cell in zip(CORNERS, cells, strict=True):
        _field(root, ground, corner, cell, arrows, ink)
    if arrows:
        reach = _reach(ground, cells)
        for corner, cell in zip(CORNERS, cells, strict=True):
            _arrow(root, ground, corner, cell, reach, ink)
        add(root, "circle", cx=ground.x, cy=ground.y, r=12, fill=ink("ink"))
    _edges(root, ground, edges, canvas, ink)
    if foot:
        centred(root, said(foot, SMALL, canvas.width), canvas.width / 2, canvas.height - FOOT / 2, ink)
    return render(root)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The middle of the four, how far they reach from it, the letters of their names; `names` want one line each."""

    x: float
    y: float
    wide: float
    tall: float
    size: float

    @classmethod
    def of(cls, canvas: Canvas, edges: Mapping[Edge, str], foot: str, names: Sequence[str]) -> "_Ground":
        up, down = EDGE if edges.get("up") else 0.0, EDGE if edges.get("down") else 0.0
        aside = EDGE if edges.get("left") or edges.get("right") else 0.0
        height = canvas.height - up - down - (FOOT if foot else 0)
        across = canvas.width / 2 - aside
        return cls(canvas.width / 2, up + height / 2, across, height / 2, _size(names, across))


def _field(root: Node, ground: _Ground, corner: tuple[int, int], cell: Cell, arrows: bool, ink: Ink) -> None:
    across, down = corner
    left = ground.x + (GAP / 2 if across > 0 else -ground.wide)
    top = ground.y + (GAP / 2 if down > 0 else -ground.tall)
    wide, tall = ground.wide - GAP / 2, ground.tall - GAP / 2
    paint = ink(CULTURES[cell.letter]) if cell.letter else ink("now")
    add(root, "rect", x=left, y=top, width=wide, height=tall, rx=14, fill=paint,
        fill_opacity=0.1 if cell.share is not None else 0.03, stroke=ink("grid"), stroke_width=2)  # fmt: skip
    outer = left + PAD if across < 0 else left + wide - PAD
    anchor = "start" if across < 0 else "end"
    has_disc = not arrows and 2 * ground.wide > NARROW
    name = _name(ground, cell, with_disc=has_disc)
    far, way = (top + PAD, 1) if down < 0 else (top + tall - PAD, -1)
    centred(root, name, outer, far + way * name.height / 2, ink, anchor)
    _count(root, cell, outer, far + way * (name.height + 8 + COUNT / 2), anchor, wide, ink)
    if has_disc and cell.share is not None:
        _disc(root, ground, corner, cell.share, paint)


def _name(ground: _Ground, cell: Cell, *, with_disc: bool) -> Block:
    aside = 2 * DISC * ground.tall + GAP if with_disc else 0.0
    return said(cell.name, ground.size, ground.wide - GAP / 2 - 2 * PAD - aside, bold=True)


def _size(names: Sequence[str], wide: float) -> float:
    """The letters of all names: the largest in which each of them is one line, if there is such a size."""
    largest = LARGE if wide > 400 else PLAIN
    room = wide - GAP / 2 - 2 * PAD
    fit = (one for one in SIZES if one <= largest and all(width_of(name, one, bold=True) <= room for name in names))
    return next(fit, largest)


def _count(root: Node, cell: Cell, x: float, middle: float, anchor: str, wide: float, ink: Ink) -> None:
    if cell.share is None:
        centred(root, said(cell.value, PLAIN, wide - 2 * PAD, paint="ink-soft"), x, middle, ink, anchor)
    else:
        centred(root, said(cell.value, HUGE if wide > 400 else LARGE, wide, bold=True), x, middle, ink, anchor)


def _disc(root: Node, ground: _Ground, corner: tuple[int, int], share: float, paint: str) -> None:
    """Its area is the share: all who answered together would fill nearly the cell's own height."""
    largest = DISC * ground.tall
    radius = sqrt(share) * largest
    x, y = ground.x + corner[0] * (largest + GAP), ground.y + corner[1] * (0.5 * ground.tall)
    add(root, "circle", cx=x, cy=y, r=radius, fill=paint, fill_opacity=0.85, data_share=share)


def _reach(ground: _Ground, cells: Sequence[Cell]) -> tuple[float, float]:
    """How far every arrow goes across and down: all alike, and as steep as leaves each name free."""
    across, down = ACROSS * ground.wide, STEEP * ground.tall
    highest = max(_name(ground, one, with_disc=False).height for one in cells)
    free = ground.tall - GAP / 2 - PAD - highest - AIR
    widest = max((one.share or 0.0 for one in cells), default=0.0)
    while down > FLAT * ground.tall and max(abs(y) for _x, y in _outline(across, down, widest)) > free:
        down -= 2.0
    return across, down


def _outline(x: float, y: float, share: float) -> list[tuple[float, float]]:
    """An arrow from the middle to (x, y), as wide as its share."""
    long = hypot(x, y)
    ux, uy = x / long, y / long
    half = max(3.0, WIDEST * share)
    neck = long - (half * 1.9 + 8)
    shape = [(0, -half), (neck, -half), (neck, -half - 12), (long, 0), (neck, half + 12), (neck, half), (0, half)]
    return [(a * ux - b * uy, a * uy + b * ux) for a, b in shape]


def _arrow(
    root: Node, ground: _Ground, corner: tuple[int, int], cell: Cell, reach: tuple[float, float], ink: Ink
) -> None:
    """As wide as its share, all of one length, so that the area too is people."""
    if not cell.share:
        return
    turned = _outline(corner[0] * reach[0], corner[1] * reach[1], cell.share)
    path = "M" + "L".join(f"{number(ground.x + x)} {number(ground.y + y)}" for x, y in turned) + "Z"
    paint = ink(CULTURES[cell.letter]) if cell.letter else ink("now")
    add(root, "path", d=path, fill=paint, fill_opacity=0.9, stroke=ink("paper"), stroke_width=2, data_share=cell.share)


def _edges(root: Node, ground: _Ground, edges: Mapping[Edge, str], canvas: Canvas, ink: Ink) -> None:
    level: list[tuple[Edge, float]] = [("up", EDGE / 2), ("down", ground.y + ground.tall + EDGE / 2)]
    for name, y in level:
        if edges.get(name):
            centred(root, said(edges[name], SMALL, canvas.width, paint="ink-soft"), ground.x, y, ink)
    upright: list[tuple[Edge, float, int]] = [("left", EDGE / 2, -90), ("right", canvas.width - EDGE / 2, 90)]
    for name, x, turn in upright:
        if edges.get(name):
            words = add(root, "g", transform=f"translate({number(x)} {number(ground.y)}) rotate({turn})")
            centred(words, said(edges[name], SMALL, 2 * ground.tall, paint="ink-soft"), 0, 0, ink)
