"""A picture that is drawn when its colours are known, with the same facts for those who read without it."""

from collections.abc import Callable
from dataclasses import dataclass

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.table import Table


@dataclass(frozen=True)
class Figure:
    """`draw` makes an inline SVG; `sentence` and `table` say the numbers in it."""

    title: str
    sentence: str
    table: Table
    draw: Callable[[Ink], str]

    @property
    def alt(self) -> str:
        """What is heard in place of the picture."""
        return f"{self.title}. {self.sentence}"
