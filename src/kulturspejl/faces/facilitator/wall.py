"""The wall: what everybody in the room may see from ten metres."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kulturspejl.drawing.wall.letters import wide
from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import rooms
from kulturspejl.readers.rooms.regions.agenda import AgendaLine
from kulturspejl.readers.rooms.regions.shown import ShownView
from kulturspejl.readers.rooms.regions.station import StationView
from kulturspejl.values.own_logo import Logo

Group = TypeVar("Group")


@require_safe
def wall(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
    """For a facilitator, or any machine that has the wall's own address."""
    user = runner.runner_or_nobody(request)
    given = request.GET.get("key", "")[:80]
    view = rooms.wall(user, room_id, given, language=language(), now=clock.now())
    small_clock = width_of_clock() if view.model and view.clock else 0
    strip = that_fits(view.address, view.code, *here_and_after(view.agenda), width_of(view.logo), small_clock)
    side = view.sides[view.side] if view.sides else None
    context = {
        "wall": view, "strip": strip, "side": side, "homework_size": size_of(view.homework),
        "key": f"?{urlencode({'key': given})}" if given else "",
    }  # fmt: skip
    return render(request, "facilitator/wall.html", context)


STRIP, LETTERS, GAPS = 1216.0, 23.0, 70.0
"""The strip below: its width, its letters, and what its gaps and the code's spaced letters take, at 1280 by 720."""


LOGO_HIGH, LOGO_WIDE, LOGO_GAP = 32.0, 120.0, 28.0


@dataclass(frozen=True)
class Strip:
    """What stands beside the address: the item that is on, with or without a word before it, and the one after it.

    An item whose name is too long keeps its hours: until when it lasts is what is looked for there.
    """

    here: AgendaLine | None = None
    is_worded: bool = False
    after: AgendaLine | None = None
    has_logo: bool = False
    is_named: bool = True


def width_of(logo: Logo | None) -> float:
    """What it takes in the strip, as wall.css draws it there, with the gap before it; 0 for none."""
    return min(LOGO_WIDE, LOGO_HIGH * logo.width / logo.height) + LOGO_GAP if logo else 0


def width_of_clock() -> float:
    """What the small clock takes there, with the gap before it: its longest words are those that it ends with."""
    return wide(_("The time is up"), LETTERS, bold=True) + LOGO_GAP


def that_fits(
    address: str, code: str, here: AgendaLine | None, after: AgendaLine | None, logo: float = 0, clock: float = 0
) -> Strip:
    """As much as there is room for: rather nothing of an item than half of it. `logo` is what the picture takes,
    `clock` the small clock."""
    found = _that_fits(address, code, here, after, logo + clock)
    return replace(found, has_logo=logo > 0)


def _that_fits(
    address: str, code: str, here: AgendaLine | None, after: AgendaLine | None, beside: float
) -> Strip:
    left = STRIP - GAPS - beside - wide(address, LETTERS) - wide(code, LETTERS, bold=True)
    if here is None:
        return Strip()
    hours, word = wide(f"{here.start}–{here.end}", LETTERS), wide(_("You are here:") + " ", LETTERS, bold=True)
    item = hours + wide(f" {here.title}", LETTERS)
    if item > left:
        return Strip(here, is_named=False, is_worded=word + hours <= left) if hours <= left else Strip()
    if word + item > left:
        return Strip(here)
    last = wide(f"{_('Then:')} {after.start} {after.title}", LETTERS) + LETTERS if after else 0
    return Strip(here, is_worded=True, after=after if word + item + last <= left else None)


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
