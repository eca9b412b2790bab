"""The leader's own answer, to the questions that the team is asked, and the leader's guess at the team's: one form."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import lines as action
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.errors import Faulty
from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.text import Text
from kulturspejl.faces.leader import line_points, line_steps
from kulturspejl.faces.leader.line_points import Typed
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import line_page
from kulturspejl.readers.line_page import LinePage


@require_http_methods(["GET", "POST"])
@needs_login
def lines(request: SignedIn, round_id: uuid.UUID, round_unit_id: uuid.UUID) -> HttpResponse:
    """Draw one's own answer and one's guess; each may be drawn again until the round closes."""
    page = line_page.for_user(request.user, round_unit_id, now=clock.now())
    faults: Mapping[str, Text] = {}
    if request.method == "POST":
        given = _typed(request, page)
        try:
            action.draw(
                by=request.user, round_unit_id=round_unit_id, own=given.get(OWN), guess=given.get(GUESS),
                now=clock.now(),
            )  # fmt: skip
            messages.success(request, _("Kept. Nobody else sees it on any page until you show it."))
            return redirect("lines", page.round_id, round_unit_id)
        except Faulty as faulty:
            faults = faulty.fields
    context = {
        "page": page, "fault": say(next(iter(faults.values()))) if faults else "",
        "has_own": OWN in page.instrument.lines, "own_line": _line(page, OWN), "guess_line": _line(page, GUESS),
        **_context(request, page, faults),
    }  # fmt: skip
    return render(request, "leader/lines.html", context, status=422 if faults else 200)


def _typed(request: HttpRequest, page: LinePage) -> Typed:
    """By kind; None where nothing of it has been touched, so that the other alone is meant."""
    if isinstance(page.instrument, AllocationInstrument):
        return line_points.typed(request, page, page.instrument)
    return line_steps.typed(request, page, page.instrument)


def _context(request: HttpRequest, page: LinePage, faults: Mapping[str, Text]) -> dict[str, object]:
    if isinstance(page.instrument, AllocationInstrument):
        return line_points.context(request, page, page.instrument, faults)
    return line_steps.context(request, page, page.instrument, faults)


def _line(page: LinePage, kind: str) -> str:
    """What is kept, in one line; "" where nothing is."""
    kept = page.values.get(kind)
    if not kept:
        return ""
    if isinstance(page.instrument, AllocationInstrument):
        return line_points.in_one_line(page, page.instrument, kept)
    return line_steps.in_one_line(page, page.instrument, kept)
