"""AMR or TR (else the steward) says yes or no to closing a round before its day."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kulturspejl.actions import rounds
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.landing import on_the_round
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form


@require_POST
@needs_login
@on_the_round
def answer_close(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Yes closes it at once; no leaves it open, and the one who asked reads that."""
    agrees = request.POST.get("answer") == "yes"
    rounds.answer_close(
        by=request.user, round_id=round_id, agrees=agrees, form=sent_form(request), now=clock.now()
    )
    if not agrees:
        messages.success(request, _("You have said no. The round stays open until its last day."))
    return redirect("round_page", round_id)
