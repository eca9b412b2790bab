"""Who may see what of a unit, and who could: the list of permissions for its own team."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.readers import permissions_here as reader


@require_GET
@needs_login
def permissions(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """Every permission that reaches the unit, those that are over as well."""
    return render(request, "leader/permissions.html", {"page": reader.page(request.user, unit_id, now=clock.now())})
