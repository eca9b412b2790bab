"""An exercise in a day: what asks about the day's purposes asks about those that this day has."""

from collections.abc import Sequence
from dataclasses import replace

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.kinds.agreement_items import AgreementItems
from kulturspejl.core.kinds.base.items import ScaledItem
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.text import Text


def with_goals(exercise: Exercise, goals: Sequence[Text]) -> Exercise:
    """The same exercise with a statement for each purpose ("goal_1" …); as it is where the day has none."""
    if not goals or not any(part.is_about_goals for step in exercise.steps for part in step.parts):
        return exercise
    items = tuple(ScaledItem(f"goal_{nth}", goal) for nth, goal in enumerate(goals, start=1))
    steps = tuple(
        replace(step, parts=tuple(_asking(part, items) for part in step.parts)) for step in exercise.steps
    )
    return replace(exercise, steps=steps)


def _asking(part: Part, items: tuple[ScaledItem, ...]) -> Part:
    if not part.is_about_goals or not isinstance(part.shape, AgreementItems):
        return part
    return replace(part, shape=replace(part.shape, items=items))
