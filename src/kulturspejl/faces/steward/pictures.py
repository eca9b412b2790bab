"""What HR and the steward may see: pictures of at least three units and ten answers, never one unit's own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.readers import pictures as reader
from kulturspejl.readers import whole_organisation


@require_GET
@needs_login
def pictures(request: SignedIn) -> HttpResponse:
    """Newest first."""
    now = clock.now()
    organisation_id = whole_organisation.where(request.user, Role.HR, Role.STEWARD, now=now)
    found = reader.list_for(request.user, organisation_id, now=now)
    return render(request, "steward/pictures.html", {"pictures": found, "is_steward": _is_steward(request)})


def _is_steward(request: SignedIn) -> bool:
    try:
        whole_organisation.where(request.user, Role.STEWARD, now=clock.now())
    except NotThere:
        return False
    return True
