"""An answer on a scale as one round asks for it: the protocol of `base.sheet`, filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.base.checked import CheckedAnswers, strangers
from kulturspejl.core.instruments.scale.form import GOAL, LEAST, ScaleForm
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

MISSING = Text(
    da="Vælg et trin ved udsagn {number}{as_goal}.", en="Choose a step at statement {number}{as_goal}."
)
NO_STEP = Text(
    da="Vælg et trin fra {least} til {most} ved udsagn {number}{as_goal}.",
    en="Choose a step from {least} to {most} at statement {number}{as_goal}.",
)
AS_GOAL, AS_IT_IS = Text(da=", som mål", en=", as your goal"), Text(da="", en="")


@dataclass(frozen=True)
class ScaleSheet:
    """A step for every statement: none may be left out, so that no mean stands on other people than its neighbour."""

    form: ScaleForm

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each statement, and then one for each goal."""
        return self.form.keys

    def check(self, answers: Mapping[str, object]) -> CheckedAnswers:
        """Whole steps from 1 to the highest, nothing missing and nothing extra."""
        faults = {key: self._fault(key, answers.get(key)) for key in self.keys if not self._is_step(answers.get(key))}
        faults |= strangers(self.keys, answers)
        if faults:
            return CheckedAnswers(None, faults)
        return CheckedAnswers({key: value for key in self.keys if isinstance(value := answers[key], int)})

    def _is_step(self, value: object) -> bool:
        """True is none, though Python takes it for 1."""
        return isinstance(value, int) and not isinstance(value, bool) and LEAST <= value <= self.form.most

    def _fault(self, key: str, value: object) -> Text:
        period, _, number = key.partition("_")
        said = MISSING if value in (None, "") else NO_STEP
        as_goal = AS_GOAL if period == GOAL else AS_IT_IS
        return filled(said, number=number, least=LEAST, most=self.form.most, as_goal=as_goal)
