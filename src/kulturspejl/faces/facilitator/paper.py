"""The day's forms as a PDF for whoever has no phone, or for a room whose network is weak."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.rooms import on_paper
from kulturspejl.reports.paper import paper_pdf


@require_safe
@login_required
def paper(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
    """One set; the printer makes as many as are needed."""
    day = on_paper.paper(request.user, room_id, language=language(), now=clock.now())
    headers = {"Content-Disposition": f'inline; filename="{day.code}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(paper_pdf(day, lang=language()), content_type="application/pdf", headers=headers)
