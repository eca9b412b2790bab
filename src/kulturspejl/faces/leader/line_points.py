"""The leader's lines where points are given: six questions of four statements, and a guess that is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.form import Block, now_blocks
from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.text import Text
from kulturspejl.drawing.numbers import as_line, paper_total
from kulturspejl.faces.shared.mirror.content import CultureCard, cards_of
from kulturspejl.faces.shared.mirror.own import line_web
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.line_page import LinePage

Typed = dict[str, dict[str, object] | None]


@dataclass(frozen=True)
class Statement:
    """One of four that share the points of a question, with what was typed."""

    name: str
    text: str
    value: str


@dataclass(frozen=True)
class Question:
    """As the team is asked it. `fault` is what is wrong with it."""

    id: str
    stem: str
    statements: list[Statement]
    fault: str


@dataclass(frozen=True)
class Guess:
    """What is thought that the team will say: the figure that is pulled, and the four numbers."""

    web: SafeString
    rows: list[tuple[CultureCard, str]]
    fault: str


def typed(request: HttpRequest, page: LinePage, _instrument: AllocationInstrument) -> Typed:
    """By kind; None where nothing of it has been touched."""
    return {OWN: _typed_answers(request, page), GUESS: _typed_guess(request, page)}


def context(
    request: HttpRequest, page: LinePage, instrument: AllocationInstrument, faults: Mapping[str, Text]
) -> dict[str, object]:
    """What the page shows of this kind."""
    return {
        "questions": _questions(request, page, instrument, faults), "guess": _guess(request, page, instrument, faults),
        "sum": paper_total(page.points),
    }  # fmt: skip


def in_one_line(page: LinePage, _instrument: AllocationInstrument, kept: Mapping[str, int]) -> str:
    """ "A = 21 · B = 9 · C = 12 · D = 18 af 60"."""
    return as_line({letter: points / 6 for letter, points in kept.items()}, total=page.points, lang=language())


def _typed_answers(request: HttpRequest, page: LinePage) -> dict[str, object] | None:
    """None where no question has been touched: then the guess alone is meant."""
    given = {name: request.POST.get(name, "").strip() for block in now_blocks(page.points) for name in block.keys}
    if not any(given.values()):
        return None
    return {name: int(value) if value.isdecimal() else value or 0 for name, value in given.items()}


def _typed_guess(request: HttpRequest, page: LinePage) -> dict[str, object] | None:
    given = {letter: request.POST.get(letter, "").strip() for letter in page.instrument.letters}
    return {letter: value or "0" for letter, value in given.items()} if any(given.values()) else None


def _questions(
    request: HttpRequest, page: LinePage, instrument: AllocationInstrument, faults: Mapping[str, Text]
) -> list[Question]:
    asked = zip(now_blocks(page.points), instrument.dimensions, strict=True)
    return [
        Question(
            id=block.id, stem=say(one.stem), fault=_fault(block, faults),
            statements=[
                Statement(name, say(one.statements[letter]), request.POST.get(name, ""))
                for name, letter in zip(block.keys, block.letters, strict=True)
            ],
        )
        for block, one in asked
    ]  # fmt: skip


def _fault(block: Block, faults: Mapping[str, Text]) -> str:
    return next((say(faults[key]) for key in (block.id, *block.keys) if key in faults), "")


def _guess(
    request: HttpRequest, page: LinePage, instrument: AllocationInstrument, faults: Mapping[str, Text]
) -> Guess:
    kept = page.values.get(GUESS, {})
    typed = {letter: request.POST.get(letter, "") for letter in instrument.letters} if request.POST else kept
    rows = [(card, str(typed.get(card.letter, ""))) for card in cards_of(instrument)]
    web = line_web(instrument, page.points, _("Your guess"), GUESS, kept, title=_("Draw your guess"))
    return Guess(web, rows, say(faults[GUESS]) if GUESS in faults else "")
