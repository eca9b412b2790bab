"""Lines that people wrote, laid out so that every one of them can be read: how large, in how many columns and sides.

Only the lines decide, never the screen: two walls of different size turn the same sides. A unit is a pixel at 1280 by
720; letters are as wide as those of the widest of the common system fonts, so that nothing is higher on the screen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.letters import broken

LADDER = ((46, 1), (42, 2), (36, 2), (32, 3), (30, 2), (28, 3), (26, 2), (26, 3), (24, 3), (24, 2), (26, 4), (24, 4))
"""Letters and columns, the largest first: what fits on one side takes the first of them that holds all."""
FEW = 3
"""So many lines may stand under each other in one column."""
PAGED = ((26, 2), (26, 3), (26, 4), (24, 3), (24, 2), (24, 4))
"""Letters and columns where there are several sides: what takes the fewest, and of those the first."""
LEAD, BESIDE, UNDER, GAP = 1.25, 30.0, 14.0, 10.0
"""Line height; what a card adds to its words across and down; between two cards and two columns."""

ALONE = 1000.0
"""A single column is no wider, or its lines are too long to read: facilitator/wall.css says the same."""

Card = tuple[int, str]
"""Which of the texts, and its words, or a piece of them."""
Side = tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """Each of the `sides` fits in `columns` that are filled one after the other; letters are `size` units high."""

    size: int
    columns: int
    sides: tuple[Side, ...]


@lru_cache(maxsize=256)
def laid(texts: tuple[str, ...], room: Canvas, indent: float = 0.0) -> Laid:
    """All of `texts` in their order; `indent` is kept free before each, in ems. No texts have no side."""
    if not texts:
        return Laid(PAGED[0][0], 1, ())
    for size, columns in LADDER:
        if columns == 1 and len(texts) > FEW:
            continue
        sides = _filled(texts, room, size, columns, indent)
        if len(sides) == 1:
            return Laid(size, columns, tuple(sides))
    size, columns = min(PAGED, key=lambda way: len(_filled(texts, room, way[0], way[1], indent)))
    return Laid(size, columns, tuple(_even(texts, room, size, columns, indent)))


def _even(texts: tuple[str, ...], room: Canvas, size: int, columns: int, indent: float) -> list[Side]:
    """As few sides as there must be, shared out evenly where each part fits: none of them is nearly empty."""
    full = _filled(texts, room, size, columns, indent)
    cards = _measured(texts, room, size, columns, indent)
    whole, so_far = sum(tall for _card, tall in cards), 0.0
    shares: list[list[tuple[Card, float]]] = [[] for _side in full]
    for card, tall in cards:
        shares[min(len(full) - 1, int(len(full) * so_far / whole))].append((card, tall))
        so_far += tall
    fit = all(len(_columns(share, room.height)) <= columns for share in shares)
    return [tuple(card for card, _tall in share) for share in shares] if fit else full


def _filled(texts: Sequence[str], room: Canvas, size: int, columns: int, indent: float) -> list[Side]:
    """Column after column, side after side."""
    made = _columns(_measured(texts, room, size, columns, indent), room.height)
    return [
        tuple(card for column in made[place : place + columns] for card in column)
        for place in range(0, len(made), columns)
    ]


def _measured(
    texts: Sequence[str], room: Canvas, size: int, columns: int, indent: float
) -> list[tuple[Card, float]]:
    """The cards in a column of so many, with their heights."""
    width = min(room.width, ALONE) if columns == 1 else (room.width - GAP * (columns - 1)) / columns
    across = width - BESIDE - indent * size
    most = max(1, int((room.height - UNDER - GAP) // ceil(size * LEAD)))
    return [(card, rows * ceil(size * LEAD) + UNDER) for card, rows in _cards(texts, across, size, most)]


def _columns(cards: Sequence[tuple[Card, float]], height: float) -> list[list[Card]]:
    """Filled up to `height`, one after the other; under the last card of a column stands a gap too."""
    made: list[list[Card]] = [[]]
    used = 0.0
    for card, tall in cards:
        if made[-1] and used + tall + GAP > height:
            made.append([])
            used = 0.0
        used += tall + GAP
        made[-1].append(card)
    return made


def _cards(texts: Sequence[str], width: float, size: int, most: int) -> Iterator[tuple[Card, int]]:
    """Each text as one card; what is longer than a whole side goes on in the next."""
    for place, text in enumerate(texts):
        rows = broken(text, width, size)
        for start in range(0, len(rows), most):
            piece = rows[start : start + most]
            yield (place, " ".join(piece) if len(rows) > most else text), len(piece)
