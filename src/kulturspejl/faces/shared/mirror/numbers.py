"""What a result page shows that stands on numbers, of whichever kind of answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.table import Table
from kulturspejl.faces.shared.mirror.content import Slip
from kulturspejl.faces.shared.mirror.drawn import Drawn
from kulturspejl.reports.mirror import Together

Ingredient = tuple[str, str]


@dataclass(frozen=True)
class Numbers:
    """Picture, line, sentences and what stands in the folds. `caption` says in which unit the table's numbers are.

    `lines_web` holds the leader's lines beside what is now, `lines_said` where they lie farthest from it. Points over
    the four cultures have more: `dimensions` are the single questions, `slips` what is most common under pressure.
    """

    figure: Drawn
    line: str
    agreement: str
    is_of_units: bool
    sentences: list[str]
    question: str
    sure: list[str]
    sure_table: Table
    has_band: bool
    caption: str
    recipe: list[Ingredient]
    together: Together | None
    lines_web: Drawn | None = None
    lines_said: Sequence[str] = ()
    lines_caption: str = ""
    dimensions: Drawn | None = None
    slips: tuple[Slip, ...] = ()

    @property
    def table(self) -> Table:
        """The picture as a table."""
        return self.figure.table
