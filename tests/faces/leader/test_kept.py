"""What leader, AMR and TR see of a team's meeting: before it is taken over, beside the plan, and the next time."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kulturspejl.access.room_access import DeskKey
from kulturspejl.core.plans import State
from kulturspejl.faces.leader import unit_choice
from kulturspejl.faces.shared import clock
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Action, KeptMeeting, Room
from tests import people
from tests.actions import town
from tests.actions.rooms import team
from tests.pages import tight

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def where(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path
    return people.team(9)


@pytest.fixture
def lent():
    made = team.held(now=clock.now())
    team.offer(made, now=clock.now())
    return made


def page_of(at, who, code) -> str:
    return at(who).get(reverse("take_over", args=[code])).content.decode()


def desk(lent):
    return readers.desk(DeskKey(lent.desk_key), lent.room_id, language="en", now=clock.now())


def a_phone(lent):
    from kulturspejl.actions import rooms

    key = rooms.join(code=lent.code, name="Ida", workplace="", now=clock.now(), rng=team.random.SystemRandom()).key
    return readers.phone(lent.code, key, language="en", now=clock.now())


def press(at, who, lent, unit, **words):
    client = at(who)
    seen = re.search(r'name="seen" value="(\w+)"', page_of(at, who, lent.code)).group(1)
    return client.post(reverse("take_over", args=[lent.code]), {"seen": seen, "unit": str(unit), **words})


def test_it_says_what_goes_who_reads_it_and_whose_press_it_takes(at, where, lent):
    page = page_of(at, where.amr, lent.code)
    assert team.ACTION in page
    assert "Between 5 and 6 of 10" in page
    assert "5.2" not in page
    assert all(name in page for name in ("Karen (leader)", "Amir", "Tove"))
    assert "Take it over" in page
    for_leader = page_of(at, where.leader, lent.code)
    assert "Here it takes one of these" in for_leader
    assert "name=\"unit\"" not in for_leader
    assert "You have no permission in a unit" in page_of(at, where.hr, lent.code)


def test_a_code_of_no_room_and_a_room_that_is_not_offered_look_alike(at, where):
    unoffered = team.held(now=clock.now())
    pages = [at(where.amr).get(reverse("take_over", args=[code])) for code in (unoffered.code, "NOSUCH")]
    assert [one.status_code for one in pages] == [404, 404]
    said = [re.sub(r"\w{6}(?=\")|nonce-\S+|value=\"\w+\"", "", one.content.decode()) for one in pages]
    assert "There is nothing to take over here" in said[0]
    assert team.ACTION not in said[0]


def test_nor_do_they_ask_different_questions(at, where):
    """Else the time that a reply takes would tell a room's code from a wrong one."""
    said = []
    for code in (team.opened().code, "AAAAAA"):
        with CaptureQueriesContext(connection) as asked:
            assert at(where.amr).get(reverse("take_over", args=[code])).status_code == 404
        said.append([query["sql"].replace(code, "*") for query in asked if "records_room" in query["sql"]])
    assert said[0] == said[1]
    assert len(said[0]) == 1


def test_taken_over_it_stands_in_the_plan_on_the_time_line_and_in_the_room(at, where, lent):
    assert a_phone(lent).offer.is_open
    pressed = press(at, where.tr, lent, where.unit)
    assert pressed.headers["Location"] == reverse("plan", args=[where.unit])
    assert "The idea waits in the plan" in pressed.client.get(pressed.headers["Location"]).content.decode()
    plan = at(where.leader).get(reverse("plan", args=[where.unit])).content.decode()
    assert "From the team’s meetings" in plan
    assert "Between 5 and 6 of 10" in plan
    assert "Hold the meeting again" in plan
    assert "Delete what we have kept" not in plan, "a representative's act"
    assert "A meeting of the team" in at(where.leader).get(reverse("home")).content.decode()
    for view in (desk(lent).offer, a_phone(lent).offer):
        assert (view.taken.unit, view.taken.by, view.taken.is_leader) == ("Hjemmepleje Nord", "Tove", False)
    assert at(where.hr).get(reverse("plan", args=[where.unit])).status_code == 404
    comes_along = "everybody in the room sees where the team"
    assert comes_along in tight(plan)
    KeptMeeting.objects.update(parts=[])  # As of points for a culture, of which a unit keeps no numbers.
    plan = at(where.leader).get(reverse("plan", args=[where.unit])).content.decode()
    assert "Hold the meeting again" in plan
    assert comes_along not in tight(plan)


def test_an_idea_is_said_to_wait_only_where_one_does(at, where, lent):
    Action.objects.create(unit_id=where.unit, what=team.ACTION, state=State.AGREED)
    said = press(at, where.amr, lent, where.unit).client.get(reverse("plan", args=[where.unit])).content.decode()
    assert "Taken over. It stands on this page now." in said
    assert "The idea waits" not in said


def test_what_has_changed_is_told_with_what_stands_there_now(at, where, lent):
    seen = re.search(r'name="seen" value="(\w+)"', page_of(at, where.amr, lent.code)).group(1)
    team.agree(lent, "Vi prøver noget andet", now=clock.now())
    reply = at(where.amr).post(reverse("take_over", args=[lent.code]), {"seen": seen, "unit": str(where.unit)})
    assert reply.status_code == 409
    assert "Vi prøver noget andet" in reply.content.decode()
    assert not KeptMeeting.objects.exists()


def test_held_again_from_the_plan_the_room_shows_where_they_stood_once_the_new_line_is_shown(at, where, lent):
    press(at, where.amr, lent, where.unit)
    KeptMeeting.objects.update(day=clock.today() - timedelta(days=182))
    sent = {"programme": "team_learning", "unit": str(where.unit), "form_id": str(uuid.uuid4())}
    client = at(where.leader)
    assert client.post(reverse("team"), sent).status_code == 200
    room = Room.objects.exclude(id=lent.room_id).get()
    key = client.cookies["kulturspejl_desk"].value
    again = team.rooms.Borrowed(room.id, room.code, key)
    assert desk(again).shown == ()
    team.stand(again, ((7, 9),) * 5, now=clock.now())
    for shown in (desk(again).shown, a_phone(again).shown):
        (one,) = shown
        assert "Where are you right now? Between 5 and 6 of 10." in one.before.last
        assert one.before.rows == (("Where are you right now?", ("5–6",)), ("Where would you like to be?", ("8–9",)))
    wall = readers.wall(None, room.id, room.wall_key, language="en", now=clock.now())
    assert [side.before for side in wall.sides if side.kind == "picture"] == [one.before.last]


def test_who_may_not_read_the_plan_brings_nothing_along_and_who_is_logged_out_is_led_back(at, client, where):
    sent = {"programme": "team_learning", "unit": str(where.unit)}
    assert client.post(reverse("team"), sent).headers["Location"] == reverse("plan", args=[where.unit])
    assert at(where.hr).post(reverse("team"), sent).status_code == 404
    assert at(where.leader).post(reverse("team"), sent | {"unit": "x"}).status_code == 404
    assert not Room.objects.exists()


def test_a_second_time_within_six_weeks_is_said_before(at, where, lent):
    press(at, where.amr, lent, where.unit)
    again = team.held(now=clock.now())
    team.offer(again, now=clock.now())
    assert "the unit kept it less than 6 weeks ago" in page_of(at, where.amr, again.code)


def test_asked_twice_the_numbers_stand_beside_each_other(at, where, lent):
    press(at, where.amr, lent, where.unit)
    KeptMeeting.objects.update(day=clock.today() - timedelta(days=182))
    again = team.opened(now=clock.now())
    team.stand(again, ((7, 9),) * 5, now=clock.now())
    team.offer(again, now=clock.now())
    press(at, where.amr, again, where.unit)
    plan = at(where.tr).get(reverse("plan", args=[where.unit])).content.decode()
    cells = re.findall(r'<td class="number">\s*([\d–.]+)\s*</td>', plan)
    assert cells == ["5–6", "7–8", "8–9", "9–10"]


def test_off_it_goes_by_a_representative(at, where, lent):
    press(at, where.amr, lent, where.unit)
    (kept,) = KeptMeeting.objects.all()
    address = reverse("kept_off", args=[kept.id])
    assert at(where.leader).post(address, {"unit": str(where.unit)}).status_code == 404
    assert at(where.amr).post(address, {"unit": str(where.unit)}).status_code == 302
    assert not KeptMeeting.objects.exists()
    assert desk(lent).offer.is_open, "the room is still there, and so is the offer"


def test_without_amr_and_tr_the_leader_takes_it_over_and_the_room_is_told(at, settings, tmp_path, lent):
    settings.KULTURSPEJL_VAR = tmp_path
    where = town.found_town(with_representatives=False)
    press(at, where.leader, lent, where.unit)
    assert KeptMeeting.objects.get().role == "leader"
    told = "Karen has taken the meeting over for Hjemmepleje Nord. The unit has no AMR or TR, so its leader did."
    assert told in page_of(at, where.leader, lent.code)
    client = Client(headers={"accept-language": "en"})
    client.post(reverse("room", args=[lent.code]), {"name": "Ida", "workplace": ""})
    assert told in client.get(reverse("room", args=[lent.code])).content.decode()
    theirs = at(language="en").get(f"/team/{lent.desk_key}", follow=True).content.decode()
    assert "The leader of the unit can take it off again." in theirs
    assert "AMR or TR of the unit can" not in theirs, "there are none"
    plan = at(where.leader).get(reverse("plan", args=[where.unit])).content.decode()
    assert "Delete what we have kept" in plan


def test_who_stands_in_several_units_chooses_one_and_who_may_in_one_finds_it_chosen(at, where, lent, monkeypatch):
    alone = re.findall(r'type="radio" name="unit"[^>]*?(checked)? required', page_of(at, where.tr, lent.code))
    assert alone == ["checked"]
    monkeypatch.setattr(unit_choice, "MOST_AT_ONCE", 0)
    assert "See who reads it there" in page_of(at, where.tr, lent.code)
    assert 'name="unit" id="unit-' in page_of(at, where.tr, lent.code), "the only one that fits stands there at once"
    above = page_of(at, where.leader, lent.code)
    assert re.search(r'<option value="">\s*Choose a unit', above), "not the first of the alphabet"
    assert "No unit is chosen yet." in above
