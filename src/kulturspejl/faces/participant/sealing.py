"""The locked copy of somebody's own notes: fetched, replaced whole, or thrown away, by the phone's key alone."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import rooms
from kulturspejl.core.errors import Faulty, SlowDown
from kulturspejl.core.text import Text
from kulturspejl.faces.participant import keys
from kulturspejl.faces.participant.doors import in_the_room
from kulturspejl.faces.participant.handing_in import NOT_READ
from kulturspejl.live.limits import Limit
from kulturspejl.readers import rooms as readers

KEEPING = Limit("keeping notes", 30.0, 0.5)
"""Of one phone; each press of a key may be one."""
OFTEN = Text(
    da="Telefonen gemmer for tit. Den prøver selv igen om lidt.",
    en="The phone keeps too often. It tries again by itself in a little while.",
)


@csrf_exempt  # The key's cookie is SameSite=Lax: nothing that another page sends here carries it.
@require_http_methods(["GET", "HEAD", "PUT", "DELETE"])
def sealed(request: HttpRequest, code: str) -> HttpResponse:
    """GET {"sealed", "mark"}; PUT {"sealed", "seen"}: 409 where another phone has kept something since `seen`."""
    in_the_room(request, code)
    key = keys.key_in(request.COOKIES)
    if request.method == "PUT":
        return _keep(request, code, key)
    if request.method == "DELETE":
        rooms.unseal(code=code, key=key)
        return HttpResponse(status=204)
    view = readers.sealed_notes(code, key)
    return _not_stored(JsonResponse({"sealed": view.sealed, "mark": view.mark}))


def _keep(request: HttpRequest, code: str, key: str) -> HttpResponse:
    readers.sealed_notes(code, key)
    sealed, seen = sealed_in(request, f"{code} {key}")
    mark = rooms.seal(code=code, key=key, sealed=sealed, seen=seen)
    return _not_stored(JsonResponse({"mark": mark}))


def sealed_in(request: HttpRequest, whose: str) -> tuple[str, str]:
    """What a browser has locked, and the mark of what it had read. Raises Faulty, and SlowDown where it is often."""
    _slow_down(whose)
    try:
        data = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise Faulty(NOT_READ, {"sealed": NOT_READ}) from error
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in ("sealed", "seen")):
        raise Faulty(NOT_READ, {"sealed": NOT_READ})
    return data["sealed"], data["seen"]


def _not_stored(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _slow_down(phone: str) -> None:
    """Raise SlowDown for whoever keeps again and again."""
    if KEEPING.seconds_to_wait(phone) > 0:
        raise SlowDown(OFTEN)
    KEEPING.take(phone)
