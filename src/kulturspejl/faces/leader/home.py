"""The front page of leader, AMR and TR: what waits, what is open, what was found, what comes next."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.readers import home as reader
from kulturspejl.readers import shared_above


@require_GET
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """My units, rounds, results and what we have agreed."""
    now = clock.now()
    found = reader.for_user(request.user, now=now)
    waiting = [one for one in found.rounds if one.waits_for_me]
    others = [one for one in found.rounds if not one.waits_for_me]
    context = {
        "home": found, "waiting": waiting, "others": others, "today": clock.today(),
        "shared": shared_above.list_for(request.user, now=now),
    }  # fmt: skip
    return render(request, "leader/home.html", context)
