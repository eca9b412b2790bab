"""How what stands on a TRIO's page is pressed."""

from datetime import timedelta

from kulturspejl.faces.shared import clock
from tests import people
from tests.actions import meetings
from tests.attacks.pressing import browser, of


def on_page(address: str, who: str = "amr", **words: str):
    where = people.team(9)
    page = f"/units/{where.unit}/trio"
    return of(browser(getattr(where, who)), page, f"{page}/{address}", **words)


def focus():
    return on_page("focus", words="Ro i vagtskiftet")


def agreement():
    where = people.team(9)
    return of(browser(where.leader), f"/units/{where.unit}/trio/agreement", meetings="Den første mandag")


def meeting():
    return on_page(
        "meetings", "tr", day=(clock.today() + timedelta(days=20)).isoformat(), starts="09:15", place="Her"
    )


def called_off():
    where = people.team(9)
    made = meetings.a_meeting(where, days=5)
    return of(browser(where.leader), f"/trio/{made}", f"/units/{where.unit}/trio/meetings/{made}/call-off")


def deleted():
    where = people.team(9)
    made = meetings.with_minutes(where)
    return of(browser(where.amr), f"/trio/{made}", f"/units/{where.unit}/trio/meetings/{made}/delete")


def on_list():
    return on_page("list", words="Støj i køkkenet")


def off_list():
    where = people.team(9)
    page = f"/units/{where.unit}/trio"
    return of(browser(where.tr), page, f"{page}/list/{meetings.a_matter(where)}/off")


def to_plan():
    where = people.team(9)
    meetings.with_minutes(where)
    page = f"/units/{where.unit}/trio"
    return of(browser(where.leader), page, f"{page}/plan")


def minutes():
    where = people.team(9)
    return of(browser(where.amr), f"/trio/{meetings.a_meeting(where)}", **meetings.MINUTES, months="12")


def moved():
    where = people.team(9)
    made, day = meetings.a_meeting(where), clock.today() + timedelta(days=9)
    return of(
        browser(where.amr), f"/trio/{made}", f"/trio/{made}/move", day=day.isoformat(), starts="", place=""
    )
