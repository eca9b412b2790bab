"""The version of a thing that a form was drawn of: whoever comes second is told."""

from django.http import HttpRequest

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere


def seen(request: HttpRequest) -> int:
    """The version; NotThere for what no page of ours sends."""
    return number(request, "seen")


def number(request: HttpRequest, name: str) -> int:
    """A whole number that a page of ours wrote into the form."""
    raw = request.POST.get(name, "")
    if not raw.isascii() or not raw.isdigit() or len(raw) > 15:
        raise NotThere(NOTHING_HERE)
    return int(raw)
