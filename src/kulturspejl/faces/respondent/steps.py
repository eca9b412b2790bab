"""The questions of a kind that is answered by choosing one step: a screen each, or all of them as a plain form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kulturspejl.core.content.choice import ChoiceQuestion, Step
from kulturspejl.faces.shared.templatetags.saying import say


@dataclass(frozen=True)
class Chosen:
    """One step that can be chosen, with the words that stand by it."""

    value: int
    label: str
    says: str
    is_chosen: bool


@dataclass(frozen=True)
class StepScreen:
    """One question. `id` is the name of its field too; `place` is its number among all."""

    id: str
    place: str
    stem: str
    note: str
    steps: tuple[Chosen, ...]
    fault: str
    figure: None = None

    @property
    def names(self) -> list[str]:
        """The names of its fields."""
        return [self.id]

    @property
    def most(self) -> int:
        """The highest step: beside it a number is an answer, and not that of the question."""
        return max(step.value for step in self.steps)


def step_screens(
    questions: Sequence[ChoiceQuestion], *, typed: Mapping[str, str], faults: Mapping[str, str]
) -> list[StepScreen]:
    """In the order in which they are answered."""
    return [
        StepScreen(
            one.key, _("%(number)s of %(of)s") % {"number": number, "of": len(questions)}, say(one.text), say(one.note),
            tuple(_chosen(step, typed.get(one.key, "")) for step in one.steps), faults.get(one.key, ""),
        )
        for number, one in enumerate(questions, start=1)
    ]  # fmt: skip


def _chosen(step: Step, typed: str) -> Chosen:
    return Chosen(step.value, say(step.label), say(step.says), typed == str(step.value))
