"""How what stands in a unit's plan is pressed."""

from datetime import timedelta

from kulturspejl.actions import plans
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Action, ActionEvent, Trait
from tests import people
from tests.actions import stock, town
from tests.attacks.pressing import browser, of

LATER = (clock.today() + timedelta(days=90)).isoformat()
TRAIT = {"more_of": "Dialog", "less_of": "", "notice": "Vi spørger", "better_for": "borgerne"}
ACTION = {"what": "Tavlemøde", "who": "Karen", "due": LATER, "follow_up": LATER}


def trait_of(where):
    return plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, now=clock.now(), **TRAIT)


def agreed():
    where = people.team(9)
    action = plans.agree_action(by=where.leader, trait_id=trait_of(where), now=clock.now(), **as_days(ACTION))
    return where, f"/actions/{action}"


def as_days(words):
    day = clock.today() + timedelta(days=90)
    return words | {"due": day, "follow_up": day}


def new_trait():
    where = people.team(9)
    made = people.closed_round(where)
    return of(browser(where.leader), f"/results/{made.unit}/trait", **TRAIT)


def new_action():
    where = people.team(9)
    return of(browser(where.leader), f"/traits/{trait_of(where)}/action", **ACTION)


def change_of_action():
    where, page = agreed()
    return of(browser(where.amr), f"{page}/change", **ACTION | {"what": "Tavlemøde hver uge"})


def taken_in():
    where = people.team(9)
    plans.send_idea(by=where.tr, unit_id=where.unit, what="Fem minutter", now=town.NOW)
    page = f"/actions/{Action.objects.get().id}/change"
    return of(browser(where.leader), page, **ACTION, **{"as": "agreed"})


def state_of_action():
    where, page = agreed()
    return of(browser(where.leader), page, f"{page}/state", state="drop", line="Ingen tid")


def yes_to_action():
    where, page = agreed()
    return of(browser(where.tr), page, f"{page}/agree")


def undone():
    where, page = agreed()
    plans.move(by=where.amr, action_id=Action.objects.get().id, state="under_way", seen=1, now=clock.now())
    assert ActionEvent.objects.count() == 2
    return of(browser(where.leader), page, f"{page}/undo")


def followed_up():
    where, page = agreed()
    said = {"noticed": "yes", "effect": "Vi spørger mere", "outcome": "keep", "next_day": LATER}
    return of(browser(where.leader), f"{page}/follow-up", **said)


def calendar(verb):
    def press():
        where = people.team(9)
        if verb == "end":
            plans.make_feed(by=where.leader, unit_id=where.unit, now=town.NOW)
        page = f"/units/{where.unit}/plan"
        return of(browser(where.leader), page, f"/units/{where.unit}/calendar", verb=verb)

    return press


def idea():
    where = people.team(9)
    return of(browser(where.leader), "/ideas/new", what="Fem minutter", who="", follow_up="", unit=str(where.unit))


def trait_of_a_day():
    where = people.team(9)
    return of(browser(where.leader), "/traits/new", unit=str(where.unit), origin="day", **TRAIT)


def words_of_trait():
    where = people.team(9)
    return of(browser(where.amr), f"/traits/{trait_of(where)}/change", **TRAIT | {"more_of": "Dialog hver dag"})


def undone_trait():
    where = people.team(9)
    page = f"/traits/{trait_of(where)}"
    words = TRAIT | {"more_of": "Andet"}
    plans.change_trait(by=where.tr, trait_id=Trait.objects.get().id, seen=1, now=clock.now(), **words)
    return of(browser(where.amr), page, f"{page}/undo")


def stock_taken():
    where, _page = agreed()
    action, chosen = Action.objects.get().id, Trait.objects.get().id
    said = {
        f"answer.{action}": "everyday", f"came.{action}": "Hver dag nu", f"who.{action}": "Tove",
        f"again.{action}": LATER, f"answer.{chosen}": "goes_on", "line": "Vi bliver ved", "again": LATER,
    }  # fmt: skip
    return of(browser(where.tr), f"/units/{where.unit}/status", **said)


def stock_taken_back():
    where, _page = agreed()
    made = stock.take(where, actions=[stock.of_action(Action.objects.get().id)])
    return of(browser(where.leader), f"/status/{made}", f"/status/{made}/undo")


OF_PLANS = {
    "traits/new": [trait_of_a_day],
    "traits/{}/change": [words_of_trait],
    "traits/{}/undo": [undone_trait],
    "units/{}/status": [stock_taken],
    "status/{}/undo": [stock_taken_back],
}
