"""No copy of a page about people stays in the browser, where the next person could go back to it.

Nor does a search engine keep one of any page: a link with a code that somebody posts is found by nobody else.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PUBLIC = ("kulturspejl.faces.models", "kulturspejl.faces.respondent.front", "kulturspejl.faces.respondent.try_")
"""Views of pages that say the same to everybody."""


class NoCopies:
    """`Cache-Control: no-store` on every answer that is not public, unless the page says it already.

    Public is a page that says the same to everybody, asked for by a browser that is not signed in. `X-Robots-Tag` is on
    everything.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, with the headers."""
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or not _is_public(request, response):
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _is_public(request: HttpRequest, response: HttpResponse) -> bool:
    view = request.resolver_match.func if request.resolver_match else None
    is_read = request.method in {"GET", "HEAD"} and not response.cookies
    return is_read and view is not None and view.__module__.startswith(PUBLIC)
