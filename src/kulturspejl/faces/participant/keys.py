"""The phone's key, in a cookie that is sent to its own room and nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "kulturspejl_room"
A_DAY = 86_400


def key_in(request: HttpRequest) -> str:
    """The key that the phone sent; "" for none."""
    return request.COOKIES.get(COOKIE, "")[:80]


def keep(response: HttpResponse, code: str, key: str) -> HttpResponse:
    """Let the phone keep its key for two days, out of reach of scripts."""
    response.set_cookie(
        COOKIE, key, max_age=2 * A_DAY, path=f"/room/{code}", httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response
