"""A development plan without an account: by the own address of a course, or one that was begun in a room."""

import json
import random
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from kulturspejl.access.own_plan import plan_by_key, plan_secret
from kulturspejl.actions import courses, own_plan, rooms
from kulturspejl.actions.own_plan import sealing
from kulturspejl.cli.archive import load, schema
from kulturspejl.core.errors import NotThere
from kulturspejl.core.own_plan.chapters import chapter_at
from kulturspejl.core.own_plan.keeping import KEPT_FOR
from kulturspejl.core.writing.dates import day
from kulturspejl.faces.participant.keys import COOKIE
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import CourseLetter, Membership, PlanReminder, Room, SealedPlan, SharedLine
from kulturspejl.vault import ledger
from tests.actions.courses.made import a_course, put_on
from tests.actions.rooms.course import begin
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db(transaction=True)
LOCKED, OTHER = "1." + "A" * 40, "1." + "B" * 40
DANISH = {"accept-language": "da"}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def put(address, sealed, seen="", client=None):
    body = json.dumps({"sealed": sealed, "seen": seen})
    return (client or Client()).put(f"{address}/sealed", body, content_type="application/json")


def in_a_room(code=None):
    """(the code of a room, a phone in it)."""
    code = code or begin().code
    key = rooms.join(code=code, name="Bo", workplace="", now=NOW, rng=random.Random(1)).key
    phone = Client(headers=DANISH)
    phone.cookies[COOKIE] = key
    return code, phone


def test_whoever_takes_part_has_a_plan_that_nobody_else_of_the_class_opens():
    made = a_course()
    mine, other = f"/course/{made.key('Karen')}/plan", f"/course/{made.key('Lars')}/plan"
    assert put(mine, LOCKED).status_code == 200
    client = Client(headers=DANISH)
    assert client.get(mine + "/sealed").json()["sealed"] == LOCKED
    assert client.get(other + "/sealed").json()["sealed"] == ""
    assert put(mine, OTHER).status_code == 409, "another device was there first"
    assert put(mine, "Jeg vil øve mig").status_code == 422
    assert put("/course/NOTHING/plan", LOCKED).status_code == 404
    page = client.get(mine)
    assert "slettet" in page.content.decode(), "the day of its end is told before anything is written"
    assert (page["Cache-Control"], page["Referrer-Policy"]) == ("no-store", "same-origin")
    strict = Client(enforce_csrf_checks=True)
    assert put(mine, OTHER, client=strict).status_code == 403, "without the mark of a page of ours"
    courses.delete_class(by=made.frida, class_id=made.class_id, now=NOW)
    assert not SealedPlan.objects.exists()


def test_the_own_page_leads_to_the_plan_by_the_chapter_that_is_next():
    made = a_course()
    page = Client(headers=DANISH).get(f"/course/{made.key('Karen')}").content.decode()
    assert f"/course/{made.key('Karen')}/plan" in page
    assert "frem til næste modul" in page
    assert [chapter_at(place, 4) for place in (-1, 0, 1, 2, 3)] == [1, 1, 1, 2, 3]
    assert [chapter_at(place, 2) for place in (0, 1)] == [1, 3]
    assert chapter_at(0, 1) == 1


def test_a_line_and_letters_of_somebody_without_an_account_end_with_the_class_at_the_latest(settings):
    settings.KULTURSPEJL_BASE_URL = "https://kultur.test"
    made = a_course()
    karen, client = made.member("Karen"), Client(headers=DANISH)
    plan = f"/course/{made.key('Karen')}/plan"
    shown = client.post(plan + "/line", {"words": "Jeg spørger først"}).content.decode()
    address = "/line/" + shown.split("/line/")[1].split("<")[0]
    assert "Karen Holm" in client.get(address).content.decode()
    client.post(plan + "/line/back")
    assert client.get(address).status_code == 404
    client.post(plan + "/reminder", {"weekday": "2"})
    due = NOW + (PlanReminder.objects.get().first - NOW.date())
    own_plan.tell_due(now=due)
    courses.send_waiting(now=due)
    own_plan.tell_due(now=due)
    letter = CourseLetter.objects.get(kind="you_asked")
    assert letter.state == "sent"
    (sent,) = [one for one in mail.outbox if "minde dig" in one.subject]
    link = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = link.removeprefix("https://kultur.test")
    assert plan in client.get(path).content.decode()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not PlanReminder.objects.exists()
    own_plan.share_line(by=karen, words="Til det sidste", now=NOW + timedelta(days=190))
    assert SharedLine.objects.get().ends_on <= NOW.date() + timedelta(days=300)
    courses.remove_member(by=made.frida, class_id=made.class_id, member_id=karen.id, now=NOW)
    assert not SharedLine.objects.exists()


def test_a_plan_that_was_begun_in_a_room_outlives_the_room_and_ends_on_the_day_that_is_told():
    code, phone = in_a_room()
    door = f"/room/{code}/plan"
    first, again = phone.post(door), phone.post(door)
    assert first["Location"] == again["Location"], "pressed again, the same plan"
    address = first["Location"].split("?")[0]
    assert Client().post(door).status_code == 404, "for those in the room alone"
    mark = put(address, LOCKED).json()["mark"]
    assert day(NOW.date() + KEPT_FOR, "da") in Client(headers=DANISH).get(address).content.decode()
    row = SealedPlan.objects.get()
    assert (row.owner_id, row.member_id, row.ends_on) == (None, None, NOW.date() + KEPT_FOR)
    Room.objects.all().delete()
    assert put(address, OTHER, mark).status_code == 200
    secret = address.rpartition("/")[2]
    with pytest.raises(NotThere):
        plan_by_key(secret, now=NOW + KEPT_FOR)
    own_plan.forget_old_plans(now=NOW + KEPT_FOR - timedelta(days=1))
    assert SealedPlan.objects.exists()
    own_plan.forget_old_plans(now=NOW + KEPT_FOR)
    assert not SealedPlan.objects.exists()
    gone = Client(headers=DANISH).get(address)
    assert (gone.status_code, "ingen plan mere" in gone.content.decode()) == (404, True)


def test_where_a_day_is_only_tried_out_no_plan_is_begun():
    code, phone = in_a_room()
    Room.objects.update(kind="practice")
    assert "Begynd en plan" not in phone.get(f"/room/{code}/plan").content.decode()
    assert phone.post(f"/room/{code}/plan").status_code == 404


def test_after_a_restore_no_plan_and_no_letters_come_back_that_were_thrown_away_and_stopped():
    made = a_course()
    karen = made.member("Karen")
    own_plan.seal_plan(by=karen, sealed=LOCKED, seen="")
    own_plan.remind(by=karen, weekday=1, now=NOW)
    courses.open_room(by=made.frida, day_id=made.day("module_1").id, language="da", now=NOW)
    code, phone = in_a_room(made.day("module_1").room.code)
    address = phone.post(f"/room/{code}/plan")["Location"].split("?")[0]
    put(address, LOCKED)
    before = [*SealedPlan.objects.all(), *PlanReminder.objects.all()]
    assert len(before) == 3
    own_plan.throw_away_plan(by=karen, now=NOW)
    own_plan.throw_away_plan(by=karen, now=NOW)
    own_plan.stop_reminding(by=karen, now=NOW)
    assert Client().delete(address + "/sealed").status_code == 204
    assert [one.sealed for one in SealedPlan.objects.all()] == [""], "the address stays good for a new one"
    text = ledger._file().read_text()
    assert not [word for word in ("Karen", str(karen.id), "karen@") if word in text]
    # A new plan after the old one is not the old one's to lose.
    own_plan.seal_plan(by=karen, sealed=OTHER, seen="")
    mine = SealedPlan.objects.get(member=karen)
    SealedPlan.objects.all().delete()
    for row in before:
        row.save(force_insert=True)
    load._replay(schema.of_store())
    assert not SealedPlan.objects.exists()
    assert not PlanReminder.objects.exists()
    mine.save(force_insert=True)
    load._replay(schema.of_store())
    assert SealedPlan.objects.get().sealed == OTHER


def test_neither_the_row_nor_the_ledger_says_whose_plan_it_is():
    code, phone = in_a_room()
    phone.post(f"/room/{code}/plan")
    participant = Room.objects.get().participants.get()
    row = SealedPlan.objects.values().get()
    secret = plan_secret(participant.id)
    assert not [value for value in row.values() if str(participant.id) in str(value) or secret in str(value)]


def test_who_is_put_on_a_class_later_begins_with_no_plan():
    made = a_course()
    put(f"/course/{made.key('Karen')}/plan", LOCKED)
    put_on(made.frida, made.class_id, "Arbejdsplads;Rolle;Person;Mail\nNord;leder;Ny Person;ny@havnby.test")
    assert Client().get(f"/course/{made.key('Ny')}/plan/sealed").json()["sealed"] == ""


def test_one_person_has_one_plan_wherever_they_come_from():
    made = a_course()
    karen, user = made.member("Karen"), made.town.leader
    Membership.objects.filter(id=karen.id).update(address=user.email)
    client, course = Client(headers=DANISH), f"/course/{made.key('Karen')}"
    client.force_login(user)
    assert f"{course}/plan?at=1" in client.get(course).content.decode()
    own_plan.seal_plan(by=user, sealed=LOCKED, seen="")
    assert '"/own-plan?at=1"' in client.get(course).content.decode()
    own_plan.throw_away_plan(by=user, now=NOW)
    put(course + "/plan", LOCKED)
    assert client.get("/own-plan")["Location"] == course + "/plan"
    assert f"{course}/plan?at=1" in client.get(course).content.decode()


def test_the_store_of_plans_and_the_ledger_are_nobodys_to_fill(monkeypatch):
    code, phone = in_a_room()
    monkeypatch.setattr(sealing, "MOST", 0)
    full = phone.post(f"/room/{code}/plan")
    assert (full.status_code, "ikke plads til flere planer" in full.content.decode()) == (422, True)
    assert not SealedPlan.objects.exists()
    monkeypatch.setattr(sealing, "MOST", 1)
    address = phone.post(f"/room/{code}/plan")["Location"].split("?")[0]
    assert phone.post(f"/room/{code}/plan").status_code == 302, "who has one has it"
    said = []
    for _ in range(40):
        own_plan.seal_plan(by=SealedPlan.objects.get(), sealed=LOCKED, seen="") if not said or said[-1] == 204 else None
        said.append(Client().delete(address + "/sealed").status_code)
    assert set(said) == {204, 429}
    assert len([one for one in ledger.entries() if one.what == ledger.OWN_PLAN]) == said.count(204) <= 31
