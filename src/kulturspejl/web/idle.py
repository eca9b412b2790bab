"""Sessions end after eight idle hours, and after seven days however much they are used.

The machine's own clock counts, as it does for the framework's sessions; a demo that moves its days logs nobody out.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kulturspejl.access import session_age
from kulturspejl.faces.shared import signed_in

BY_SCRIPT = "X-Bell"
"""A page that lies open asks for itself with this header: that is nobody's use of it."""
OF_NOBODY = ("kulturspejl.faces.respondent", "kulturspejl.faces.participant")
"""Pages that nobody signs in for: when a session was used must not tell when somebody answered."""


class IdleSessions:
    """Ends what has run out, and notes use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, to somebody who is still signed in or to nobody."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        now = timezone.now()
        mark = signed_in.mark_of(request.session)
        if mark is None:
            signed_in.begin(request, request.user, now=now)
            return self.get_response(request)
        over = session_age.why_over(began=mark.began, used=mark.used, now=now)
        if over:
            _end(request, over)
            return self.get_response(request)
        response = self.get_response(request)
        is_same = request.user.is_authenticated and signed_in.mark_of(request.session) == mark
        if is_same and _is_use(request) and not signed_in.touch(request.session, mark, now=now):
            logout(request)
        return response


def _end(request: HttpRequest, over: str) -> None:
    request.ended_by = over  # type: ignore[attr-defined]
    logout(request)
    messages.info(request, signed_in.said_of(over))


def _is_use(request: HttpRequest) -> bool:
    """Something that a person does, or the desk of a room that is running."""
    if getattr(request, "is_at_work", False):
        return True
    if BY_SCRIPT in request.headers or request.resolver_match is None:
        return False
    return not request.resolver_match.func.__module__.startswith(OF_NOBODY)
