"""Feedback sheets that somebody keeps on their own device. The server gives the questions and hears no answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import alone

MOST_GIVERS = 5


@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    """Read them, write one, keep it longer, print it, delete it: all of it on the device."""
    form = alone.sheet_form(language())
    if form is None:
        raise NotThere(NOTHING_HERE)
    return render(request, "participant/sheets.html", {"form": form, "most": MOST_GIVERS})
