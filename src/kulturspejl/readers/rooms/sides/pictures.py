"""What a part's answers look like on the wall: drawn on the exercise's own figure where there is one, else as bars.

A picture that is not known here has its rows drawn as bars, so that a new kind of part needs nothing from the wall.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kulturspejl.core.content.model import Model
from kulturspejl.core.kinds.agreement_items import AgreementItems
from kulturspejl.core.kinds.anchored_scale import AnchoredScale
from kulturspejl.core.kinds.base.items import Item, Itemised
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import NOT_BY_ITSELF, TOO_FEW_HERE, PartPicture
from kulturspejl.core.kinds.choice import PULL
from kulturspejl.core.kinds.field import Field
from kulturspejl.core.kinds.pairs import Pairs
from kulturspejl.core.kinds.weights import Weights
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.series import Kind
from kulturspejl.drawing.wall.bars import Bar, bars
from kulturspejl.drawing.wall.bars import sides_of as bar_sides
from kulturspejl.drawing.wall.canvas import Named
from kulturspejl.drawing.wall.four import Cell, four
from kulturspejl.drawing.wall.line import Anchor, Asked, number_line
from kulturspejl.drawing.wall.pairs import Pair, pairs
from kulturspejl.drawing.wall.sides import Seen, two_sides
from kulturspejl.drawing.wall.spread import Scale, spread
from kulturspejl.drawing.wall.strips import fitting, strips
from kulturspejl.drawing.words import Edge, edges
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.web import large_web, said_of
from kulturspejl.readers.rooms.sides.words import TOO_FEW
from kulturspejl.readers.rooms.wall_side import Row

ASKED: tuple[Kind, Kind] = ("now", "preferred")
CLOCKWISE = "ABCD"
"""The letters of four fields in their order; on the wall D stands below A, and C below B."""
AS_READ = (0, 1, 3, 2)


class Shown(NamedTuple):
    """A part that is up, with what it is drawn on."""

    scene: Scene
    key: str
    part: Part
    picture: PartPicture
    model: Model | None

    def say(self, text: Text | None) -> str:
        """In the wall's language."""
        return self.scene.say(text)

    def named(self, place: int = 0) -> Named:
        """For one of its sides."""
        key = f"wall-{self.key.replace('/', '-').replace('.', '-')}-{place}"
        return Named(key, self.say(self.part.label), self.sentence, self.scene.language)

    @property
    def sentence(self) -> str:
        """All that the picture shows, in words."""
        if self.picture.web:
            return said_of(self.scene, self.part, self.picture, self.scene.language)[0]
        return self.say(self.picture.sentence)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The same as a table."""
        if self.picture.web:
            return said_of(self.scene, self.part, self.picture, self.scene.language)[1]
        return tuple((self.say(label), self.say(value)) for label, value, _share in self.picture.rows)

    def found(self, item: Item) -> tuple[str, float | None]:
        """How many as written, and their share; why there is none where it went together with others."""
        for label, value, share in self.picture.rows:
            if label == item.label:
                return self.say(value), share
        return self.say(TOO_FEW), None


def drawn(shown: Shown, room: Canvas) -> list[str]:
    """A picture for each side that it takes."""
    if shown.picture.web:
        return [large_web(shown.scene, shown.part, shown.picture, room, shown.named())]
    draw = _DRAW.get(shown.part.picture.name if shown.part.picture else "")
    return (draw(shown, room) if draw else None) or _bars(shown, room)


def _numbers(shown: Shown, room: Canvas) -> list[str] | None:
    """Of different units how many stand where, of one team the middle of all: both on the line with its texts."""
    shape = shown.part.shape
    if not isinstance(shape, AnchoredScale) or not (shown.picture.stacks or shown.picture.places):
        return None
    anchors = [Anchor(one.value, shown.say(one.label)) for one in shape.anchors]
    asked = [_asked(shown, item, kind) for item, kind in zip(shape.items, ASKED, strict=False)]
    if len(shape.items) > len(asked):
        return None
    return [number_line(shape.least, shape.most, anchors, asked, canvas=room, named=shown.named())]


def _asked(shown: Shown, item: Item, kind: Kind) -> Asked:
    stretches, place = shown.picture.stacks.get(item.id, ()), shown.picture.places.get(item.id)
    name = shown.say(item.label)
    if place is not None:
        return Asked(name, kind, at=place.at, half=place.half, value=shown.found(item)[0])
    return Asked(name, kind, stretches) if stretches else Asked(name, kind, value=shown.say(TOO_FEW))


def _spread(shown: Shown, room: Canvas) -> list[str] | None:
    shape = shown.part.shape
    if not isinstance(shape, AgreementItems) or not shown.picture.stacks:
        return None
    scales = [
        Scale(shown.say(one.label), shown.picture.stacks.get(one.id, ()), shown.say(TOO_FEW)) for one in shape.scales
    ]
    ends = (shown.say(shape.low), shown.say(shape.high))
    return [spread(scales, shape.least, shape.most, ends, canvas=room, named=shown.named())]


def _places(shown: Shown, room: Canvas) -> list[str] | None:
    """Where a team stands between the two ends of each pair."""
    shape = shown.part.shape
    if not isinstance(shape, Pairs):
        return None
    rows = []
    for pair in shape.items:
        place = shown.picture.places.get(pair.id)
        at, half = (place.at, place.half) if place else (None, None)
        value = "" if place else shown.say(TOO_FEW)
        rows.append(Pair(shown.say(pair.low), shown.say(pair.high), at=at, half=half, value=value))
    return [pairs(rows, canvas=room, named=shown.named())]


def _pull(shown: Shown, room: Canvas) -> list[str] | None:
    """Four corners, with arrows to them where it is a way; who has chosen none of the four is told below."""
    items = {item.id: item for item in _items(shown)}
    if not set(CLOCKWISE) <= set(items):
        return None
    cells = [_cell(shown, items[CLOCKWISE[place]], CLOCKWISE[place]) for place in AS_READ]
    others = [item for item in items.values() if item.id not in CLOCKWISE]
    foot, points = _foot(shown, others), str(shown.part.picture) == PULL.name
    return [four(cells, edges(shown.scene.language), foot, arrows=points, canvas=room, named=shown.named())]


def _counts(shown: Shown, room: Canvas) -> list[str] | None:
    """On the exercise's own figure where its boxes are what could be chosen: four fields, or pairs of opposites."""
    items, kind = _items(shown), shown.model.figure.kind if shown.model else ""
    boxes = shown.model.figure.boxes if shown.model else ()
    if kind == "quadrants" and len(items) == len(CLOCKWISE):
        cells = [_cell(shown, items[place], CLOCKWISE[place]) for place in AS_READ]
        where = edges(shown.scene.language)
        return [four(cells, where, _foot(shown, []), arrows=False, canvas=room, named=shown.named())]
    if kind == "pairs" and len(items) == len(boxes):
        rows = [
            Pair(shown.say(box.label), shown.say(box.words[0]), share=shown.found(item)[1], value=shown.found(item)[0])
            for item, box in zip(items, boxes, strict=True)
        ]
        return [pairs(rows, canvas=room, named=shown.named(), foot=_foot(shown, []))]
    return None


def _fields(shown: Shown, room: Canvas) -> list[str] | None:
    shape = shown.part.shape
    if not isinstance(shape, Field):
        return None
    cells = [_cell(shown, item, "") for item in shape.corners]
    x, y = shape.axes
    where: dict[Edge, str] = {
        "up": f"{shown.say(y.label)}: {shown.say(y.high)}", "down": f"{shown.say(y.label)}: {shown.say(y.low)}",
        "left": f"{shown.say(x.label)}: {shown.say(x.low)}", "right": f"{shown.say(x.label)}: {shown.say(x.high)}",
    }  # fmt: skip
    return [four(cells, where, _foot(shown, []), arrows=False, canvas=room, named=shown.named())]


def _sides(shown: Shown, room: Canvas) -> list[str] | None:
    """A heading for each scale, and under it a row for each side."""
    shape, rows = shown.part.shape, shown.picture.rows
    if not isinstance(shape, AgreementItems) or len(rows) != 3 * len(shape.scales):
        return None
    seen: list[Seen] = []
    reach = shape.most - shape.least
    for head, one, other in zip(rows[::3], rows[1::3], rows[2::3], strict=True):
        if TOO_FEW_HERE in (one[1], other[1]):
            seen.append(Seen(shown.say(head[0]), None, (shown.say(TOO_FEW), "")))
            continue
        means = (shape.least + one[2] * reach, shape.least + other[2] * reach)
        told = (decimal(means[0], shown.scene.language), decimal(means[1], shown.scene.language))
        seen.append(Seen(shown.say(head[0]), means, told))
    first, second = (shown.say(side.label) for side in shape.sides)
    return [two_sides(seen, (first, second), shape.least, shape.most, canvas=room, named=shown.named())]


def _weighed(shown: Shown, room: Canvas) -> list[str] | None:
    """A side or more for each column of cards."""
    shape = shown.part.shape
    if not isinstance(shape, Weights):
        return None
    most, ends = fitting(room.height), (shown.say(shape.low), shown.say(shape.high))
    made: list[str] = []
    for scale, items in shape.by_scale:
        rows = [Scale(shown.say(one.label), shown.picture.stacks.get(one.id, ()), shown.say(TOO_FEW)) for one in items]
        each = -(-len(rows) // -(-len(rows) // most))
        for place in range(0, len(rows), each):
            side, named = rows[place : place + each], shown.named(len(made))
            made.append(strips(shown.say(scale.label), side, shape.least, shape.most, ends, canvas=room, named=named))
    return made


def _balance(shown: Shown, room: Canvas) -> list[str] | None:
    """The means of each column of cards on a side of its own, under its heading."""
    shape = shown.part.shape
    if not isinstance(shape, Weights):
        return None
    by_label = {label: (value, share) for label, value, share in shown.picture.rows}
    made: list[str] = []
    heads = [label for label, value, _share in shown.picture.rows if value == NOTHING]
    for head, (_scale, items) in zip(heads, shape.by_scale, strict=True):
        rows = [Bar(shown.say(head), "", None)]
        for item in items:
            value, share = by_label.get(item.label, (TOO_FEW_HERE, 0.0))
            rows.append(Bar(shown.say(item.label), shown.say(value), None if value == TOO_FEW_HERE else share))
        for side in bar_sides(rows, room):
            made.append(bars(side, canvas=room, named=shown.named(len(made))))
    return made


def _bars(shown: Shown, room: Canvas) -> list[str]:
    """Its rows; where they are called by what was asked about, whatever has no row of its own says so."""
    rows = [
        Bar(shown.say(label), shown.say(value), None if value in (TOO_FEW_HERE, NOT_BY_ITSELF) else share)
        for label, value, share in shown.picture.rows
    ]
    told = {row[0] for row in shown.picture.rows}
    asked = {item.label for item in _items(shown)}
    hidden = [item for item in _items(shown) if item.label not in told]
    if len(hidden) < len(asked):
        few = [Bar(shown.say(item.label), shown.say(TOO_FEW), None) for item in hidden]
        named = [row for row, (label, _value, _share) in zip(rows, shown.picture.rows, strict=True) if label in asked]
        rows = [*named, *few, *(row for row in rows if row not in named)]
    sides = bar_sides(rows, room)
    return [bars(side, canvas=room, named=shown.named(place)) for place, side in enumerate(sides)]


def _items(shown: Shown) -> Sequence[Item]:
    return shown.part.shape.items if isinstance(shown.part.shape, Itemised) else ()


def _cell(shown: Shown, item: Item, letter: str) -> Cell:
    value, share = shown.found(item)
    return Cell(shown.say(item.label), value, share, letter)


def _foot(shown: Shown, beside: Sequence[Item]) -> str:
    """Rows that stand in none of the fields: other choices, and those that went together."""
    drawn_already = {item.label for item in _items(shown)} - {item.label for item in beside}
    rows = [(label, value) for label, value, _share in shown.picture.rows if label not in drawn_already]
    return " · ".join(f"{shown.say(label)}: {shown.say(value)}" for label, value in rows)


_DRAW: Mapping[str, Callable[[Shown, Canvas], list[str] | None]] = {
    "numbers": _numbers, "line": _numbers, "spread": _spread, "places": _places, "pull": _pull, "dominant": _pull,
    "counts": _counts,
    "fields": _fields, "sides": _sides, "weighed": _weighed, "balance": _balance,
}  # fmt: skip
