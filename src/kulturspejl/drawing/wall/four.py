"""Two by two with how many stand in each: an arrow to a corner as wide as its share, or a disc whose area is people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, render
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import HUGE, LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.words import Edge

EDGE, GAP, PAD, FOOT = 40.0, 10.0, 18.0, 40.0
WIDEST, COUNT, NARROW, DISC = 62.0, 54.0, 1000.0, 0.44
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
    ground = _Ground.of(canvas, edges, foot)
    for corner, cell in zip(CORNERS, cells, strict=True):
        _field(root, ground, corner, cell, arrows, ink)
    if arrows:
        for corner, cell in zip(CORNERS, cells, strict=True):
            _arrow(root, ground, corner, cell, ink)
        add(root, "circle", cx=ground.x, cy=ground.y, r=12, fill=ink("ink"))
    _edges(root, ground, edges, canvas, ink)
    if foot:
        centred(root, said(foot, SMALL, canvas.width), canvas.width / 2, canvas.height - FOOT / 2, ink)
    return render(root)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The middle of the four, and how far they reach from it."""

    x: float
    y: float
    wide: float
    tall: float

    @classmethod
    def of(cls, canvas: Canvas, edges: Mapping[Edge, str], foot: str) -> "_Ground":
        up, down = EDGE if edges.get("up") else 0.0, EDGE if edges.get("down") else 0.0
        aside = EDGE if edges.get("left") or edges.get("right") else 0.0
        height = canvas.height - up - down - (FOOT if foot else 0)
        return cls(canvas.width / 2, up + height / 2, canvas.width / 2 - aside, height / 2)


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
    size = LARGE if wide > 400 else PLAIN
    has_disc = not arrows and 2 * ground.wide > NARROW
    aside = 2 * DISC * ground.tall + GAP if has_disc else 0.0
    name = said(cell.name, size, wide - 2 * PAD - aside, bold=True)
    far, way = (top + PAD, 1) if down < 0 else (top + tall - PAD, -1)
    centred(root, name, outer, far + way * name.height / 2, ink, anchor)
    _count(root, cell, outer, far + way * (name.height + 8 + COUNT / 2), anchor, wide, ink)
    if has_disc and cell.share is not None:
        _disc(root, ground, corner, cell.share, paint)


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


def _arrow(root: Node, ground: _Ground, corner: tuple[int, int], cell: Cell, ink: Ink) -> None:
    """As wide as its share, all of one length, so that the area too is people."""
    if not cell.share:
        return
    across, down = corner
    x, y = across * ground.wide * 0.4, down * ground.tall * 0.5
    long = hypot(x, y)
    ux, uy = x / long, y / long
    half = max(3.0, WIDEST * cell.share)
    head = half * 1.9 + 8
    neck = long - head
    shape = [(0, -half), (neck, -half), (neck, -half - 12), (long, 0), (neck, half + 12), (neck, half), (0, half)]
    turned = [(ground.x + a * ux - b * uy, ground.y + a * uy + b * ux) for a, b in shape]
    path = "M" + "L".join(f"{number(px)} {number(py)}" for px, py in turned) + "Z"
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
