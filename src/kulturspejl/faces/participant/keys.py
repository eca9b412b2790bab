"""The phone's key, in a cookie that is sent to its own room and nowhere else."""

from collections.abc import Mapping

from django.http import HttpResponse

from kulturspejl.faces.shared import kept

COOKIE = "kulturspejl_room"


def key_in(cookies: Mapping[str, str]) -> str:
    """The key that the phone sent; "" for none."""
    return kept.kept(cookies, COOKIE)


def keep(response: HttpResponse, code: str, key: str, *, is_shared: bool = False) -> HttpResponse:
    """Let the phone keep its key for two days; a device that others use too, until its browser is closed."""
    return kept.keep(response, COOKIE, key, path=f"/room/{code}", days=None if is_shared else 2)
