"""GET /healthz: 200 when this instance can serve, and has stored something real within the last ten seconds.

The first line is one word for whoever watches; a second names in one word each what is not as it should be though it
serves and stores (mail, clock, bell, backup). Reasons are the operator's: `kulturspejl doctor`. The version stands in
a header.
"""

import time

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

import kulturspejl
from kulturspejl.actions.proof import proving
from kulturspejl.core.errors import Unready
from kulturspejl.live import bell
from kulturspejl.readers import organisation, troubles

REMEMBERED = 5.0
"""Seconds: whoever asks again meanwhile costs the store one question."""


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Ask the store to answer and, at most once in ten seconds, to keep something; 503 when it does not."""
    try:
        organisation.is_empty()
        proving.ask(timezone.now())
        words = _words()
    except (Unready, DatabaseError):
        return _said("cannot store", 503)
    # Still 200: whoever is sent elsewhere for it would find the same database.
    return _said("\n".join(filter(None, ("ok", " ".join(words)))), 200)


_last: tuple[float, tuple[str, ...]] | None = None


def _words() -> tuple[str, ...]:
    global _last
    if _last is None or time.monotonic() - _last[0] > REMEMBERED:
        _last = (time.monotonic(), troubles.words(timezone.now()))
    return (*_last[1], *(("bell",) if bell.trouble() else ()))


def _said(text: str, status: int) -> HttpResponse:
    answer = HttpResponse(text, status=status, content_type="text/plain")
    answer["Cache-Control"] = "no-store"
    answer["Kulturspejl-Version"] = kulturspejl.__version__
    return answer
