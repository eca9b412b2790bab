"""No copy of a page that somebody had to log in for stays in the browser, where the next person could go back to it.

Nor does a search engine keep one of any page: a link with a code that somebody posts is found by nobody else.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class NoCopies:
    """`Cache-Control: no-store` on every answer to a browser that is logged in, unless the page says it already.

    `X-Robots-Tag` on everything.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, with the header."""
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
