"""AMR or TR (else the steward) reads letter, questions, rules and list, and releases the sending, or says wait."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import rounds
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.landing import on_the_round
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import moment
from kulturspejl.readers import rounds as reader
from kulturspejl.readers.rounds import RoundPage


@require_http_methods(["GET", "POST"])
@needs_login
@on_the_round
def release(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Read everything on one page, then decide."""
    refusal = None
    if request.method == "POST":
        try:
            agreed = request.POST.get("agreed") == "1"
            rounds.release_sending(
                by=request.user, round_id=round_id, agreed=agreed, form=sent_form(request), now=clock.now()
            )
            messages.success(request, _released(reader.page(request.user, round_id, now=clock.now())))
            return redirect("round_page", round_id)
        except Refused as refused:
            refusal = refused.text
    return _page(request, round_id, refusal)


def _released(page: RoundPage) -> str:
    """What happens now: by day letters go at once, and where there are only cards somebody hands them out."""
    if not page.letters_waiting:
        return _("Released. Print the cards and hand them out. The employees see that you released it.")
    if page.letters_come:
        when = moment(page.letters_come)
        return _("Released. The letters come on %(when)s, and the employees see that you released it.") % {
            "when": when
        }
    return _("Released. The letters are on their way, and the employees see that you released it.")


@require_POST
@needs_login
@on_the_round
def hold(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Wait, we must talk about it."""
    rounds.hold(
        by=request.user, round_id=round_id, note_text=request.POST.get("note", ""), form=sent_form(request),
        now=clock.now(),
    )  # fmt: skip
    messages.success(request, _("The sending is stopped. The leader sees your note."))
    return redirect("round_release", round_id)


@require_POST
@needs_login
@on_the_round
def resume(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """They have talked: it waits for its release again."""
    rounds.resume(by=request.user, round_id=round_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("The round is waiting to be released again."))
    return redirect("round_release", round_id)


def _page(request: SignedIn, round_id: uuid.UUID, refusal: Text | None) -> HttpResponse:
    page = reader.page(request.user, round_id, now=clock.now())
    if "release" not in page.may:
        if page.state in ("open", "closing", "released", "cancelled"):
            return redirect("round_page", round_id)
        raise NotThere(NOTHING_HERE)
    context = {"page": page, "refusal": refusal, "agreed": request.POST.get("agreed") == "1"}
    return render(request, "trio/release.html", context, status=422 if refusal else 200)
