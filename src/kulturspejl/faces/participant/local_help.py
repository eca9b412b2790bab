"""The help that the organisation has whose class it is, for whoever is in the room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.faces.participant import keys
from kulturspejl.faces.participant.doors import in_the_room
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import local_help


@require_safe
def help_here(request: HttpRequest, code: str) -> HttpResponse:
    """To read and to print; nothing is kept of who has."""
    in_the_room(request, code)
    key = keys.key_in(request.COOKIES) or None
    found = local_help.help_in_room(code, key, language=language(), now=clock.now())
    return render(request, "participant/local_help.html", {"list": found, "code": code})
