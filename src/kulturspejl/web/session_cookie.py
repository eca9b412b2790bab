"""The cookie of a session is taken away by whoever ends the session, and by no one else."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class SessionCookie(SessionMiddleware):
    """Django's, but for one case.

    A tab that asks for news with the session that another tab has just replaced by logging in would take away the new
    one's cookie, and log that person out again.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The answer, with the cookie as it is where the session is none any more and was not ended here."""
        answer: HttpResponse = super().process_response(request, response)
        is_stale = request.session.is_empty() and not getattr(request.session, "was_ended", False)
        if is_stale and request.COOKIES.get(settings.SESSION_COOKIE_NAME):
            answer.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return answer
