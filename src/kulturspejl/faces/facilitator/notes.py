"""The facilitator's own notes to the day's models, on one page that can be printed."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.access.room_access import Runner
from kulturspejl.faces.facilitator.runner import for_a_runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.rooms import notes as reader


@require_safe
@for_a_runner
def notes(request: HttpRequest, room_id: uuid.UUID, by: Runner) -> HttpResponse:
    """What to say, what people often think, and examples, in the order of the agenda."""
    return render(
        request, "facilitator/notes.html", {"day": reader.notes(by, room_id, language=language(), now=clock.now())}
    )
