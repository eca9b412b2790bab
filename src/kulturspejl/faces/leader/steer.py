"""Reminding, asking to close early and cancelling: one press each, and back to the round."""

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
def remind(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Everybody with a mail address gets the letter again, alike."""
    rounds.remind(by=request.user, round_id=round_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("Everybody with a mail address gets the reminder, also those who have answered."))
    return redirect("round_page", round_id)


@require_POST
@needs_login
@on_the_round
def close(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Ask to close before the day. The job that closes rounds does the rest after a yes, and nobody but it."""
    reason = request.POST.get("reason", "")
    rounds.ask_to_close(by=request.user, round_id=round_id, reason=reason, form=sent_form(request), now=clock.now())
    return redirect("round_page", round_id)


@require_POST
@needs_login
@on_the_round
def cancel(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Give the round up before anything is sent."""
    rounds.cancel(by=request.user, round_id=round_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("The round is cancelled and the addresses are deleted. Nothing was sent."))
    return redirect("home")
