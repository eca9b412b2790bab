"""Letters that the mail server refused: AMR or TR (else the steward) puts an address right, or makes a card instead."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kulturspejl.actions import rounds
from kulturspejl.core.errors import Refused
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import as_id
from kulturspejl.faces.shared.landing import on_the_round
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.trio.cards import sheet_of
from kulturspejl.readers import cards as card_reader
from kulturspejl.readers import refused_letters as reader
from kulturspejl.reports import sheets_pdf
from kulturspejl.values.letters import replies_go_to

NO_LETTER = uuid.UUID(int=0)
"""What no letter has: the page says so in its own words."""


@require_http_methods(["GET", "POST"])
@needs_login
@on_the_round
def letters(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """Which addresses, and for each a new address or a card."""
    if request.method != "POST":
        return _page(request, round_id, None)
    invitation = as_id(request.POST.get("invitation", "")) or NO_LETTER
    try:
        _mend(request, round_id, invitation)
    except Refused as refused:
        return _page(request, round_id, (invitation, refused.text))
    return redirect("round_letters", round_id)


@require_GET
@needs_login
def own_card(request: SignedIn, round_id: uuid.UUID, invitation: uuid.UUID) -> HttpResponse:
    """The card that was made in the place of a letter: the same again when it is printed again."""
    sheet = card_reader.own_card(request.user, round_id, invitation, now=clock.now())
    with translation.override(sheet.language):
        made = sheets_pdf([sheet_of(sheet)], lang=sheet.language)
    return pdf(made, "card", is_download=True)


def _mend(request: SignedIn, round_id: uuid.UUID, invitation: uuid.UUID) -> None:
    form, now = sent_form(request), clock.now()
    if request.POST.get("instead") == "card":
        rounds.card_instead(by=request.user, round_id=round_id, invitation=invitation, form=form, now=now)
        messages.success(
            request,
            _("The card is ready. Print it, and give it to the person. The old code no longer works."),
        )
        return
    address = request.POST.get("address", "")
    rounds.mend_address(
        by=request.user, round_id=round_id, invitation=invitation, address=address, form=form, now=now
    )
    messages.success(
        request, _("The letter goes to the new address, with a new code. The old code no longer works.")
    )


def _page(request: SignedIn, round_id: uuid.UUID, refusal: tuple[uuid.UUID, Text] | None) -> HttpResponse:
    context = {
        "page": reader.refused_letters(request.user, round_id, now=clock.now()), "replies_go_to": replies_go_to(),
        "refused_for": refusal[0] if refusal else None, "refusal": refusal[1] if refusal else None,
        "typed": request.POST.get("address", ""),
    }  # fmt: skip
    return render(request, "trio/letters.html", context, status=422 if refusal else 200)
