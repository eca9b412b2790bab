"""A key that a browser keeps for one address, out of reach of scripts."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpResponse

A_DAY = 86_400
LONGEST = 80


def keep(response: HttpResponse, name: str, key: str, *, path: str, days: int | None) -> HttpResponse:
    """Let the browser send the key to `path` and below it, and to nothing else; without `days` until it is closed."""
    response.set_cookie(
        _named(name), key, max_age=days * A_DAY if days else None, path=path, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response


def kept(cookies: Mapping[str, str], name: str) -> str:
    """The key that the browser sent; "" for none."""
    return cookies.get(_named(name), "")[:LONGEST]


def _named(name: str) -> str:
    """With the prefix that only a secure page can set; the stronger one knows no path."""
    return f"__Secure-{name}" if settings.SESSION_COOKIE_SECURE else name
