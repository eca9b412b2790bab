"""The wall: what everybody in the room may see from ten metres."""

import uuid
from collections.abc import Sequence
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.drawing.wall.letters import wide
from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import rooms
from kulturspejl.readers.rooms.regions.agenda import AgendaLine
from kulturspejl.readers.rooms.regions.shown import ShownView
from kulturspejl.readers.rooms.regions.station import StationView

Group = TypeVar("Group")


@require_safe
def wall(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
    """For a facilitator, or any machine that has the wall's own address."""
    user = runner.key_in(request.COOKIES) or (request.user if request.user.is_authenticated else None)
    view = rooms.wall(user, room_id, request.GET.get("key", "")[:80], language=language(), now=clock.now())
    here, after = that_fit(view.address + view.code, here_and_after(view.agenda))
    side = view.sides[view.side] if view.sides else None
    context = {"wall": view, "here": here, "after": after, "side": side, "homework_size": size_of(view.homework)}
    return render(request, "facilitator/wall.html", context)


STRIP, LETTERS, BETWEEN = 1216.0, 23.0, 120.0
"""The strip below: its width, its letters, and what its gaps and its own words take, on a screen of 1280 by 720."""


def that_fit(address: str, items: tuple[AgendaLine | None, AgendaLine | None]) -> tuple[AgendaLine | None, ...]:
    """The items of the day that have room beside the address: rather none than half of one."""
    left = STRIP - wide(address, LETTERS, bold=True)
    found: list[AgendaLine | None] = []
    for one in items:
        left -= wide(f"{one.start}–{one.end} {one.title}", LETTERS) + BETWEEN if one else 0
        found.append(one if left > 0 else None)
    return tuple(found)


LONG, LONGER = 160, 420


def size_of(homework: str) -> int:
    """The letters of what is to be done at home, so that all of it stands there."""
    return 34 if len(homework) < LONG else 28 if len(homework) < LONGER else 24


def up_there(
    station: StationView | None, shown: Sequence[ShownView], groups: Sequence[Group]
) -> tuple[Sequence[ShownView], Sequence[Group]]:
    """What the desk repeats of the wall: what is shown of this step; else the groups, which people look for before they
    read what stayed up from the step before; else that."""
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
