"""An answer of points as one round asks for it: the protocol of `base.sheet`, filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.allocation.checking import check_blocks
from kulturspejl.core.instruments.allocation.form import AnswerForm, blocks_of, keys_of
from kulturspejl.core.instruments.base.checked import CheckedAnswers


@dataclass(frozen=True)
class PointsSheet:
    """Blocks of four numbers, each adding up to its total."""

    form: AnswerForm

    @property
    def keys(self) -> tuple[str, ...]:
        """24 for now, then 4 drawn or 24 in dimensions."""
        return keys_of(self.form)

    def check(self, answers: Mapping[str, object]) -> CheckedAnswers:
        """Whole numbers from 0, every block adding up, nothing missing and nothing extra."""
        return check_blocks(blocks_of(self.form), answers)
