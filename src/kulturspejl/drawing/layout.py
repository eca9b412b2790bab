"""The room that a spider web takes, in picture units (about a pixel on a phone)."""

from dataclasses import dataclass

from kulturspejl.drawing.marks import NUMBER_LINE

WIDTH = 360.0
HALF_SIDE = 126.0
MARGIN = 12.0
CX = WIDTH / 2
LEGEND_ROW = 24.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Heights that follow from how many lines of numbers stand at each corner, and `over`: for a name of more lines."""

    lines: int
    over: float = 0.0

    @property
    def top(self) -> float:
        """Upper edge of the web."""
        return 58 + self.over + NUMBER_LINE * self.lines

    @property
    def names(self) -> tuple[float, float]:
        """Where the names of the upper and of the lower corners stand."""
        return 41 + self.over, self.bottom + 26 + self.over

    @property
    def cy(self) -> float:
        """Height of its centre."""
        return self.top + HALF_SIDE

    @property
    def bottom(self) -> float:
        """Lower edge of the web."""
        return self.cy + HALF_SIDE

    @property
    def height(self) -> float:
        """Everything but the legend."""
        return self.bottom + self.top
