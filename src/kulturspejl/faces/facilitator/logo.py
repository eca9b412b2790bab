"""A facilitator's own picture: its page, and the picture itself for that page and for the walls."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kulturspejl.actions import own_logo as actions
from kulturspejl.core.errors import Faulty, Unready
from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import own_logo as readers


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def logo(request: SignedIn) -> HttpResponse:
    """The page; a POST takes a picture in, says it in other words, or takes it away."""
    if request.method != "POST":
        return _page(request)
    data, sent = request.POST, request.FILES.get("file")
    if data.get("verb") == "remove":
        actions.remove_logo(by=request.user, now=clock.now())
        messages.success(request, _("The picture is gone, from walls and reports too."))
        return redirect("own_logo")
    try:
        given = sent.read() if sent else b""
        actions.save_logo(by=request.user, given=given, words=data.get("words", ""), now=clock.now())
    except Faulty as faulty:
        return _page(request, {name: say(text) for name, text in faulty.fields.items()}, faulty.status)
    except Unready as busy:
        return _page(request, {"file": say(busy.text)}, busy.status)
    messages.success(request, _("Saved. It stands on the walls of your days, on their paper and in their reports."))
    return redirect("own_logo")


@require_safe
@needs_login
def picture(request: SignedIn) -> HttpResponse:
    """One's own, for the page."""
    return _image(*readers.own_image(request.user, now=clock.now()))


@require_safe
def on_wall(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
    """That of whoever made the room, for a facilitator or a machine that has the wall's own address."""
    user, key = runner.runner_or_nobody(request), request.GET.get("key", "")[:80]
    return _image(*readers.image_on_wall(user, room_id, key, now=clock.now()))


def _image(form: str, image: bytes) -> HttpResponse:
    return HttpResponse(image, content_type=f"image/{form}", headers={"Cache-Control": "private, max-age=300"})


def _page(request: SignedIn, faults: dict[str, str] | None = None, status: int = 200) -> HttpResponse:
    found, can_read = readers.own_logo(request.user, now=clock.now())
    words = request.POST.get("words", found.words if found else "")
    context = {"logo": found, "can_read": can_read, "faults": faults or {}, "words": words}
    return render(request, "facilitator/logo.html", context, status=status)
