"""What a round asks, on paper: filled in with a pen, and typed by the same person at any screen.

The sheet bears neither name nor code, so it is nobody's answer until whoever has a card or a letter has sent it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.content.choice import ChoiceQuestion, Step
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.form import DRAWN, IN_DIMENSIONS
from kulturspejl.core.text import NOTHING
from kulturspejl.core.writing.dates import moment
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "round_form.typ"
Question = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RoundForm:
    """What is asked in which form, where, until when (with a time in the reader's zone), and where it is typed.

    `leaders` says whose leadership is meant, "" where nobody is named.
    """

    instrument: Instrument
    points: int
    preferred: str
    unit: str
    closes: date
    address: str
    leaders: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """Questions that are asked under one instruction; `legend` has what steps are called and mean."""

    said: str
    questions: list[Question]
    legend: list[tuple[str, str]]


def round_form_pdf(form: RoundForm, *, lang: str) -> bytes:
    """One set as a tagged PDF; the printer makes as many as are needed, for all are alike."""
    return press(LAYOUT, round_form_facts(form, lang=lang))


def round_form_facts(form: RoundForm, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    asked = form.instrument
    parts = _of_points(asked, form, lang) if isinstance(asked, AllocationInstrument) else _of_steps(asked, lang)
    return {
        "lang": lang,
        "title": say("form_title", lang, what=asked.name),
        "sub": say("form_sub", lang, unit=form.unit, date=moment(form.closes, lang)),
        "how": _how(form, lang),
        "counts": say("form_counts", lang),
        "credit": asked.credit.into(lang),
        "parts": [{"said": one.said, "questions": one.questions, "legend": one.legend} for one in parts],
    }


def _how(form: RoundForm, lang: str) -> list[str]:
    """What to do, in order. Points stand in an order of each person's own on the screen, so it is told how they stand
    as here.
    """
    words = ["fill", "type", *(["order"] if form.instrument.chooses_points else []), "alone", "tear"]
    return [say(f"form_{word}", lang, address=form.address) for word in words]


def _of_points(asked: AllocationInstrument, form: RoundForm, lang: str) -> list[_Part]:
    """Six questions; wished for in the same six, or in one more over the four cultures."""
    is_twice, total = form.preferred == IN_DIMENSIONS, form.points
    columns = [say(f"form_{period}", lang) for period in (("now", "wish") if is_twice else ("now",))]
    given = say("form_each" if is_twice else "form_sum", lang, total=total)
    now = [
        _points(
            f"{one.number}. {one.stem.into(lang)}", columns if is_twice else [""],
            [("", one.statements[letter].into(lang)) for letter in asked.letters], given,
        )
        for one in asked.dimensions
    ]  # fmt: skip
    whose = [say("form_whose", lang, who=form.leaders)] if form.leaders else []
    said = say("form_points_twice" if is_twice else "form_points", lang, total=total)
    parts = [_Part(" ".join([said, asked.no_right_answer.into(lang), *whose]), now, [])]
    if form.preferred == DRAWN:
        whole = len(asked.dimensions) * total
        parts.append(_Part(say("form_wish_sum", lang, total=whole), [_wish(asked, whole, lang)], []))
    return parts


def _wish(asked: AllocationInstrument, whole: int, lang: str) -> Question:
    rows = [(one.called.into(lang), one.text.into(lang)) for one in asked.cultures.values()]
    stem = f"{len(asked.dimensions) + 1}. {say('form_wish_stem', lang)}"
    return _points(stem, [""], rows, say("form_sum", lang, total=whole))


def _points(stem: str, columns: list[str], rows: list[tuple[str, str]], given: str) -> Question:
    return {"kind": "points", "stem": stem, "columns": columns, "rows": rows, "sum": given}


def _of_steps(asked: Instrument, lang: str) -> list[_Part]:
    """Questions under one instruction stand together, with what the steps are called where that is the same for all."""
    parts: list[_Part] = []
    for number, one in enumerate(asked.questions, start=1):
        said, is_alike = one.note.into(lang), _named(one) == _named(asked.questions[0])
        has_own_ends = any(_named(one) != _named(other) for other in asked.questions)
        if not parts or parts[-1].said != said:
            parts.append(_Part(said, [], _legend(one, lang) if is_alike and not has_own_ends and not parts else []))
        parts[-1].questions.append(_steps(number, one, lang, has_own_ends=has_own_ends))
    return parts


def _named(question: ChoiceQuestion) -> list[Step]:
    """The steps that are called something."""
    return [step for step in question.steps if step.label != NOTHING]


def _legend(question: ChoiceQuestion, lang: str) -> list[tuple[str, str]]:
    return [(f"{step.value}: {step.label.into(lang)}", step.says.into(lang)) for step in _named(question)]


def _steps(number: int, one: ChoiceQuestion, lang: str, *, has_own_ends: bool) -> Question:
    first, last = one.steps[0], one.steps[-1]
    (low, low_says), (high, high_says) = (_end(step, lang) if has_own_ends else ("", "") for step in (first, last))
    return {
        "kind": "steps", "text": f"{number}. {one.text.into(lang)}", "least": first.value, "most": last.value,
        "low": f"{number}. {low}" if low else "", "low-says": low_says, "high": high, "high-says": high_says,
    }  # fmt: skip


def _end(step: Step, lang: str) -> tuple[str, str]:
    return step.label.into(lang), step.says.into(lang)
