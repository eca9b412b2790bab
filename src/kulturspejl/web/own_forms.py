"""What changes something comes from our own pages: a sister site of the municipality is no page of ours.

Cookies marked SameSite go along from every site under one domain, and where no account is needed there is no other
mark. Browsers say where a request comes from: by Sec-Fetch-Site on secure addresses, by Origin everywhere. One that
says neither is older than both, and is let in: then SameSite is what there is.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from kulturspejl.core.text import Text
from kulturspejl.web import errors

FROM_ELSEWHERE = Text(
    da="Det kom fra en side på et andet websted, og derfor er der ikke ændret noget. Åbn siden her, og prøv igen.",
    en="That came from a page of another site, so nothing has been changed. Open the page here and try again.",
)
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
OURS = frozenset({"same-origin", "none"})
"""`none`: typed into the address line, or a page that was loaded again."""


class OwnForms:
    """Refuses what another site sends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or a sentence."""
        if request.method in SAFE or is_ours(request):
            return self.get_response(request)
        return errors.told(request, errors.Stale(FROM_ELSEWHERE))


def is_ours(request: HttpRequest) -> bool:
    """Whether the browser says that the request comes from this instance, or says nothing."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said in OURS
    origin = request.headers.get("Origin")
    return (
        origin is None or origin in settings.CSRF_TRUSTED_ORIGINS or urlsplit(origin).netloc == _host(request)
    )


def _host(request: HttpRequest) -> str:
    try:
        return request.get_host()
    except DisallowedHost:
        return ""
