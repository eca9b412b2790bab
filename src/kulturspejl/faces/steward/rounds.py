"""All rounds of the organisation, and deleting those that are over."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kulturspejl.actions.rounds.delete import delete as delete_round
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward.here import my_organisation
from kulturspejl.readers import all_rounds


@require_GET
@needs_login
def rounds(request: SignedIn) -> HttpResponse:
    """The newest first."""
    lines = all_rounds.list_for(request.user, my_organisation(request), now=clock.now())
    return render(request, "steward/rounds.html", {"lines": lines})


@require_POST
@needs_login
def delete(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """The round and its result are gone; what was agreed stays."""
    delete_round(by=request.user, round_id=round_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("The round is deleted. Traits and actions that stem from it are still there."))
    return redirect("all_rounds")
