"""The leader's own line and guess, drawn before the result opens: four numbers each."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import lines as action
from kulturspejl.core.errors import Faulty
from kulturspejl.drawing.numbers import paper_total
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.mirror.content import CultureCard, cards_of
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import line_page
from kulturspejl.readers.line_page import LinePage

KINDS = ("own", "guess")


@dataclass(frozen=True)
class Drawing:
    """One of the two lines as it stands on the page."""

    kind: str
    rows: list[tuple[CultureCard, str]]
    is_drawn: bool
    fault: str


@require_http_methods(["GET", "POST"])
@needs_login
def lines(request: SignedIn, round_id: uuid.UUID, round_unit_id: uuid.UUID) -> HttpResponse:
    """Draw one's own answer and one's guess; each may be drawn again until the round closes."""
    page = line_page.for_user(request.user, round_unit_id, now=clock.now())
    kind = request.POST.get("kind", "")
    fault = ""
    if request.method == "POST":
        try:
            typed = {letter: request.POST.get(letter, "") for letter in page.instrument.letters}
            action.draw(by=request.user, round_unit_id=round_unit_id, kind=kind, values=typed, now=clock.now())
            messages.success(request, _("Kept. Nobody else sees it on any page until you show it."))
            return redirect("lines", page.round_id, round_unit_id)
        except Faulty as faulty:
            fault = say(next(iter(faulty.fields.values()), faulty.text))
    drawings = [_drawing(page, one, request, fault if one == kind else "") for one in KINDS]
    context = {"page": page, "drawings": drawings, "sum": paper_total(page.points)}
    return render(request, "leader/lines.html", context, status=422 if fault else 200)


def _drawing(page: LinePage, kind: str, request: HttpRequest, fault: str) -> Drawing:
    kept = page.values.get(kind, {})
    typed = {letter: request.POST.get(letter, "") for letter in page.instrument.letters} if fault else kept
    rows = [(card, str(typed.get(card.letter, ""))) for card in cards_of(page.instrument)]
    return Drawing(kind=kind, rows=rows, is_drawn=bool(kept), fault=fault)
