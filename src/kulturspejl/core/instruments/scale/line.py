"""A leader's line on a scale or on lines: a step for each question that is asked about now, and for no goal."""

from collections.abc import Mapping

from kulturspejl.core.instruments.base.checked import CheckedAnswers
from kulturspejl.core.instruments.scale.form import NOW, ScaleForm
from kulturspejl.core.instruments.scale.sheet import ScaleSheet


def check_line(kind: str, typed: Mapping[str, object], *, items: int, most: int) -> CheckedAnswers:
    """Steps typed under now_1, now_2 … to steps by "1", "2" …; a fault stands under "guess-now_1", for two lines of
    one page have the same questions.
    """
    checked = ScaleSheet(ScaleForm(items, most)).check(typed)
    if checked.values is None:
        return CheckedAnswers(None, {f"{kind}-{key}": said for key, said in checked.faults.items()})
    return CheckedAnswers({key.removeprefix(f"{NOW}_"): step for key, step in checked.values.items()})
