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
from kulturspejl.faces.shared.templatetags.finding import is_found, words_of
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import home as reader
from kulturspejl.readers import kept_meetings, lost_rounds, rooms, stuck, time_line
from kulturspejl.readers.courses import own
from kulturspejl.readers.home import HomeUnit

MOST_AT_LENGTH = 3
"""More units than this, and those where nothing is to be done become lines of a list."""

MOST_AT_ALL = 12
"""Of units that one does not lead: where more than so many have agreed on a trait, or something waits in more, those
become lines. Whoever represents three hundred teams reads names first, and then one plan."""

MOST_IN_SIGHT = 50
"""A list of more lines is folded."""

MOST_WEBS = 40
"""So many lines of that list have the newest web beside them."""


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
    words = words_of(request)
    lines = _lines(near, [one for one in far if is_found(one.name, words)], met)
    plans_waiting, in_lines = _waiting(found.units)
    context = {
        "lines": {one.unit_id: drawn(lines.get(one.unit_id, ()), f"line-{at}") for at, one in enumerate(near)},
        "newest": {
            one.unit_id: latest(lines.get(one.unit_id, ()), f"newest-{at}") for at, one in enumerate((*near, *far))
        },
        "most_in_a_line": time_line.MOST, "home": found, "met": met, "near": near, "far": far,
        "not_gone_through": sum(not one.is_gone_through for one in far),
        "far_roles": sorted({role for one in far for role in one.roles}), "waiting": waiting,
        "plans_waiting": plans_waiting, "waiting_in_lines": in_lines, "is_folded": len(far) > MOST_IN_SIGHT,
        "others": others, "lost": lost_rounds.seen_by(request.user, now=now), "today": clock.today(),
        "shared": found.shared, "mail_away": stuck.away(now) if found.steward_of else None,
        "on_courses": found.on_courses, "counts_courses": own.counts(request.user, now=now),
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

    Those one leads stay at length, and those that have agreed on a trait as long as they are few; where they are many,
    the first for which a role was given, and not those far below.
    """
    chosen = [one for one in units if one.traits and Role.LEADER not in one.roles]
    if len(chosen) > MOST_AT_ALL:
        chosen = [one for one in chosen if one.is_given][:MOST_AT_ALL]
    at_length = {one.unit_id for one in chosen}
    near: list[HomeUnit] = []
    far: list[HomeUnit] = []
    for one in units:
        is_near = len(units) <= MOST_AT_LENGTH or Role.LEADER in one.roles or one.unit_id in at_length
        (near if is_near else far).append(one)
    return near, far


def _waiting(units: tuple[HomeUnit, ...]) -> tuple[list[HomeUnit], list[HomeUnit]]:
    """Units in whose plans something waits: told of one by one, and, where they are many, those that are lines."""
    found = [one for one in units if one.waiting or one.late or one.plan.ideas or one.is_stock_due]
    if len(found) <= MOST_AT_ALL:
        return found, []
    led = [one for one in found if Role.LEADER in one.roles]
    return led, [one for one in found if Role.LEADER not in one.roles]
