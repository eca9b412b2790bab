"""A development plan at the server: a locked copy, one shared line, six letters that say nothing."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from kulturspejl.actions import own_plan
from kulturspejl.actions.letters.still import still_holds
from kulturspejl.actions.own_plan.reminding import key_of
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Letter, PlanReminder, SealedPlan, SharedLine
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
LOCKED, OTHER = "1." + "A" * 40, "1." + "B" * 40


@pytest.fixture
def where():
    return people.team(9)


def put(client, sealed, seen=""):
    body = json.dumps({"sealed": sealed, "seen": seen})
    return client.put("/own-plan/sealed", body, content_type="application/json")


def test_only_the_owner_has_the_locked_copy_and_only_locked_things_are_kept(at, where):
    mine, other = at(where.leader, "da"), at(where.amr, "da")
    mark = put(mine, LOCKED).json()["mark"]
    assert mine.get("/own-plan/sealed").json() == {"sealed": LOCKED, "mark": mark}
    assert other.get("/own-plan/sealed").json()["sealed"] == ""
    assert put(mine, OTHER).status_code == 409, "another device was there first"
    assert put(mine, OTHER, mark).status_code == 200
    for wrong in ("Jeg vil øve mig i at spørge", "1." + "A" * 70_000, 7):
        assert put(mine, wrong).status_code == 422
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(where.leader)
    assert put(stranger, OTHER, mark).status_code == 403, "without the mark of a page of ours"
    assert stranger.delete("/own-plan/sealed").status_code == 403
    assert mine.delete("/own-plan/sealed").status_code == 204
    assert not SealedPlan.objects.exists()


def test_one_line_is_read_until_it_is_taken_back_or_over(at, where, client):
    page = at(where.leader, "da").post("/own-plan/line", {"words": " Jeg spørger\nfør jeg svarer "})
    address = "/line/" + page.content.decode().split("/line/")[1].split("<")[0]
    read = client.get(address, headers={"accept-language": "da"})
    assert "Jeg spørger før jeg svarer" in read.content.decode()
    assert (read["Cache-Control"], read["Referrer-Policy"]) == ("no-store", "same-origin")
    assert address[6:] not in str(SharedLine.objects.values())
    own_plan.share_line(by=where.leader, words="Noget andet", now=clock.now())
    assert client.get(address).status_code == 404, "a new line has a new address"
    secret = own_plan.share_line(by=where.leader, words="Noget tredje", now=clock.now())
    assert client.get(f"/line/{secret}").status_code == 200
    own_plan.take_line_back(by=where.leader)
    assert client.get(f"/line/{secret}").status_code == 404
    own_plan.share_line(by=where.leader, words="Det sidste", now=clock.now() - timedelta(days=91))
    own_plan.forget_old_lines(now=clock.now())
    assert not SharedLine.objects.exists()


def test_six_letters_come_on_the_chosen_day_and_say_nothing_of_what(where):
    own_plan.remind(by=where.leader, weekday=2, now=clock.now())
    for day in range(60):
        own_plan.tell_due(now=clock.now() + timedelta(days=day))
    letters = Letter.objects.filter(kind="you_asked").order_by("id")
    assert letters.count() == 6
    assert {one.path for one in letters} == {f"/reminder/{key_of(PlanReminder.objects.get().id)}"}
    assert {str(one.values) for one in letters} == {"{}"}
    own_plan.tell_due(now=clock.now() + timedelta(days=90))
    assert not PlanReminder.objects.exists()


def test_one_tap_in_the_letter_stops_it_without_logging_in(where, client):
    own_plan.remind(by=where.leader, weekday=0, now=clock.now())
    address = f"/reminder/{key_of(PlanReminder.objects.get().id)}"
    assert "Stop brevene" in client.get(address, headers={"accept-language": "da"}).content.decode()
    day = clock.now() + timedelta(days=7)
    own_plan.tell_due(now=day)
    letter = Letter.objects.get(kind="you_asked")
    assert still_holds(letter, day)
    danish = {"accept-language": "da"}
    assert "Der kommer ikke flere breve" in client.post(address, headers=danish).content.decode()
    assert not still_holds(letter, day), "what lay ready for the morning does not go either"
    own_plan.tell_due(now=day + timedelta(days=7))
    assert Letter.objects.filter(kind="you_asked").count() == 1
    for gone in (address, f"{address[:-1]}?"):
        said = client.get(gone, headers=danish).content.decode()
        assert "Her er ingen breve at stoppe" in said
        assert "Der kommer ikke flere breve" not in said, "a torn address stops nothing"


def test_a_day_that_is_none_is_told_so(at, where):
    for wrong in ("", "5", "x", "22"):
        said = at(where.leader, "da").post("/own-plan/reminder", {"weekday": wrong})
        assert (said.status_code, "mandag til fredag" in said.content.decode()) == (422, True)
