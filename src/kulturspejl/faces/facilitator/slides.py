"""A class's own slides: brought to a station, put in order, told in words, and shown by the wall."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kulturspejl.actions import rooms
from kulturspejl.core.choreography.steps import NO_SUCH
from kulturspejl.core.errors import Conflict, Faulty, Unready
from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import rooms as readers


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def slides(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """The page; a POST brings files to a station."""
    if request.method != "POST":
        return _page(request, room_id)
    station = request.POST.get("station", "")[:120]
    try:
        many = rooms.add_slides(
            by=request.user, room_id=room_id, station=station,
            files=[file.read() for file in request.FILES.getlist("file")], form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except (Faulty, Unready, Conflict) as error:
        return _page(request, room_id, fault=say(error.text), station=station, status=error.status)
    said = ngettext("{many} slide has been put in.", "{many} slides have been put in.", many)
    messages.success(request, said.replace("{many}", str(many)))
    return redirect("room_slides", room_id)


@require_POST
@needs_login
def change(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """One press beside a slide: other words, another place, or away with it."""
    data, now, by = request.POST, clock.now(), request.user
    try:
        if data.get("verb") == "empty":
            rooms.remove_slides(by=by, room_id=room_id, now=now)
        elif data.get("verb") == "remove":
            rooms.remove_slide(by=by, room_id=room_id, slide_id=id_of(data.get("slide", ""), NO_SUCH), now=now)
        elif data.get("verb") == "move":
            after = id_of(data["after"], NO_SUCH) if data.get("after") else None
            rooms.move_slide(
                by=by, room_id=room_id, slide_id=id_of(data.get("slide", ""), NO_SUCH),
                station=data.get("station", "")[:120], after=after, now=now,
            )  # fmt: skip
        else:
            slide_id, words = id_of(data.get("slide", ""), NO_SUCH), data.get("words", "")
            rooms.describe_slide(by=by, room_id=room_id, slide_id=slide_id, words=words, now=now)
            messages.success(request, _("The words are saved."))
    except Conflict as conflict:
        messages.warning(request, say(conflict.text))
    except Faulty as faulty:
        return _page(request, room_id, fault=say(faulty.text), typed=data.get("words", ""), status=faulty.status)
    return redirect("room_slides", room_id)


@require_safe
def slide(request: HttpRequest, room_id: uuid.UUID, slide_id: uuid.UUID) -> HttpResponse:
    """One slide as a picture, for a facilitator or a machine that has the wall's own address."""
    user = runner.runner_or_nobody(request)
    form, image = readers.slide_image(user, room_id, slide_id, request.GET.get("key", "")[:80], now=clock.now())
    return HttpResponse(image, content_type=f"image/{form}", headers={"Cache-Control": "private, max-age=86400"})


def _page(
    request: SignedIn, room_id: uuid.UUID, *, fault: str = "", station: str = "", typed: str = "", status: int = 200
) -> HttpResponse:
    view = readers.own_slides(request.user, room_id, language=language(), now=clock.now())
    context = {
        "view": view, "fault": fault, "station": station or request.GET.get("station", ""), "typed": typed,
        "pressed": request.POST.get("slide", "") if fault else "",
    }  # fmt: skip
    return render(request, "facilitator/slides.html", context, status=status)
