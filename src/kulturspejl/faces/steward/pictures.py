"""What HR and the steward may see: pictures of at least three units and ten answers, never one unit's own."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.core.writing.order import danish_key
from kulturspejl.faces.shared import clock
from kulturspejl.readers import pictures as reader
from kulturspejl.readers import whole_organisation


@require_GET
@login_required
def pictures(request: HttpRequest) -> HttpResponse:
    """Newest first."""
    now = clock.now()
    organisation_id = whole_organisation.where(request.user, Role.HR, Role.STEWARD, now=now)
    found = sorted(reader.list_for(request.user, organisation_id, now=now), key=lambda one: danish_key(one.name))
    found.sort(key=lambda one: str(one.closed_on), reverse=True)
    return render(request, "steward/pictures.html", {"pictures": found, "is_steward": _is_steward(request)})


def _is_steward(request: HttpRequest) -> bool:
    try:
        whole_organisation.where(request.user, Role.STEWARD, now=clock.now())
    except NotThere:
        return False
    return True
