"""A figure of the mirror, drawn in the colours of the page."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from kulturspejl.drawing.ink import SCREEN
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror import Figure


@dataclass(frozen=True)
class Drawn:
    """A picture and the same facts for those who read without it."""

    svg: SafeString
    table: Table
    sentence: str


def drawn(figure: Figure) -> Drawn:
    """What is drawn has been escaped: it is written by an XML library."""
    return Drawn(mark_safe(figure.draw(SCREEN)), figure.table, figure.sentence)
