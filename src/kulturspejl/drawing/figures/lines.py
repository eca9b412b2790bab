"""Words broken into lines that fit, in the widest of the common system fonts: an SVG does not wrap by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, write
from kulturspejl.drawing.pieces import words_of

NARROW, WIDE = frozenset("iljtfrI.,:;!|'’()[] \u00a0-"), frozenset("mwMW%@—→")
SMALL, SMALLEST = 13.5, 11.0
"""On a phone of 320 px a picture of 360 units is as wide as the screen: 12 px. Smaller is a word too long for its
field."""
SOFT = "\u00ad"
DASH = "\u2013"
LEAD = 1.28


def width_of(text: str, size: float, bold: bool = False) -> float:
    """An upper estimate in picture units: DejaVu Sans, the widest of them, is narrower than this on average."""
    ems = sum(0.41 if c in NARROW else 1.0 if c in WIDE else 0.76 if c.isupper() else 0.635 for c in text)
    return ems * size * (1.1 if bold else 1.0)


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of a block: its size, weight and colour, and the gap before it."""

    text: str
    size: float = 14.0
    bold: bool = False
    paint: str = "ink"
    gap: float = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line, `y` below the block's upper edge."""

    text: str
    y: float
    said: Said
    size: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under each other."""

    lines: tuple[Line, ...]
    height: float


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Lines no wider than `width`, broken between words, and at a soft hyphen where one word is wider."""
    lines: list[str] = []
    for word in _words(text, width, size, bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def even(said: Said, width: float) -> float:
    """The narrowest width at which it takes no more lines than at `width`: none of them holds one word alone."""
    size = fitting(said, width)
    lines = len(wrap(said.text, width, size, said.bold))
    tried = (width * tenths / 20 for tenths in range(10, 20))
    return next((one for one in tried if fitting(said, one) == size and _fits(said, one, size, lines)), width)


def _fits(said: Said, width: float, size: float, lines: int) -> bool:
    return len(wrap(said.text, width, size, said.bold)) <= lines


def block(paragraphs: Sequence[Said], width: float) -> Block:
    """The paragraphs under each other; one with a word too long for `width` is written smaller."""
    made: list[Line] = []
    y = 0.0
    for place, said in enumerate(one for one in paragraphs if one.text):
        size = fitting(said, width)
        y += said.gap if place else 0
        for line in wrap(said.text, width, size, said.bold):
            y += size * LEAD
            made.append(Line(line, y - size * 0.34, said, size))
    return Block(tuple(made), y)


def put(parent: Node, found: Block, x: float, y: float, ink: Ink, anchor: str = "start") -> None:
    """Write the block with its upper edge at `y`."""
    for line in found.lines:
        write(
            parent, line.text, x, y + line.y, text_anchor=anchor, font_size=line.size,
            font_weight="600" if line.said.bold else "400", fill=ink(line.said.paint),
        )  # fmt: skip


def _words(text: str, width: float, size: float, bold: bool) -> list[str]:
    made: list[str] = []
    for word in words_of(text):
        whole = word.replace(SOFT, "")
        if SOFT in word and width_of(whole, size, bold) > width:
            *first, last = word.split(SOFT)
            made += [f"{part}-" for part in first] + [last]
        elif DASH in whole and width_of(whole, size, bold) > width:
            before, dash, after = whole.rpartition(DASH)
            made += [before + dash, after]
        elif width_of(whole, min(size, SMALLEST), bold) > width:
            made += _cut(whole, width, size, bold)
        else:
            made.append(whole)
    return made


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word wider than its field even at the smallest size, in pieces that fit: better cut than outside."""
    pieces = [""]
    for letter in word:
        if width_of(f"{pieces[-1]}{letter}-", size, bold) > width and pieces[-1]:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += letter
    return pieces


def fitting(said: Said, width: float) -> float:
    """The size at which its longest word is no wider than `width`: its own, or smaller, never below `SMALLEST`."""
    longest = max(
        width_of(word, said.size, said.bold) for word in _words(said.text, width, said.size, said.bold)
    )
    return said.size if longest <= width else max(SMALLEST, said.size * width / longest)
