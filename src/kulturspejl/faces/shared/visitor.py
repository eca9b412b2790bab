"""Where a visitor comes from, for limits alone: never kept, never logged, never taken from what the visitor writes.

Behind a proxy (KULTURSPEJL_BEHIND_PROXY) it is what the proxy has added last to X-Forwarded-For; what stands before
that the visitor may have written. Without a proxy the header is not read at all.
"""

from django.conf import settings
from django.http import HttpRequest

from kulturspejl.live.limits import place_of


def place(request: HttpRequest) -> str:
    """The place of a request."""
    return place_in(request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", ""))


def place_in(peer: str, forwarded: str) -> str:
    """The same of the peer's address and the header's words."""
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT and forwarded.strip():
        return place_of(forwarded.rsplit(",", 1)[-1])
    return place_of(peer)
