"""The mirror for those with an account, its PDF, and the acts of showing and sharing."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kulturspejl.actions import lines, results
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import as_id
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.mirror import mirror
from kulturspejl.faces.shared.result_file import result_file
from kulturspejl.readers import results as reader


@require_GET
@needs_login
def result(request: SignedIn, round_unit_id: uuid.UUID) -> HttpResponse:
    """The same page as by the card, and beside it what this person may do."""
    since = as_id(request.GET.get("since", ""))
    page = reader.for_unit(request.user, round_unit_id, now=clock.now(), since=since)
    chosen = f"?since={since}" if since else ""
    context = {
        "mirror": mirror(page), "pdf_url": reverse("result_pdf", args=[round_unit_id]) + chosen,
        "show_line_url": reverse("line_show", args=[round_unit_id]),
    }  # fmt: skip
    return render(request, "shared/result.html", context)


@require_GET
@needs_login
def pdf(request: SignedIn, round_unit_id: uuid.UUID) -> HttpResponse:
    """The mirror on paper. It may be handed round, so it never carries a line that the team has not been shown."""
    since = as_id(request.GET.get("since", ""))
    return result_file(reader.for_unit(request.user, round_unit_id, now=clock.now(), since=since))


@require_POST
@needs_login
def share(request: SignedIn, round_unit_id: uuid.UUID) -> HttpResponse:
    """Let those above see the unit's picture, or take it back."""
    shared = request.POST.get("shared") == "1"
    act = results.share if shared else results.unshare
    act(by=request.user, round_unit_id=round_unit_id, now=clock.now())
    messages.success(
        request,
        _("The leaders above can open the picture now.") if shared else _("The leaders above can no longer open it."),
    )
    return redirect("result", round_unit_id)


@require_POST
@needs_login
def show_line(request: SignedIn, round_unit_id: uuid.UUID) -> HttpResponse:
    """Let the team see one of the leader's lines, or hide it again."""
    lines.show(
        by=request.user, round_unit_id=round_unit_id, kind=request.POST.get("kind", ""),
        shown=request.POST.get("shown") == "1", now=clock.now(),
    )  # fmt: skip
    return redirect("result", round_unit_id)
