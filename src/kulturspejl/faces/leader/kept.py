"""Taking over for a unit what its team's room hands over, and taking it off again. For leader, AMR and TR."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import rooms
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.core.text import Text
from kulturspejl.faces.leader.unit_choice import choice_in
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.faces.shared.ids import as_id
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import kept_meetings, taking_over

CHOOSE = Text(da="Vælg den enhed, der overtager mødet.", en="Choose the unit that takes the meeting over.")


@require_http_methods(["GET", "POST"])
@needs_login
def take_over(request: SignedIn, code: str) -> HttpResponse:
    """What goes and what stays stands above the button; nothing goes before it is pressed."""
    if request.method != "POST":
        return _page(request, code)
    if not taking_over.may_take_over(request.user, now=clock.now()):
        raise NotThere(NOTHING_HERE)
    unit_id = as_id(request.POST.get("unit", ""))
    try:
        if unit_id is None:
            raise Refused(CHOOSE)
        meeting_id = rooms.take_over(
            by=request.user, code=code[:40], unit_id=unit_id, seen=request.POST.get("seen", "")[:64],
            form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except (Conflict, Refused, Faulty) as error:
        return _page(request, code, error)
    messages.success(request, _taken(meeting_id))
    return redirect("plan", unit_id)


@require_POST
@needs_login
def take_off(request: SignedIn, kept_id: uuid.UUID) -> HttpResponse:
    """The unit keeps it no longer; back to the plan that the button stood on."""
    rooms.take_off(by=request.user, meeting_id=kept_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("It is deleted. What you agreed on stays in the plan."))
    unit_id = as_id(request.POST.get("unit", ""))
    return redirect("plan", unit_id) if unit_id else redirect("home")


def _taken(meeting_id: uuid.UUID) -> str:
    if kept_meetings.waits_as_idea(meeting_id):
        return _("Taken over. The idea waits in the plan until it is taken in or declined.")
    return _("Taken over. It stands on this page now.")


def _page(request: SignedIn, code: str, error: Conflict | Refused | Faulty | None = None) -> HttpResponse:
    """A code of no room and a room that is not offered look alike, and are counted alike."""
    guesses.guard(request)
    page = taking_over.offered(request.user, code[:40], now=clock.now())
    if page is None:
        guesses.was_wrong(request)
    places = page.places if page else ()
    choice = choice_in(request, places, [one for one in places if one.may])
    may = any(one.may for one in choice["places"])
    context = {"page": page, "fault": say(error.text) if error else "", "may": may, **choice}
    status = error.status if error else 200 if page else 404
    return render(request, "leader/take_over.html", context, status=status)
