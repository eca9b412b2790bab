"""The front page of leader, AMR and TR: what waits, what is open, what was found, what comes next."""

import uuid
from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.core.permissions import Role
from kulturspejl.faces.leader.time_line import drawn, latest
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import home as reader
from kulturspejl.readers import kept_meetings, lost_rounds, rooms, stuck, time_line
from kulturspejl.readers.courses import own
from kulturspejl.readers.home import HomeUnit

MOST_AT_LENGTH = 3
"""More units than this, and those where nothing is to be done become lines of a list."""

MOST_WEBS = 40
"""So many lines of that list have the newest web beside them."""

MOST_TRAITS = 12
"""So many units that one leads not stand at length for the trait they chose; the others keep a line with their plan."""

MOST_WAITING = 20
"""Of so many units it is told what waits in their plans; of the others, how many they are."""


@require_GET
@needs_login
def home(request: SignedIn) -> HttpResponse:
    """My units, rounds, results and what we have agreed."""
    now = clock.now()
    found = reader.for_user(request.user, now=now)
    waiting = [one for one in found.rounds if one.waits_for_me]
    others = [one for one in found.rounds if not one.waits_for_me]
    near, far = _divided(found.units)
    met = kept_meetings.of_units([one.unit_id for one in near])
    lines = _lines(near, far, met)
    plans_waiting = [one for one in found.units if one.waiting or one.late or one.plan.ideas or one.is_stock_due]
    in_the_list = {one.unit_id for one in plans_waiting[MOST_WAITING:]} & {one.unit_id for one in far}
    context = {
        "lines": {one.unit_id: drawn(lines.get(one.unit_id, ()), f"line-{at}") for at, one in enumerate(near)},
        "newest": {
            one.unit_id: latest(lines.get(one.unit_id, ()), f"newest-{at}") for at, one in enumerate((*near, *far))
        },
        "home": found, "met": met, "near": near, "far": far,
        "not_gone_through": sum(not one.is_gone_through for one in far),
        "far_roles": sorted({role for one in far for role in one.roles}), "waiting": waiting,
        "plans_waiting": [one for one in plans_waiting if one.unit_id not in in_the_list], "in_the_list": in_the_list,
        "others": others, "lost": lost_rounds.seen_by(request.user, now=now), "today": clock.today(),
        "shared": found.shared, "mail_away": stuck.away(now) if found.steward_of else None,
        "on_courses": own.takes_part(request.user, now=now), "counts_courses": own.counts(request.user, now=now),
        "runs_rooms": bool(rooms.programmes(request.user, language(), now=now)),
    }  # fmt: skip
    return render(request, "leader/home.html", context)


def _lines(
    near: list[HomeUnit], far: list[HomeUnit], met: Mapping[uuid.UUID, tuple[kept_meetings.KeptView, ...]]
) -> Mapping[uuid.UUID, tuple[time_line.Point, ...]]:
    """The time lines; of many units in a list the newest webs of the first alone."""
    units = [*near, *[one for one in far if one.results][:MOST_WEBS]]
    return time_line.lines_of(
        {one.unit_id: one.results for one in units}, plans=[one.plan for one in near], meetings=met
    )


def _divided(units: tuple[HomeUnit, ...]) -> tuple[list[HomeUnit], list[HomeUnit]]:
    """Those told of at length, and the others: a representative reaches many units, and leads none of them.

    Those one leads stay at length, and the first that have agreed on a trait, one's own before those below: not the
    hundreds of a whole branch.
    """
    chosen = sorted((one for one in units if one.traits), key=lambda one: not one.is_given)[:MOST_TRAITS]
    at_length = {one.unit_id for one in chosen}
    near: list[HomeUnit] = []
    far: list[HomeUnit] = []
    for one in units:
        is_near = len(units) <= MOST_AT_LENGTH or Role.LEADER in one.roles or one.unit_id in at_length
        (near if is_near else far).append(one)
    return near, far
