"""The leader's own answer, to the questions that the team is asked, and the leader's guess at the team's: one form."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import lines as action
from kulturspejl.core.errors import Faulty
from kulturspejl.core.instruments.allocation.form import Block, now_blocks
from kulturspejl.core.text import Text
from kulturspejl.drawing.numbers import as_line, paper_total
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.mirror.content import CultureCard, cards_of
from kulturspejl.faces.shared.mirror.own import line_web
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import line_page
from kulturspejl.readers.line_page import LinePage

GUESS: Final = "guess"


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


@require_http_methods(["GET", "POST"])
@needs_login
def lines(request: SignedIn, round_id: uuid.UUID, round_unit_id: uuid.UUID) -> HttpResponse:
    """Draw one's own answer and one's guess; each may be drawn again until the round closes."""
    page = line_page.for_user(request.user, round_unit_id, now=clock.now())
    faults: Mapping[str, Text] = {}
    if request.method == "POST":
        own, guess = _typed_answers(request, page), _typed_guess(request, page)
        try:
            action.draw(by=request.user, round_unit_id=round_unit_id, own=own, guess=guess, now=clock.now())
            messages.success(request, _("Kept. Nobody else sees it on any page until you show it."))
            return redirect("lines", page.round_id, round_unit_id)
        except Faulty as faulty:
            faults = faulty.fields
    context = {
        "page": page, "questions": _questions(request, page, faults), "guess": _guess(request, page, faults),
        "sum": paper_total(page.points), "fault": say(next(iter(faults.values()))) if faults else "",
        "own_line": _line(page, "own"), "guess_line": _line(page, GUESS),
    }  # fmt: skip
    return render(request, "leader/lines.html", context, status=422 if faults else 200)


def _typed_answers(request: HttpRequest, page: LinePage) -> dict[str, object] | None:
    """None where no question has been touched: then the guess alone is meant."""
    given = {name: request.POST.get(name, "").strip() for block in now_blocks(page.points) for name in block.keys}
    if not any(given.values()):
        return None
    return {name: int(value) if value.isdecimal() else value or 0 for name, value in given.items()}


def _typed_guess(request: HttpRequest, page: LinePage) -> dict[str, object] | None:
    given = {letter: request.POST.get(letter, "").strip() for letter in page.instrument.letters}
    return {letter: value or "0" for letter, value in given.items()} if any(given.values()) else None


def _questions(request: HttpRequest, page: LinePage, faults: Mapping[str, Text]) -> list[Question]:
    asked = zip(now_blocks(page.points), page.instrument.dimensions, strict=True)
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


def _guess(request: HttpRequest, page: LinePage, faults: Mapping[str, Text]) -> Guess:
    kept = page.values.get(GUESS, {})
    typed = {letter: request.POST.get(letter, "") for letter in page.instrument.letters} if request.POST else kept
    rows = [(card, str(typed.get(card.letter, ""))) for card in cards_of(page.instrument)]
    web = line_web(page.instrument, page.points, _("Your guess"), GUESS, kept, title=_("Draw your guess"))
    return Guess(web, rows, say(faults[GUESS]) if GUESS in faults else "")


def _line(page: LinePage, kind: str) -> str:
    """What is kept, in one line; "" where nothing is."""
    kept = page.values.get(kind)
    if not kept:
        return ""
    return as_line({letter: points / 6 for letter, points in kept.items()}, total=page.points, lang=language())
