"""What a round asks as a PDF to print: the same sheet for everybody, in either language."""

import uuid

from django.http import HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from kulturspejl.core.text import known
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.readers import round_form as reader
from kulturspejl.reports import RoundForm, round_form_pdf
from kulturspejl.values import links


@require_GET
@needs_login
def paper(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """In the round's own language, or in the one that is asked for."""
    page = reader.for_user(request.user, round_id, now=clock.now())
    asked = request.GET.get("lang", "")
    language = asked if asked in known() else page.language
    form = RoundForm(
        page.instrument, page.points, page.preferred, page.unit_name, timezone.localtime(page.closes_at),
        links.short_address(), page.leaders,
    )  # fmt: skip
    with translation.override(language):
        return pdf(round_form_pdf(form, lang=language), page.instrument.name.into(language))
