"""What a round asks on the page of whoever answers, for each kind of answers: its screens, and one's own."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.form import AnswerForm
from kulturspejl.faces.respondent import figures, typed
from kulturspejl.faces.respondent.screens import Asked, Screen, screens_of
from kulturspejl.faces.respondent.steps import StepScreen, step_screens
from kulturspejl.readers.asking import Asking

Screens = Sequence[Screen] | Sequence[StepScreen]
NOTHING: Mapping[str, str] = {}


def screens(asking: Asking, typed: Mapping[str, str] = NOTHING, faults: Mapping[str, str] = NOTHING) -> Screens:
    """In the order in which they are answered, with what was typed and what is wrong with it."""
    asked = asking.instrument
    if not isinstance(asked, AllocationInstrument):
        return step_screens(asked.questions, typed=typed, faults=faults)
    whose = _("By leadership we mean %(who)s.") % {"who": asking.leaders} if asking.leaders else ""
    form = AnswerForm(asking.points, asking.preferred)
    return screens_of(Asked(asked, form, asking.order, whose=whose, typed=typed, faults=faults))


def names_of(found: Screens) -> list[str]:
    """The names of all fields."""
    return [name for screen in found for name in screen.names]


def answers_of(values: Mapping[str, str], found: Screens) -> dict[str, object]:
    """What was typed, as answers to be checked."""
    points = [screen for screen in found if isinstance(screen, Screen)]
    return typed.answers_of(values, points) if points else typed.steps_of(values, names_of(found))


def own(asking: Asking, answers: Mapping[str, int] | None = None) -> dict[str, object]:
    """What the thanks show of one's own answer; without one, the places that the page's script fills."""
    asked, given = asking.instrument, answers or {}
    if not isinstance(asked, AllocationInstrument):
        return {"own_steps": [(screen, given.get(screen.id, "")) for screen in step_screens(
            asked.questions, typed=NOTHING, faults=NOTHING
        )]}  # fmt: skip
    return {
        "own_figure": figures.own(asked, asking.points, answers),
        "own_numbers": figures.own_numbers(asking.points, given) if given else "",
    }
