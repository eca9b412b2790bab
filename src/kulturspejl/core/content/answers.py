"""Is an answer complete and does it add up? If not, a sentence for each field that says what to do."""

from collections.abc import Mapping

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.checking import check_blocks
from kulturspejl.core.instruments.allocation.form import AnswerForm as AnswerForm
from kulturspejl.core.instruments.allocation.form import blocks_of
from kulturspejl.core.instruments.allocation.form import keys_of as keys_of
from kulturspejl.core.instruments.base.checked import CheckedAnswers as CheckedAnswers


def check_answers(
    instrument: AllocationInstrument, form: AnswerForm, answers: Mapping[str, object]
) -> CheckedAnswers:
    """Whole numbers from 0, every block adding up to its total, nothing missing and nothing extra.

    Nothing is rounded, rescaled or filled in. All allocation instruments share one form today; `instrument` is
    named so that a kind with fields of its own needs no other door.
    """
    return check_blocks(blocks_of(form), answers)
