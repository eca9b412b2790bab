"""The plan under an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.faces.participant.plan import page
from kulturspejl.faces.participant.plan.page import Doors
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.readers import own_plan as reader


@require_GET
@needs_login
def plan(request: SignedIn) -> HttpResponse:
    """The fields, which the browser fills. Whoever has begun theirs on a course's own page is led there."""
    if not reader.has_plan(request.user) and (there := reader.of_ones_courses(request.user, now=clock.now())):
        return redirect(there)
    return page.page(request, request.user, _doors(request))


@require_http_methods(["GET", "HEAD", "PUT", "DELETE"])
@needs_login
def sealed(request: SignedIn) -> HttpResponse:
    """The locked copy."""
    return page.sealed(request, request.user)


@require_POST
@needs_login
def share(request: SignedIn) -> HttpResponse:
    """One line for somebody else."""
    return page.share(request, request.user, _doors(request))


@require_POST
@needs_login
def take_back(request: SignedIn) -> HttpResponse:
    """Nobody reads the line from now on."""
    return page.take_back(request, request.user, _doors(request))


@require_POST
@needs_login
def remind(request: SignedIn) -> HttpResponse:
    """A letter each week, or none."""
    return page.remind(request, request.user, _doors(request))


def _doors(request: HttpRequest) -> Doors:
    return Doors(reverse("own_plan"), reverse("home"), _("My overview"), chapter=page.chapter_in(request))
