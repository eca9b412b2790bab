"""Whoever leads a room: somebody signed in, or the browser that holds a borrowed room's key."""

import uuid
from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from kulturspejl.access.room_access import DeskKey, Runner
from kulturspejl.faces.shared import kept

COOKIE = "kulturspejl_desk"
View = Callable[..., HttpResponse]


def for_a_runner(view: View) -> View:
    """Call the view as `view(request, room_id, by)`; to the log-in without either."""

    @wraps(view)
    def asked(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
        key = key_in(request.COOKIES)
        if key is None and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, room_id, key or request.user)

    return asked


def runner_or_nobody(request: HttpRequest) -> Runner | None:
    """Whoever leads a room in this browser, where the room's own key for its wall would do as well."""
    return key_in(request.COOKIES) or (request.user if request.user.is_authenticated else None)


def key_in(cookies: dict[str, str]) -> DeskKey | None:
    """The key that the browser has sent: each is sent to its own room alone."""
    key = kept.kept(cookies, COOKIE)
    return DeskKey(key) if key else None


def keep(response: HttpResponse, room_id: uuid.UUID, key: str) -> HttpResponse:
    """Let this browser lead the room until it is deleted."""
    return kept.keep(response, COOKIE, key, path=f"/facilitate/{room_id}", days=1)
