"""What the team has agreed on, as a sheet to take along."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kulturspejl.faces.participant import keys
from kulturspejl.faces.participant.doors import in_the_room
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.sheet import sheet
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.rooms import agreed


@require_safe
def agreed_file(request: HttpRequest, code: str) -> HttpResponse:
    """For whoever is in the room."""
    in_the_room(request, code)
    found = agreed.agreed_on_phone(code, keys.key_in(request.COOKIES) or None, language=language(), now=clock.now())
    return sheet(found)
