"""The two addresses of a plan that go by letter, or from hand to hand: the shared line, and the end of the letters."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kulturspejl.actions import own_plan
from kulturspejl.faces.participant.plan.page import unkept
from kulturspejl.faces.shared import clock
from kulturspejl.readers import own_plan as reader


@csrf_exempt  # A mail program stops the letters by one POST without a page of ours (RFC 8058); the address is the key.
@require_http_methods(["GET", "HEAD", "POST"])
def reminder(request: HttpRequest, key: str) -> HttpResponse:
    """Where the letter leads: to the plan, or to no further letter, by one tap and without logging in."""
    before = reader.reminder_of(key, now=clock.now())
    if request.method == "POST":
        own_plan.stop_by_link(key=key, now=clock.now())
    found = reader.reminder_of(key, now=clock.now())
    context = {
        "days": found.days if found else (), "is_over": found is None, "is_stopped": before is not None,
        "plan": (before and before.plan) or reverse("own_plan"),
    }  # fmt: skip
    return unkept(render(request, "participant/reminder.html", context))


@require_safe
def line(request: HttpRequest, key: str) -> HttpResponse:
    """The shared line, for whoever has its address."""
    return unkept(render(request, "participant/shared_line.html", {"line": reader.line_of(key, now=clock.now())}))
