"""How what stands beside somebody's own development plan is pressed, and which letters they get."""

import random

from kulturspejl.access.letters_off import stop_address
from kulturspejl.actions import own_plan, rooms
from kulturspejl.actions.own_plan.reminding import key_of
from kulturspejl.faces.participant.keys import COOKIE
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Membership, PlanReminder
from tests import people
from tests.actions import town
from tests.actions.rooms.course import begin
from tests.attacks.presses_of_courses import a_course, own_key
from tests.attacks.pressing import Press, browser, of


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


def in_course(action, prepare=None, **words):
    def made():
        a_course(people.team(3).steward)
        if prepare:
            prepare(Membership.objects.get(name="Karen Holm"))
        page = f"/course/{own_key()}/plan"
        return of(browser(), page, page + action, **words)

    return made


def shared(member):
    own_plan.share_line(by=member, words="Jeg øver mig", now=clock.now())


def in_a_room():
    course = begin()
    key = rooms.join(code=course.code, name="Bo", workplace="", now=town.NOW, rng=random.Random(1)).key
    phone = browser()
    phone.cookies[COOKIE] = key
    return Press(phone, f"/room/{course.code}/plan", {})


def one_kind_off():
    where = people.team(3)
    address = stop_address(where.leader.id, "closes_tomorrow")
    return Press(browser(), "/letters/" + address.rpartition("/")[2], {"List-Unsubscribe": "One-Click"})


OF_OWN_PLANS = {
    "own-plan/line": [line],
    "own-plan/line/back": [line_back],
    "own-plan/reminder": [reminder("remind"), reminder("stop")],
    "reminder/{}": [stop_by_link],
    "course/{}/plan/line": [in_course("/line", words="Jeg øver mig i at spørge")],
    "course/{}/plan/line/back": [in_course("/line/back", shared)],
    "course/{}/plan/reminder": [in_course("/reminder", weekday="2")],
    "room/{}/plan": [in_a_room],
    "letters/{}": [one_kind_off],
}
