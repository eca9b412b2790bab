"""The list of a facilitator's rooms, and which days can be made."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import rooms as readers
from kulturspejl.readers.courses import listing
from kulturspejl.readers.rooms import report


@require_safe
@needs_login
def rooms(request: SignedIn) -> HttpResponse:
    """Rooms that are going on first; NotThere for somebody who may make none."""
    now = clock.now()
    programmes = readers.programmes(request.user, language(), now=now)
    if not programmes:
        raise NotThere(NOTHING_HERE)
    context = {
        "cards": readers.cards(request.user, now=now), "programmes": programmes, "today": clock.today(),
        "courses": listing.for_facilitator(request.user, language=language(), now=now),
        "contents": listing.contents(language()),
        "has_classes": report.has_numbers(request.user, now=now),
    }  # fmt: skip
    return render(request, "facilitator/rooms.html", context)
