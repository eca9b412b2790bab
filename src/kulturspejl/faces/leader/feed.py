"""What a calendar reads under its secret address: days, kinds and links, without an account and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kulturspejl.core.errors import SlowDown
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.live.limits import Limit
from kulturspejl.readers import plan_files

READING = Limit("calendars", 20.0, 1 / 60)
"""Of one secret address: a calendar asks once an hour or less often."""
OFTEN = Text(
    da="Den kalender bliver hentet for tit. Prøv igen om et minut.",
    en="This calendar is being fetched too often. Try again in a minute.",
)


@require_safe
def feed(_request: HttpRequest, key: str) -> HttpResponse:
    """The days of one unit, in the language of whose calendar it is; as if it never was where the right has ended."""
    found = plan_files.feed_of(key, now=clock.now())
    if READING.seconds_to_wait(found.id) > 0:
        raise SlowDown(OFTEN)
    READING.take(found.id)
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'inline; filename="kulturspejl.ics"'}
    return HttpResponse(found.text, content_type="text/calendar; charset=utf-8", headers=headers)
