"""A round as leader, AMR, TR and steward see it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.live import bell
from kulturspejl.readers import lost_rounds, round_form, troubles
from kulturspejl.readers import rounds as reader
from kulturspejl.records.models import RoundState


@require_GET
@needs_login
def round_page(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Where the round is, who is asked what, and what the reader may do now."""
    # Before reading: what changes meanwhile then has another stamp, and the page asks again.
    stamp = bell.stamp(f"round:{round_id}")
    now = clock.now()
    page = reader.page(request.user, round_id, now=now)
    context = {
        "page": page, "led": [one for one in page.units if one.i_lead_it],
        "opened": [one for one in page.units if one.may_open or one.shut], "stamp": stamp,
        "worded": [one for one in page.units if one.participation],
        "lost": lost_rounds.about(round_id) if page.state == RoundState.CANCELLED else None,
        "clock_held": troubles.clock_held() is not None,
        "is_over": page.state == RoundState.OPEN and page.closes_at <= now,
        "is_printed": page.state in round_form.PRINTED and now < page.closes_at,
        "declined_today": page.close_declined_on == clock.today(),
    }  # fmt: skip
    return render(request, "leader/round_page.html", context)
