"""The questions as screens: one sum of points to give out on each, the same for every way of answering."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.core.content.instrument import AllocationInstrument, Culture
from kulturspejl.faces.respondent import figures
from kulturspejl.faces.shared.templatetags.saying import say

Kind = Literal["now", "pref", "wish"]


@dataclass(frozen=True)
class Line:
    """One of the four that share the points. `value` is what was typed, as it was typed.

    `called` is a culture in everyday words, with its `term`; "" where statements stand.
    """

    letter: str
    name: str
    text: str
    value: str
    fault: str
    called: str = ""
    term: str = ""


@dataclass(frozen=True)
class Screen:
    """One question. `step` is how much a press of plus gives.

    `place` is its number among all, `alone` among those about now, where only these are asked; "" for the others.
    """

    id: str
    kind: Kind
    place: str
    alone: str
    stem: str
    note: str
    total: int
    step: int
    lines: tuple[Line, ...]
    fault: str
    figure: SafeString | None

    @property
    def names(self) -> list[str]:
        """The names of its fields."""
        return [line.name for line in self.lines]

    @property
    def left(self) -> str:
        """How many points are left of what was typed."""
        left = self.total - sum(int(line.value) for line in self.lines if line.value.isdecimal())
        if left < 0:
            return ngettext("%(n)s point too many", "%(n)s points too many", -left) % {"n": -left}
        return ngettext("%(n)s point left", "%(n)s points left", left) % {"n": left}


@dataclass(frozen=True)
class Asked:
    """What the screens are made from. `whose` says whose leadership is meant; "" where nobody is named.

    `order` is the person's own; without one, the instrument's. Letters are shown to somebody alone, and not in an
    anonymous round: there they would be a key to the answer.
    """

    instrument: AllocationInstrument
    form: AnswerForm
    order: Sequence[str] = ()
    whose: str = ""
    shows_letters: bool = False
    typed: Mapping[str, str] | None = None
    faults: Mapping[str, str] | None = None


def screens_of(asked: Asked) -> list[Screen]:
    """The screens in the order in which they are answered."""
    found = [_dimension(asked, "now", number) for number in range(1, 7)]
    if asked.form.preferred == "drawn":
        return [*found, _wish(asked)]
    if asked.form.preferred == "dimensions":
        return found + [_dimension(asked, "pref", number) for number in range(1, 7)]
    return found


def _dimension(asked: Asked, kind: Kind, number: int) -> Screen:
    dimension = asked.instrument.dimensions[number - 1]
    key = f"{kind}_d{number}"
    is_now = kind == "now"
    before = "{}. " if asked.shows_letters else ""
    texts = {letter: before.format(letter) + say(said) for letter, said in dimension.statements.items()}
    # Every statement keeps its letter and its name; only the order on the screen is the person's own.
    return Screen(
        id=key, kind=kind, place=_place(asked, number if is_now else 6 + number),
        alone=_of(number, 6) if is_now else "",
        stem=say(dimension.stem) if is_now else _("In a year: %(stem)s") % {"stem": say(dimension.stem)},
        note=_note(asked, kind, number), total=asked.form.total, step=1 if asked.form.total <= 10 else 5,
        lines=tuple(_line(asked, key, letter, texts[letter]) for letter in asked.order or asked.instrument.letters),
        fault=_fault(asked, key), figure=None,
    )  # fmt: skip


def _wish(asked: Asked) -> Screen:
    cultures = asked.instrument.cultures
    return Screen(
        id="wish", kind="wish", place=_place(asked, 7), alone="", stem=_("What would you like it to be in a year?"),
        note=say(asked.instrument.instruction_drawn).replace("{sum}", str(6 * asked.form.total)),
        total=6 * asked.form.total, step=1 if asked.form.total <= 10 else 10,
        lines=tuple(_named(_line(asked, "wish", one, say(cultures[one].text)), cultures[one]) for one in cultures),
        fault=_fault(asked, "wish"), figure=figures.to_draw(asked.instrument, asked.form.total),
    )  # fmt: skip


def _named(line: Line, culture: Culture) -> Line:
    return replace(line, called=say(culture.called), term=say(culture.term) if culture.term else "")


def _line(asked: Asked, key: str, letter: str, text: str) -> Line:
    name = f"{key}_{letter}"
    return Line(letter, name, text, (asked.typed or {}).get(name, ""), (asked.faults or {}).get(name, ""))


def _fault(asked: Asked, key: str) -> str:
    return (asked.faults or {}).get(key, "")


def _place(asked: Asked, number: int) -> str:
    of = {"drawn": 7, "dimensions": 12}.get(asked.form.preferred or "", 6)
    return _of(number, of)


def _of(number: int, of: int) -> str:
    return _("%(number)s of %(of)s") % {"number": number, "of": of}


def _note(asked: Asked, kind: Kind, number: int) -> str:
    first = say(asked.instrument.no_right_answer) if kind == "now" and number == 1 else ""
    if kind == "now":
        text = _("Think of the unit as it is today. Give %(total)s points, most to what resembles you most.")
    else:
        text = _("Give %(total)s points as you would like it to be in a year.")
    said = text % {"total": asked.form.total}
    return " ".join(part for part in (said, first, asked.whose) if part)


