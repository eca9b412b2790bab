"""How a team's room is offered, taken over for a unit, and what was kept is taken off."""

from kulturspejl.access.room_access import DeskKey
from kulturspejl.faces.shared import clock
from tests import people
from tests.actions.rooms import team
from tests.attacks.pressing import browser, of


def offered():
    """A team's meeting that is offered, as `team.opened` has it."""
    lent = team.held(now=clock.now())
    team.offer(lent)
    return lent


def kept(where):
    """What a unit has kept of such a meeting."""
    return team.take(offered(), where.amr, where.unit, now=clock.now())


def at_desk(verb):
    people.team(9)
    lent = team.held(now=clock.now())
    if verb == "offer_back":
        team.offer(lent)
    client, page = browser(), f"/facilitate/{lent.room_id}"
    client.cookies["kulturspejl_desk"] = DeskKey(lent.desk_key).key
    return of(client, page, f"{page}/do", wanted={"verb": verb})


def take_over():
    where = people.team(9)
    page = f"/take-over/{offered().code}"
    return of(browser(where.tr), page, unit=str(where.unit))


def take_off():
    where = people.team(9)
    meeting = kept(where)
    return of(browser(where.tr), f"/units/{where.unit}/plan", f"/kept-meetings/{meeting}/off")
