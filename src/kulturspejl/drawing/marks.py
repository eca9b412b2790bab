"""The numbers beside the web: marker and number for each series, two on a line."""

from collections.abc import Sequence

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.series import Kind
from kulturspejl.drawing.styles import add_marker

NUMBER_LINE = 26.0
SIZE = 19.0
DIGIT = 0.7 * SIZE
"""As wide as the widest of the common system fonts in bold, so that nothing overlaps in any of them."""
ON_A_LINE = 2
_MARKER = 20.0
_GAP = 12.0


def number_lines(series: int) -> int:
    """How many lines the numbers of so many series take; none in a web for a pen."""
    return -(-series // ON_A_LINE)


def add_numbers(
    root: Node, letter: str, row: Sequence[tuple[Kind, int]], edge: float, y: float, is_left: bool, ink: Ink
) -> None:
    """The numbers of one corner from `edge` inwards; `y` is the first baseline."""
    digits = max((len(str(points)) for _, points in row), default=1)
    slot = _MARKER + digits * DIGIT + _GAP
    used = min(len(row), ON_A_LINE)
    start = edge if is_left else edge - used * slot + _GAP
    for place, (kind, points) in enumerate(row):
        x, baseline = start + slot * (place % ON_A_LINE), y + NUMBER_LINE * (place // ON_A_LINE)
        beside, anchor = (x + _MARKER, "start") if is_left else (x + slot - _GAP, "end")
        marker = x + 8 if is_left else beside - len(str(points)) * DIGIT - 11
        add_marker(
            add(root, "g", transform=f"translate({number(marker)} {number(baseline - 6.5)})"), kind, ink
        )
        write(
            root, str(points), beside, baseline, data_number=kind, data_letter=letter,
            text_anchor=anchor, font_size=SIZE, font_weight="700", fill=ink(kind),
        )  # fmt: skip
