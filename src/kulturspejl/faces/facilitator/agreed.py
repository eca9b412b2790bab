"""What the team has agreed on, as a sheet to print."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kulturspejl.access.room_access import Runner
from kulturspejl.faces.facilitator.runner import for_a_runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.sheet import sheet
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.rooms import agreed


@require_safe
@for_a_runner
def agreed_file(_request: HttpRequest, room_id: uuid.UUID, by: Runner) -> HttpResponse:
    """For whoever leads the room."""
    return sheet(agreed.agreed_at_desk(by, room_id, language=language(), now=clock.now()))
