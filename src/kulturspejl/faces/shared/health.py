"""GET /healthz: 200 when this instance can serve and store; a second line says where pages may be late.

The version stands in a header, so that the words stay as they are for whoever watches them.
"""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

import kulturspejl
from kulturspejl.actions import writer
from kulturspejl.core.errors import Unready
from kulturspejl.live import bell
from kulturspejl.readers import organisation


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Ask the one writer to commit and the store to answer; 503 when either does not."""
    try:
        writer.ping()
        organisation.is_empty()
    except (Unready, DatabaseError):
        return _said("cannot store", 503)
    # Still 200: whoever is sent elsewhere for it would find the same database.
    return _said("\n".join(filter(None, ("ok", bell.trouble()))), 200)


def _said(text: str, status: int) -> HttpResponse:
    answer = HttpResponse(text, status=status, content_type="text/plain")
    answer["Cache-Control"] = "no-store"
    answer["Kulturspejl-Version"] = kulturspejl.__version__
    return answer
