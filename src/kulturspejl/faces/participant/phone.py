"""What I do now, on my own phone."""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kulturspejl.actions import rooms
from kulturspejl.core.choreography.steps import NO_SUCH
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.faces.participant import keys, own_page
from kulturspejl.faces.participant.doors import in_the_room
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.compressed import compressed
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import instruments
from kulturspejl.readers import rooms as readers
from kulturspejl.readers.rooms.on_phone import Phone


@require_safe
def now(request: HttpRequest, code: str) -> HttpResponse:
    """The page's parts as they are now: first load, reconnect and asking again are the same address."""
    in_the_room(request, code)
    view = readers.phone(code, keys.key_in(request.COOKIES), language=language(), now=clock.now())
    response = render(request, "participant/now.html", own_page.context(view))
    plain = f"{view.version} {view.stamp} {view.is_done} {view.is_sealed} {get_language()}"
    response["ETag"] = f'"{hashlib.sha256(plain.encode()).hexdigest()[:16]}"'
    response["Cache-Control"] = "no-store"
    if request.headers.get("If-None-Match") == response["ETag"]:
        same = HttpResponseNotModified()
        same["ETag"] = response["ETag"]
        return same
    return response


@csrf_exempt  # The key's cookie is SameSite=Lax: a form from elsewhere does not carry it.
@require_POST
def do(request: HttpRequest, code: str) -> HttpResponse:
    """My number, my case, a pause for my group, done. What has moved on meanwhile is simply shown as it is."""
    in_the_room(request, code)
    key, moment, verb = keys.key_in(request.COOKIES), clock.now(), request.POST.get("verb", "")
    try:
        if verb == "done":
            rooms.mark_done(code=code, key=key, station=request.POST.get("station", "")[:40], now=moment)
        elif verb == "say":
            rooms.say_number(code=code, key=key, number=_number(request), now=moment)
        elif verb == "claim":
            rooms.claim(code=code, key=key, now=moment)
        elif verb == "take_back":
            rooms.take_back(code=code, key=key, part=request.POST.get("part", "")[:120], now=moment)
        elif verb == "stop_sheet":
            rooms.stop_sheet(code=code, key=key, now=moment)
        elif verb in ("pause", "resume"):
            rooms.group_step(code=code, key=key, verb=verb, now=moment)
        else:
            raise NotThere(NO_SUCH)
    except Conflict:
        pass  # The room has moved on; the page that follows shows where it is.
    return redirect("room", code)


def page(request: HttpRequest, code: str) -> HttpResponse:
    """The whole page. NotThere for a phone that is not in."""
    view = readers.phone(code, keys.key_in(request.COOKIES), language=language(), now=clock.now())
    context = own_page.context(view) | {"profile": instruments.culture_profile()}
    response = render(request, "participant/phone.html", context)
    response["Cache-Control"] = "no-store"
    return response if _is_for_some(view) else for_the_way(request, response)


@compressed
def for_the_way(_request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A page that holds nothing that only some in the room may know (docs/en/anonymity.md), made shorter."""
    return response


def _is_for_some(view: Phone) -> bool:
    """Whether something stands there that a group has written for itself. Somebody else in the room chooses words that
    stand on every page, a name or a line on the board, and could guess by its compressed length."""
    return view.group is not None and bool(view.group.headings or view.group.sheet)


def _number(request: HttpRequest) -> int:
    raw = request.POST.get("number", "")
    if not (raw.isascii() and raw.isdigit() and len(raw) < 4):
        raise NotThere(NO_SUCH)
    return int(raw)
