"""A TRIO's page: what waits is on top, the minutes go on to plan and list, and what was typed stays."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import people as grants
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Action, Grant, User
from tests import people
from tests.actions import meetings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def where():
    return people.team(9)


def page_of(at, user, where, language="da"):
    return at(user, language).get(reverse("trio", args=[where.unit])).content.decode()


def test_the_page_says_who_reads_it_and_it_is_true(at, where):
    said = page_of(at, where.tr, where)
    readers = said[said.index("readers-title") :]
    assert re.findall(r"<li>([^<]+)</li>", readers) == ["Karen, leder", "Amir, AMR", "Tove, TR"]
    for role in (Role.HR, Role.STEWARD, Role.FACILITATOR):
        assert not may(Verb.TRIO_READ, {role})
    above = people.leader_above(where)
    assert at(above, "da").get(reverse("trio", args=[where.unit])).status_code == 404


def test_what_was_changed_about_who_sees_what_stands_there(at, where):
    grants.grant(by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Nina",
                 role=Role.AMR, unit_id=where.unit, ends=None, now=clock.now())  # fmt: skip
    said = page_of(at, where.leader, where)
    assert "Nina" in said[said.index("changes-title") : said.index("minutes-title")]
    meetings.with_minutes(where)
    grants.end(
        by=where.steward, grant_id=Grant.objects.get(user=User.objects.get(name="Nina")).id, now=clock.now()
    )
    assert "Nina" in page_of(at, where.leader, where), "ended since the last meeting"


def test_the_minutes_go_on_to_the_plan_and_to_the_yearly_list(at, where):
    made = meetings.a_meeting(where)
    client, page = at(where.amr, "da"), reverse("trio", args=[where.unit])
    agenda = client.get(reverse("trio_meeting", args=[made])).content.decode()
    assert agenda.count("<h3>") == 6
    client.post(reverse("trio_meeting", args=[made]), {"seen": "1", "months": "12", **meetings.MINUTES})
    client.post(reverse("trio_to_plan", args=[where.unit]), {"words": "Karen laver listen"})
    assert Action.objects.get().state == "idea"
    client.post(reverse("trio_list", args=[where.unit]), {"words": "Amir spørger aftenvagten"})
    said = client.get(page).content.decode()
    assert said.count("står i planen") == 1
    assert said.count("står til den årlige drøftelse") == 1
    sheet = client.get(reverse("trio_yearly", args=[where.unit]))
    assert sheet["Content-Type"] == "application/pdf"
    assert sheet["Cache-Control"] == "no-store"


def test_nothing_typed_is_lost(at, where):
    client = at(where.leader, "da")
    long = client.post(reverse("trio_focus", args=[where.unit]), {"words": "Ro " * 200})
    assert long.status_code == 422
    assert "Ro Ro Ro" in long.content.decode()
    made = meetings.with_minutes(where)
    second = client.post(
        reverse("trio_meeting", args=[made]), {"seen": "1", "months": "6", "decided": "Noget andet"}
    )
    assert second.status_code == 409
    assert "Noget andet" in second.content.decode()
    assert "Vi prøver makkerpar." in second.content.decode()
    wrong = client.post(
        reverse("trio_plan", args=[where.unit]), {"day": "i morgen", "place": "Personalestuen"}
    )
    assert (wrong.status_code, "Personalestuen" in wrong.content.decode()) == (422, True)


def test_where_nobody_represents_it_asks_who_follows_up(at):
    alone = people.team(9)
    for one in Grant.objects.filter(role__in=("amr", "tr")):
        grants.end(by=alone.steward, grant_id=one.id, now=clock.now())
    client = at(alone.leader, "da")
    asked = client.get(reverse("trio_agreement", args=[alone.unit])).content.decode()
    assert "Hvem følger op sammen med lederen?" in asked
    client.post(reverse("trio_agreement", args=[alone.unit]), {"seen": "0", "partner": "Lis fra aftenvagten"})
    assert "Lis fra aftenvagten" in page_of(at, alone.leader, alone)


def test_the_next_meeting_stands_on_the_overview_and_in_the_calendar(at, where):
    meetings.a_meeting(where, days=3)
    day = clock.today() + timedelta(days=3)
    assert "I mødes" in at(where.tr, "da").get(reverse("home")).content.decode()
    days = at(where.tr, "da").get(reverse("plan_ics", args=[where.unit])).content.decode()
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in days
    assert "møde i TRIO’en (" in days
