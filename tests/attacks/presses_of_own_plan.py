"""How what stands beside somebody's own development plan is pressed."""

from kulturspejl.actions import own_plan
from kulturspejl.actions.own_plan.reminding import key_of
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import PlanReminder
from tests import people
from tests.attacks.pressing import browser, of


def line():
    where = people.team(9)
    return of(browser(where.leader), "/own-plan", "/own-plan/line", words="Jeg øver mig i at spørge")


def line_back():
    where = people.team(9)
    own_plan.share_line(by=where.leader, words="Jeg øver mig", now=clock.now())
    return of(browser(where.leader), "/own-plan", "/own-plan/line/back")


def reminder(verb):
    def made():
        where = people.team(9)
        if verb == "stop":
            own_plan.remind(by=where.leader, weekday=2, now=clock.now())
            return of(browser(where.leader), "/own-plan", "/own-plan/reminder", verb="stop")
        return of(browser(where.leader), "/own-plan", "/own-plan/reminder", weekday="2")

    return made


def stop_by_link():
    where = people.team(9)
    own_plan.remind(by=where.leader, weekday=2, now=clock.now())
    return of(browser(), f"/reminder/{key_of(PlanReminder.objects.get().id)}")
