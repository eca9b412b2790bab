"""The leader's lines where steps are chosen: the team's own questions about how it is, answered or guessed."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from kulturspejl.core.content.choice import Step
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.instruments.base.lines import OWN
from kulturspejl.core.text import Text
from kulturspejl.faces.leader.line_points import Typed
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers.line_page import LinePage


@dataclass(frozen=True)
class StepQuestion:
    """As the team is asked it; `ends` are the two that a question may have of its own, each with what it means.

    `steps` are (number, whether it is chosen).
    """

    name: str
    text: str
    ends: tuple[tuple[str, str], tuple[str, str]] | None
    steps: list[tuple[int, bool]]
    fault: str


@dataclass(frozen=True)
class StepLine:
    """One of the leader's lines: all its questions."""

    kind: str
    title: str
    asks: str
    questions: list[StepQuestion]


def typed(request: HttpRequest, page: LinePage, instrument: ScaleInstrument) -> Typed:
    """By kind; None where nothing of it has been touched."""
    found: Typed = {}
    for kind in instrument.lines:
        given = {one.key: request.POST.get(_name(kind, one.key), "").strip() for one in instrument.questions_now}
        chosen: dict[str, object] = {key: int(step) if step.isdecimal() else step for key, step in given.items()}
        found[kind] = chosen if any(given.values()) else None
    return found


def context(
    request: HttpRequest, page: LinePage, instrument: ScaleInstrument, faults: Mapping[str, Text]
) -> dict[str, object]:
    """What the page shows of this kind."""
    alike = [] if instrument.has_own_ends else [one for one in instrument.questions_now[0].steps if say(one.label)]
    return {
        "step_lines": [_line(kind, request, page, instrument, faults) for kind in instrument.lines],
        "explained_steps": [(one.value, say(one.label), say(one.says)) for one in alike if say(one.says)],
        "named_steps": [(one.value, say(one.label)) for one in alike if not say(one.says)],
    }


def in_one_line(page: LinePage, instrument: ScaleInstrument, kept: Mapping[str, int]) -> str:
    """ "3 · 5 · 2", in the order of the questions."""
    return " · ".join(str(step) for _number, step in sorted(kept.items(), key=lambda one: int(one[0])))


def _line(
    kind: str, request: HttpRequest, page: LinePage, instrument: ScaleInstrument, faults: Mapping[str, Text]
) -> StepLine:
    kept = {f"now_{number}": str(step) for number, step in page.values.get(kind, {}).items()}
    questions = []
    for place, one in enumerate(instrument.questions_now, start=1):
        name = _name(kind, one.key)
        chosen = request.POST.get(name, "") if request.method == "POST" else kept.get(one.key, "")
        ends = (_end(one.steps[0]), _end(one.steps[-1])) if instrument.has_own_ends else None
        steps = [(step.value, chosen == str(step.value)) for step in one.steps]
        fault = say(faults[name]) if name in faults else ""
        questions.append(StepQuestion(name, f"{place}. {say(one.text)}", ends, steps, fault))
    title, asks = _words(kind)
    return StepLine(kind, title, asks, questions)


def _words(kind: str) -> tuple[str, str]:
    if kind == OWN:
        asks = _("The questions that the team is asked. Leave them empty if you only want to guess.")
        return _("Your own answer"), asks
    return _("Your guess at the team’s answer"), _("Where do you think the team’s average lies at each question?")


def _end(step: Step) -> tuple[str, str]:
    return say(step.label), say(step.says)


def _name(kind: str, key: str) -> str:
    return f"{kind}-{key}"
