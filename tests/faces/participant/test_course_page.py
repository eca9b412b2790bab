"""The pages of those who take part: an unknown link, who asks for letters too often, and nothing of it in a log."""

import logging
import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client

from kulturspejl.access.course_access import group_mark
from kulturspejl.actions import courses
from kulturspejl.core.choreography.groups import Person, together
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.records.models import (
    CourseClass,
    CourseDay,
    CourseGroup,
    CourseLetter,
    Membership,
    Participant,
    Room,
)
from kulturspejl.web import faults
from tests.actions.courses.made import a_course

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def unbraked():
    guesses.forget()
    yield
    guesses.forget()


def browser() -> Client:
    return Client(headers={"accept-language": "da"})


def test_a_page_is_its_owners_kept_nowhere_and_told_to_no_other_host(caplog):
    made = a_course()
    key = made.key("Karen")
    with caplog.at_level(logging.DEBUG):
        page = browser().get(f"/course/{key}")
    text = page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "strict-origin", "another host learns the host alone, never the address"
    assert "Det næste for dig" in text
    assert "Amir Dahl" in text
    assert "Lars Lund" not in text, "of another group"
    assert "amir@havnby.test" not in text
    assert key not in caplog.text
    assert faults.plain(f"GET /course/{key}/days.ics and /sign-up/{key}") == "GET /course/…/days.ics and /sign-up/…"


def test_who_comes_in_from_the_own_page_sits_with_the_own_group_whatever_the_workplaces_are_called():
    made = a_course()
    CourseGroup.objects.update(workplace="Skolen")
    day = made.day("start_workshop")
    CourseDay.objects.filter(id=day.id).update(day=clock.today())
    room_id = courses.open_room(by=made.frida, day_id=day.id, language="da", now=clock.now())
    room = Room.objects.get(id=room_id)
    marks = {}
    for name in ("Karen", "Amir", "Lars"):
        phone = browser()
        page = phone.get(f"/course/{made.key(name)}").content.decode()
        sent = dict(re.findall(r'<input type="hidden" name="(name|workplace|group)" value="([^"]+)"', page))
        assert set(sent) == {"name", "workplace", "group"}
        marks[name] = sent["group"]
        assert phone.post(f"/room/{room.code}", sent).status_code == 200
    assert marks["Karen"] == marks["Amir"] != marks["Lars"]
    browser().post(f"/room/{room.code}", {"name": "Gæst", "workplace": "skolen", "group": "not a mark"})
    rows = Participant.objects.filter(room=room)
    people = [Person(one.name, one.workplace, one.group_mark) for one in rows]
    found = {frozenset(group) for group in together(sorted(people, key=lambda one: one.id))}
    assert found == {frozenset({"Karen Holm", "Amir Dahl"}), frozenset({"Lars Lund"}), frozenset({"Gæst"})}
    assert group_mark(uuid.uuid4(), made.member("Karen").group_id) != marks["Karen"], "another in each room"


def test_an_unknown_link_leads_to_a_new_one_and_looks_like_one_that_is_no_good_any_more():
    made = a_course()
    before = made.key("Karen")
    courses.renew_key(by=made.frida, class_id=made.class_id, member_id=made.member("Karen").id, now=clock.now())
    pages = [(key, browser().get(f"/course/{key}")) for key in (before, "2" * 27)]
    assert [page.status_code for _key, page in pages] == [404, 404]
    texts = [page.content.decode().replace(key, "KEY") for key, page in pages]
    assert texts[0] == texts[1]
    assert "/courses/lost" in texts[0]
    assert browser().get(f"/course/{before}/calendar.ics").status_code == 404


def test_who_asks_for_many_letters_waits_and_every_address_is_told_the_same():
    a_course()
    client = browser()
    said = {
        client.post("/courses/lost", {"address": address}).content.decode().partition("<main")[2]
        for address in ("karen@havnby.test", "ingen@havnby.test")
    }
    assert len(said) == 1
    statuses = [client.post("/courses/lost", {"address": f"a{at}@havnby.test"}).status_code for at in range(25)]
    assert statuses[:10] == [200] * 10
    assert statuses[-1] == 429
    assert CourseLetter.objects.filter(kind="course_link").count() == 1


def test_what_was_typed_at_the_door_stays_and_a_closed_door_says_whom_to_ask():
    made = a_course(people="")
    until = clock.today() + timedelta(days=3)
    courses.open_sign_up(by=made.frida, class_id=made.class_id, most=3, until=until, now=clock.now())
    code = made.held.sign_up_code
    wrong = {"workplace": "Fjordskolen", "name.0": "Mette", "address.0": "mette", "name.2": "Ole", "role.2": "tr"}
    page = browser().post(f"/sign-up/{code}", wrong)
    assert page.status_code == 422
    for typed in ("Fjordskolen", 'value="Mette"', 'value="mette"', 'value="Ole"'):
        assert typed in page.content.decode()
    CourseClass.objects.update(sign_up_until=clock.today() - timedelta(days=1))
    shut = browser().get(f"/sign-up/{code}").content.decode()
    assert "Tilmeldingen er lukket." in shut
    assert "frida@havnby.test" in shut
    assert browser().post(f"/sign-up/{code}", {**wrong, "address.0": "m@x.dk", "name.2": ""}).status_code == 410


def test_whoever_comes_late_sees_what_the_others_have_been_through():
    made = a_course(first=clock.today() - timedelta(days=30))
    for days, is_late in ((31, False), (0, True)):
        Membership.objects.update(joined_at=clock.now() - timedelta(days=days))
        text = browser().get(f"/course/{made.key('Karen')}").content.decode()
        assert ("Du er kommet til undervejs" in text) == is_late


def test_an_account_of_the_same_address_leads_to_the_page():
    made = a_course()
    client = browser()
    client.force_login(made.town.leader)
    assert "Mine kurser" in client.get("/home").content.decode()
    assert client.get("/courses")["Location"] == f"/course/{made.key('Karen')}"
    client.force_login(made.town.hr)
    assert "ikke med på noget kursus" in client.get("/courses").content.decode()
    assert "Kurser: dage og fremmøde" in client.get("/home").content.decode()


def test_whose_yes_comes_after_the_last_place_is_told_on_the_page_with_the_question(client):
    made = a_course(people="")
    now, until = clock.now(), clock.today() + timedelta(days=9)
    courses.open_sign_up(by=made.frida, class_id=made.class_id, most=1, until=until, now=now)
    for name in ("Mette", "Bo"):
        courses.sign_up(
            code=made.held.sign_up_code, workplace="Fjordskolen", people=[("leader", name, f"{name}@ny.test")],
            language="da", now=now,
        )  # fmt: skip
    assert client.post(f"/course/{made.key('Bo')}", {"do": "confirm"}).status_code == 302
    reply = client.post(f"/course/{made.key('Mette')}", {"do": "confirm"}, headers={"accept-language": "da"})
    page = reply.content.decode()
    assert (reply.status_code, "Der er ikke flere pladser" in page, "Ja, jeg er med" in page) == (422, True, True)
