"""The day on paper as a PDF, for whoever has no phone, or for a room whose network is weak."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kulturspejl.access.room_access import Runner
from kulturspejl.faces.facilitator.runner import for_a_runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.rooms import on_paper
from kulturspejl.reports.paper import paper_pdf


@require_safe
@for_a_runner
def paper(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> HttpResponse:
    """One set; the printer makes as many as are needed."""
    day = on_paper.paper(by, room_id, language=language(), now=clock.now())
    return pdf(paper_pdf(day, lang=language()), day.code)
