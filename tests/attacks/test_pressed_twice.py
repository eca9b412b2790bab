"""Every form of the program pressed twice, four times and again after "back": nothing is doubled.

The addresses are those of the running program: a new one has to say here how it is pressed.
"""

import json
import random
import re
import uuid
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import lines, rooms, rounds, sent
from kulturspejl.actions import people as grants
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import guesses
from kulturspejl.faces.steward import start_code
from kulturspejl.faces.steward.demo import guide
from kulturspejl.faces.steward.demo.guide import Guide, Part
from kulturspejl.records.models import (
    Grant,
    Invitation,
    Organisation,
    Participant,
    Room,
    Round,
    SentForm,
)
from tests import people
from tests.actions import town
from tests.actions.rooms.course import CHECK_IN, begin
from tests.attacks import presses_of_answers as answers
from tests.attacks import presses_of_exercises as own
from tests.attacks import presses_of_meetings as team_meetings
from tests.attacks import presses_of_trio as trio
from tests.attacks.forms_on import form_on
from tests.attacks.presses_of_courses import OF_COURSES
from tests.attacks.presses_of_demo import OF_DEMO
from tests.attacks.presses_of_own_plan import OF_OWN_PLANS
from tests.attacks.presses_of_plans import (
    OF_PLANS,
    calendar,
    change_of_action,
    followed_up,
    idea,
    new_action,
    new_trait,
    state_of_action,
    taken_in,
    undone,
    yes_to_action,
)
from tests.attacks.presses_of_slides import bring_slides, on_slides
from tests.attacks.presses_of_units import (
    answer_list,
    change_unit,
    close_unit,
    list_of_help,
    new_unit,
    open_unit_again,
    people_table,
    take_list,
    take_list_back,
    unit_table,
)
from tests.attacks.presses_on_people import (
    change_person,
    erase_person,
    forget_factors,
    log_out_everywhere,
    take_everything,
    try_mail,
)
from tests.attacks.pressing import Press, browser, of
from tests.attacks.test_above import branch, row
from tests.faces.facilitator.day_form import form_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
OTHERS = "account/"
"""The library's own: they make nothing of ours."""
ROUND = {"addresses": "a@havnby.test", "cards": "6", "closes_on": "2026-12-07", "why": "", "language": "da",
         "preferred": "drawn", "points": "10"}  # fmt: skip


def waiting():
    where = people.team(9)
    return where, people.waiting_round(where)


def closed():
    where = people.team(9)
    return where, people.closed_round(where)


def a_day(with_people=0):
    course = begin(with_people)
    return course, browser(course.frida), f"/facilitate/{course.id}"


def at_desk(verb, go=None, **typed):
    """A press at the desk of a class with twelve people in it."""
    course, client, page = a_day(12)
    if go:
        course.go_to(*go)
    if verb == "seat":
        course.do(do.CountTo(2))
    pressed = {"person": str(Participant.objects.first().id)} if verb == "remove" else {}
    return of(client, page, f"{page}/do", wanted={"verb": verb}, **pressed, **typed)


def a_phone(step=None):
    course = begin()
    phone = browser()
    phone.post(f"/room/{course.code}", {"name": "Mette"})
    return course, phone, course.go_to(*step) if step else ""


# --- how each is pressed -------------------------------------------------------------------------------------------


def new_round():
    where = people.team(9)
    client, page = browser(where.leader), f"/rounds/new/{where.unit}"
    looked = client.post(page, {**form_on(client, page), **ROUND, "step": "look"}).content.decode()
    return Press(client, page, {**ROUND, **looked_at(looked), "step": "send"})


def looked_at(page):
    """The form's own id, and the mark of the list that was shown."""
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("form_id", "seen")}


def foresight():
    where = people.team(9)
    client, page = browser(where.leader), f"/rounds/new/{where.unit}"
    return Press(client, f"{page}/foresight", {**form_on(client, page), **ROUND})


def steer(verb):
    def press():
        where, made = waiting()
        if verb != "cancel":
            rounds.release_sending(by=where.amr, round_id=made, agreed=False, now=town.NOW)
            # Long enough ago for a reminder.
            Round.objects.filter(id=made).update(opened_on=(town.NOW - timedelta(days=6)).date())
        return of(browser(where.leader), f"/rounds/{made}", f"/rounds/{made}/{verb}")

    return press


def let_out():
    where, made = waiting()
    rounds.release_sending(by=where.amr, round_id=made, agreed=False, now=town.NOW)
    return where, made


def wish_to_close():
    where, made = let_out()
    return of(browser(where.leader), f"/rounds/{made}", f"/rounds/{made}/close", reason="Vi mødes i dag")


def answer_wish(answer):
    def press():
        where, made = let_out()
        rounds.ask_to_close(by=where.leader, round_id=made, reason="Vi mødes i dag", now=town.NOW)
        return of(browser(where.amr), f"/rounds/{made}", f"/rounds/{made}/close/answer", answer=answer)

    return press


def refused_letter(instead=None, **typed):
    def press():
        where, made = let_out()
        Invitation.objects.filter(address="person00@havnby.test").update(undeliverable="refused")
        page = f"/rounds/{made}/letters"
        return of(browser(where.amr), page, wanted={"instead": instead} if instead else {}, **typed)

    return press


def decide(verb):
    def press():
        where, made = waiting()
        if verb == "resume":
            rounds.hold(by=where.tr, round_id=made, note_text="", now=town.NOW)
        return of(browser(where.amr), f"/rounds/{made}/release", f"/rounds/{made}/{verb}", note="Vent")

    return press


def line():
    where, made = waiting()
    unit = Round.objects.get(id=made).units.get().id
    page = f"/rounds/{made}/lines/{unit}"
    return of(browser(where.leader), page, A="20", B="20", C="10", D="10")


def show_line():
    where, made = waiting()
    unit = Round.objects.get(id=made).units.get().id
    values = {"A": 20, "B": 20, "C": 10, "D": 10}
    lines.draw(by=where.leader, round_unit_id=unit, own=people.own_answers(**values), now=town.NOW)
    rounds.release_sending(by=where.amr, round_id=made, agreed=False, now=town.NOW)
    people.close_with(people.Round(where, made, unit, tuple(town.long_codes(made))), people.ANSWERS)
    return of(browser(where.leader), f"/results/{unit}", f"/results/{unit}/line")


def share():
    where = people.team(9, with_representatives=False)
    made = branch(where, ["Syd", "Vest"])
    unit = row(made, "Hjemmepleje Nord")
    return of(browser(where.leader), f"/results/{unit}", f"/results/{unit}/share")


def start():
    return of(
        browser(), "/start", name="Havnby", language="da", steward_name="Sanne", steward_email="sanne@havnby.test",
        code=start_code.current(),
    )  # fmt: skip


def settings_of_organisation():
    where = people.team(9)
    return of(browser(where.steward), "/organisation/settings", name="Ny", language="da", minimum="6")


def delete_round():
    where, made = closed()
    return of(browser(where.steward), "/organisation/rounds", f"/organisation/rounds/{made.id}/delete")


def grant():
    where = people.team(9)
    typed = {"email": "ny@havnby.test", "name": "Ny", "role": "amr", "unit": str(where.unit), "ends": ""}
    return of(browser(where.steward), "/people", **typed)


def end_grant():
    where = people.team(9)
    held = Grant.objects.get(user=where.tr, role=Role.TR).id
    return of(browser(where.steward), f"/people/{held}/end", f"/people/{held}/end")


def new_branch():
    where = people.team(9)
    client, page = browser(where.steward), f"/rounds/new-branch/{where.top}"
    typed = {**ROUND, "addresses": "Hjemmepleje Nord;a@havnby.test", "rest": "cards"}
    looked = client.post(page, {**form_on(client, page), **typed, "step": "look"}).content.decode()
    return Press(client, page, {**typed, **looked_at(looked), "step": "send"})


def demo_sign_in():
    where = people.team(9)
    guide.keep(Guide((Part("leader", "Karen", where.leader.email, "Nord"),), (), "Nord"))
    return of(browser(), "/demo/", "/demo/leader")


def lend():
    people.team(9)
    return of(browser(), "/team")


def new_class():
    course = begin()
    page = "/facilitate/new/module_2"
    client = browser(course.frida)
    return Press(client, page, form_of(client, page) | {"name": "Hold 2", "day": "2026-11-25", "check_in": CHECK_IN})


def practise():
    course = begin()
    return of(browser(course.frida), "/facilitate", "/facilitate/practise", wanted={"room": str(course.id)})


def practise_programme():
    course = begin()
    return of(browser(course.frida), "/facilitate", "/facilitate/practise", wanted={"programme": "module_2"})


def change_class():
    _course, client, day = a_day()
    page, typed = f"{day}/change", {"name": "Hold 2", "day": "2026-11-25", "check_in": CHECK_IN}
    return Press(client, page, form_of(client, page) | typed | {"practice": "1"})


def class_again():
    _course, client, day = a_day()
    return Press(client, f"{day}/again", form_of(client, f"{day}/again") | {"name": "Hold 2", "day": "2026-11-25"})


def delete_lent():
    people.team(9)
    lent = rooms.borrow(language="da", now=town.NOW)
    client, page = browser(), f"/facilitate/{lent.room_id}"
    client.cookies["kulturspejl_desk"] = DeskKey(lent.desk_key).key
    return of(client, page, f"{page}/do", wanted={"verb": "delete"})


def finish_practice():
    course = begin(is_practice=True)
    client, page = browser(course.frida), f"/facilitate/{course.id}"
    return of(client, page, f"{page}/do", wanted={"verb": "finish"})


def come_in():
    course = begin()
    return of(browser(), f"/room/{course.code}", name="Mette", workplace="")


def come_back():
    course = begin()
    words = rooms.join(code=course.code, name="Bo", workplace="", now=town.NOW, rng=random.Random(1)).words
    return of(browser(), f"/room/{course.code}", f"/room/{course.code}/back", words=words)


def on_the_phone():
    course, phone, station = a_phone(("check_in", "line"))
    return Press(phone, f"/room/{course.code}/do", {"verb": "done", "station": station})


def write_for_the_room():
    course, phone, station = a_phone(("check_in", "line"))
    page = f"/room/{course.code}"
    return of(phone, page, f"{page}/contributions", wanted={"part": f"{station}/arrived"}, **{"value.line": "Glad"})


def hand_in_without_a_name():
    course, phone, station = a_phone(("evaluation", "alone"))
    page = f"/room/{course.code}"
    part = {"part": f"{station}/scales"}
    return of(phone, page, f"{page}/contributions", wanted=part, **{"number.useful": "4"})


def buy_voucher():
    course, phone, station = a_phone(("evaluation", "alone"))
    data = {"part": f"{station}/scales", "secret": "a1" * 16}
    return Press(phone, f"/room/{course.code}/voucher", data, is_json=True)


def without_a_name():
    course, phone, station = a_phone(("evaluation", "alone"))
    part, url = f"{station}/scales", f"/room/{course.code}/voucher"
    given = phone.post(url, json.dumps({"part": part, "secret": "a1" * 16}), content_type="application/json").json()
    data = {"id": str(uuid.uuid4()), "part": part, "values": {"useful": 4}, "voucher": given["voucher"]}
    return Press(browser(), f"/without-a-name/{course.code}", data, is_json=True)


def take_back_without_a_name():
    press = without_a_name()
    press()
    return Press(press.client, f"{press.url}/back", press.data, is_json=True)


def language():
    people.team(9)
    return Press(browser(), "/language", {"language": "en", "next": "/try"})


ASKED = ("check_in", "line")
PRESSES = {
    **OF_PLANS,
    "rounds/new/{}": [new_round],
    "rounds/new/{}/foresight": [foresight],
    "rounds/{}/remind": [steer("remind")],
    "rounds/{}/close": [wish_to_close],
    "rounds/{}/close/answer": [answer_wish("yes"), answer_wish("no")],
    "rounds/{}/letters": [refused_letter(address="ny@havnby.test"), refused_letter(instead="card")],
    "rounds/{}/cancel": [steer("cancel")],
    "rounds/{}/lines/{}": [line],
    "results/{}/share": [share],
    "results/{}/line": [show_line],
    "results/{}/trait": [new_trait],
    "traits/{}/action": [new_action],
    "actions/{}/change": [change_of_action, taken_in],
    "actions/{}/state": [state_of_action],
    "actions/{}/agree": [yes_to_action],
    "actions/{}/undo": [undone],
    "actions/{}/follow-up": [followed_up],
    "units/{}/calendar": [calendar("make"), calendar("end")],
    "ideas/new": [idea],
    "units/{}/trio/focus": [trio.focus],
    "units/{}/trio/agreement": [trio.agreement],
    "units/{}/trio/meetings": [trio.meeting],
    "units/{}/trio/meetings/{}/call-off": [trio.called_off],
    "units/{}/trio/meetings/{}/delete": [trio.deleted],
    "units/{}/trio/list": [trio.on_list],
    "units/{}/trio/list/{}/off": [trio.off_list],
    "units/{}/trio/plan": [trio.to_plan],
    "trio/{}": [trio.minutes],
    "trio/{}/move": [trio.moved],
    "rounds/{}/release": [decide("release")],
    "rounds/{}/hold": [decide("hold")],
    "rounds/{}/resume": [decide("resume")],
    "start": [start],
    "organisation/settings": [settings_of_organisation],
    "organisation/rounds/{}/delete": [delete_round],
    "organisation/units/new": [new_unit],
    "organisation/units/table": [unit_table],
    "organisation/units/{}": [change_unit],
    "organisation/units/{}/close": [close_unit],
    "organisation/units/{}/open": [open_unit_again],
    "organisation/units/lists/{}": [take_list, answer_list],
    "organisation/units/lists/{}/undo": [take_list_back],
    "people/table": [people_table],
    "people": [grant],
    "people/{}/end": [end_grant],
    "people/{}/change": [change_person],
    "people/{}/forget": [forget_factors],
    "people/{}/log-out": [log_out_everywhere],
    "people/{}/everything": [take_everything],
    "people/{}/erase": [erase_person],
    "organisation/settings/letter": [try_mail],
    "organisation/help": [list_of_help],
    "rounds/new-branch/{}": [new_branch],
    "demo/{}": [demo_sign_in],
    **OF_DEMO,
    "team": [lend],
    "facilitate/new/{}": [new_class],
    "facilitate/exercises": [own.take_in_exercise],
    "facilitate/exercises/new": [own.new_exercise],
    "facilitate/exercises/{}": [own.change_exercise],
    "facilitate/exercises/{}/do": [lambda: own.at_exercise("practise"), lambda: own.at_exercise("delete")],
    "facilitate/logo": [own.bring_logo, own.take_logo_away],
    "facilitate/practise": [practise, practise_programme],
    "take-over/{}": [team_meetings.take_over],
    "kept-meetings/{}/off": [team_meetings.take_off],
    "facilitate/{}/change": [change_class],
    "facilitate/{}/again": [class_again],
    "facilitate/{}/slides": [bring_slides],
    "facilitate/{}/slides/change": [
        lambda: on_slides(verb="words", words="En bro"), lambda: on_slides(verb="remove"),
        lambda: on_slides(verb="move", station="welcome", after=""), lambda: on_slides(verb="empty"),
    ],
    "facilitate/{}/do": [
        lambda: at_desk("next"), lambda: at_desk("more", ASKED), lambda: at_desk("again", ASKED),
        lambda: at_desk("divide", ("sparring", "talk")), lambda: at_desk("count", ("sparring", "talk")),
        lambda: at_desk("seat", ("sparring", "talk")), lambda: at_desk("paper", name="Ib", workplace=""),
        lambda: at_desk("remove"), lambda: at_desk("finish"), delete_lent, finish_practice,
        lambda: team_meetings.at_desk("offer"), lambda: team_meetings.at_desk("offer_back"),
    ],
    "room/{}": [come_in],
    "room/{}/back": [come_back],
    "room/{}/do": [on_the_phone],
    "room/{}/contributions": [write_for_the_room, hand_in_without_a_name],
    "room/{}/voucher": [buy_voucher],
    "without-a-name/{}": [without_a_name],
    "without-a-name/{}/back": [take_back_without_a_name],
    "r/{}/admit": [answers.admit],
    "r/{}": [answers.answer_without_javascript],
    "answers": [answers.hand_in_an_answer],
    "": [answers.type_a_code],
    "language": [language],
    **OF_COURSES,
    **OF_OWN_PLANS,
}  # fmt: skip


def addresses(patterns=None, before=""):
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, route)
        elif isinstance(one, URLPattern) and not route.startswith(OTHERS):
            yield route


def takes_posts(route: str) -> bool:
    made_up = re.sub(r"<uuid:\w+>", str(uuid.uuid4()), route)
    made_up = re.sub(r"<(?:slug|str):\w+>", "NOTHING", made_up)
    return browser().post("/" + made_up).status_code != 405


OF_EACH_SIGN_IN = {"OpenSession", "SecurityEvent"}
"""Signing in twice is two sessions, and both are written down."""


def standing() -> dict[str, list]:
    """Every row of ours, without what is sealed anew at each write and ids that the server makes for a phone."""
    found = {}
    for model in apps.get_app_config("records").get_models():
        if model.__name__ in OF_EACH_SIGN_IN:
            continue
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if not isinstance(field, models.BinaryField)
            and (model.__name__, field.attname) not in {("RoomNote", "id"), ("User", "last_login")}
        ]
        found[model.__name__] = sorted(map(repr, model._base_manager.values_list(*names)))
    return found


@pytest.fixture(autouse=True)
def alone(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path
    settings.KULTURSPEJL_DEMO = True
    guesses.forget()
    yield
    guesses.forget()


def test_every_address_that_takes_a_form_is_pressed_here():
    people.team(3)
    wanted = {re.sub(r"<\w+:\w+>", "{}", route) for route in addresses() if takes_posts(route)}
    assert wanted == set(PRESSES)


@pytest.mark.parametrize(
    ("route", "number"), [(route, number) for route, ways in PRESSES.items() for number in range(len(ways))]
)
def test_pressed_four_times_it_is_done_once(route, number):
    press = PRESSES[route][number]()
    first = press()
    assert first.status_code < 400, first.content.decode()[:2000]
    after = standing()
    for _ in range(3):
        again = press()
        assert (again.status_code, again.get("Location")) in {
            (first.status_code, first.get("Location")), (200, None) if first.status_code == 201 else (0, None),
        }  # fmt: skip
        assert standing() == after


@pytest.mark.parametrize("make", [new_round, new_unit, new_trait, new_class, grant, lend])
def test_the_test_can_fail(make):
    """Without the form's id, or by other means for what is one by nature, there are two."""
    press = make()
    before = standing()
    press()
    after = standing()
    assert before != after
    if make is not grant:
        press.data["form_id"] = ""
        assert press().status_code == 422 or standing() != after


def test_another_persons_form_tells_nothing_and_makes_nothing_of_theirs():
    where = people.team(9)
    theirs = of(browser(where.steward), "/organisation/units/new", name="Syd", parent="", headcount="1")
    theirs()
    second = grants.grant(
        by=where.steward, organisation_id=where.organisation, email="anden@havnby.test", name="Anden",
        role=Role.STEWARD, unit_id=None, ends=None, now=town.NOW,
    )  # fmt: skip
    before = standing()
    Press(browser(Grant.objects.get(id=second).user), theirs.url, theirs.data)()
    assert len(standing()["Unit"]) == len(before["Unit"]) + 1, "it is a form of their own"
    hr = Press(browser(where.hr), theirs.url, theirs.data)()
    assert hr.status_code == 404


def test_after_back_what_was_written_anew_is_another_wish():
    press = new_trait()
    press()
    press.data["more_of"] = "Færre møder"
    press()
    assert len(standing()["Trait"]) == 2


def test_the_first_organisation_signs_nobody_in_long_after():
    press = start()
    assert press().status_code == 302
    stranger = Press(browser(), press.url, press.data)
    assert stranger()["Location"] == "/organisation", "a second press of the same form lands where the first did"
    Organisation.objects.get().audit.update(at=town.NOW - timedelta(minutes=5))
    assert Press(browser(), press.url, press.data)().status_code == 404


def test_what_was_sent_is_forgotten_after_some_days_and_with_what_it_made():
    new_unit()()
    assert SentForm.objects.count() == 1
    sent.forget_old(now=town.NOW + sent.KEPT)
    assert SentForm.objects.count() == 1
    sent.forget_old(now=town.NOW + sent.KEPT + timedelta(days=1))
    assert SentForm.objects.count() == 0


def test_a_deleted_room_leaves_no_line_that_points_at_it():
    press = lend()
    press()
    room = Room.objects.get()
    assert SentForm.objects.filter(made=str(room.id)).exists()
    rooms.delete_due(now=town.NOW + timedelta(days=2))
    assert not SentForm.objects.filter(made=str(room.id)).exists()
