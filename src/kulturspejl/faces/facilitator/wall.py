"""The wall: what everybody in the room may see from ten metres."""

import uuid
from collections.abc import Sequence
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import rooms
from kulturspejl.readers.rooms.views import AgendaLine, ShownView, StationView

Group = TypeVar("Group")


@require_safe
def wall(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
    """For a facilitator, or any machine that has the wall's own address."""
    user = runner.key_in(request.COOKIES) or (request.user if request.user.is_authenticated else None)
    view = rooms.wall(user, room_id, request.GET.get("key", "")[:80], language=language(), now=clock.now())
    here, after = here_and_after(view.agenda)
    shown, groups = up_there(view.station, view.shown, view.groups)
    context = {"wall": view, "here": here, "after": after, "shown": shown, "groups": groups}
    return render(request, "facilitator/wall.html", context)


def up_there(
    station: StationView | None, shown: Sequence[ShownView], groups: Sequence[Group]
) -> tuple[Sequence[ShownView], Sequence[Group]]:
    """What stands on the wall, so that it can be read: what is shown of this step; else the groups, which people look
    for before they read what stayed up from the step before; else that."""
    own = [one for one in shown if station and one.key.startswith(f"{station.key}/")]
    if own or not groups:
        return own or shown, ()
    return (), groups


def here_and_after(lines: Sequence[AgendaLine]) -> tuple[AgendaLine | None, AgendaLine | None]:
    """The item that is on and the one that follows it; the strip that is left when an exercise needs the room."""
    place = next((place for place, line in enumerate(lines) if line.is_now), None)
    if place is None:
        return None, None
    return lines[place], lines[place + 1] if place + 1 < len(lines) else None
