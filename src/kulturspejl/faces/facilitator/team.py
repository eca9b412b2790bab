"""»Tag den med holdet«: a room for one's own team in one click, without an account."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import rooms
from kulturspejl.core.errors import Faulty, Refused, Unready
from kulturspejl.core.text import Text
from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.login import is_signed_in
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.faces.shared.visitor import place
from kulturspejl.live.limits import Limit
from kulturspejl.readers import rooms as readers

LENDING = Limit("rooms that are lent", 30.0, 1 / 60)
"""Of one address: a course day sends thirty leaders home with a room each."""
MANY_HERE = Text(
    da="Der er åbnet mange rum herfra lige nu. Prøv igen om nogle minutter.",
    en="Many rooms have been opened from here just now. Try again in a few minutes.",
)


@csrf_exempt  # Nobody stands behind it, and a press from elsewhere gains nothing: it opens a room for its own browser.
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest) -> HttpResponse:
    """What it is, and the button; the button elsewhere posts here too."""
    if request.method != "POST":
        return _page(request)
    here, unit_id = place(request), _unit(request)
    if unit_id is not None and not is_signed_in(request):
        return redirect("plan", unit_id)  # To the log-in, and from there back to the button.
    try:
        if LENDING.seconds_to_wait(here) > 0:
            raise Unready(MANY_HERE)
        opened = rooms.borrow(
            programme=request.POST.get("programme", "")[:60], trait=request.POST.get("trait", "")[:1000],
            language=language(), by=request.user if is_signed_in(request) else None, unit_id=unit_id,
            form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except (Faulty, Refused, Unready) as error:
        return _page(request, error)
    LENDING.take(here)
    link = readers.desk_link(opened.desk_key)
    context = {"room_id": opened.room_id, "link": link, "qr": readers.scan(link)}
    return runner.keep(render(request, "facilitator/team_opened.html", context), opened.room_id, opened.desk_key)


@require_safe
def desk_again(request: HttpRequest, key: str) -> HttpResponse:
    """The link that was saved: the same desk in another browser. It carries 128 bits, so guesses are not counted."""
    room_id = readers.room_of_desk(key)
    return runner.keep(redirect("desk", room_id), room_id, key)


def _unit(request: HttpRequest) -> uuid.UUID | None:
    """The unit whose earlier meetings come along, where somebody opens the room from its plan."""
    raw = request.POST.get("unit", "")
    return id_of(raw, NOTHING_HERE) if raw else None


def _page(request: HttpRequest, error: Faulty | Refused | Unready | None = None) -> HttpResponse:
    view = readers.lent(language=language())
    context = {"lent": view, "fault": say(error.text) if error else "", "is_gone": request.GET.get("gone") == "1"}
    context["trait"] = request.POST.get("trait", "")[:1000]
    return render(request, "facilitator/team.html", context, status=error.status if error else 200)
