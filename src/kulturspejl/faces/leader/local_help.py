"""The help at one's own workplace, for everybody with an account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import local_help


@require_safe
@needs_login
def my_help(request: SignedIn) -> HttpResponse:
    """The list of each organisation that one belongs to."""
    found = local_help.my_help(request.user, language=language(), now=clock.now())
    return render(request, "leader/local_help.html", {"lists": found})
